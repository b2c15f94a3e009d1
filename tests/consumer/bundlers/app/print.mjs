// For runtimes without a page.
import { checkAll } from "./check.js";

console.log(await checkAll());
