// For workerd.
import { checkAll } from "./check.js";

export default {
  fetch: async () => new Response(await checkAll()),
};
