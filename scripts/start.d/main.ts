// The command behind scripts/start, once everything is built.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { servePages } from "./server.ts";

function fail(why: string): never {
  console.error(`scripts/start: ${why}`);
  process.exit(1);
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) fail(`--port takes a number up to 65535, not "${text}"`);
  return port;
}

const built = resolve(import.meta.dirname, "../../web/pages/dist");
const { values } = parseArgs({
  options: { port: { type: "string", default: "0" }, folder: { type: "string", default: built } },
});
const { folder } = values;
if (!existsSync(join(folder, "signup/index.html"))) fail("the pages are not built; run scripts/build-pages");

const server = await servePages(folder, readPort(values.port)).catch((error: NodeJS.ErrnoException) => {
  return fail(
    error.code === "EADDRINUSE" ? `port ${values.port} is taken; without --port a free one is` : error.message,
  );
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close());
console.log(`Sign-up page: ${server.origin}/signup/\nCtrl-C stops it.`);
