// A route.
import { checkAll } from "../../../check.js";

export const dynamic = "force-dynamic";

export async function GET() {
  return new Response(await checkAll());
}
