// A component of the server.
import { checkAll } from "../../check.js";

export const dynamic = "force-dynamic";

export default async function Page() {
  return <output>{await checkAll()}</output>;
}
