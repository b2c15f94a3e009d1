// The command behind scripts/build-pages, which documents it.
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { buildPages } from "./pages.ts";

const pages = resolve(import.meta.dirname, "../../web/pages");
const { values } = parseArgs({
  options: { out: { type: "string", default: join(pages, "dist") }, pseudo: { type: "boolean", default: false } },
});
await buildPages(pages, resolve(values.out), { pseudo: values.pseudo });
