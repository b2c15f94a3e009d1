// The command behind scripts/start, once everything is built.
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readConfigFile } from "./config-file.ts";
import { type Running, runSite, StartError } from "./site.ts";

const root = resolve(import.meta.dirname, "../..");

function fail(why: string): never {
  console.error(`scripts/start: ${why}`);
  process.exit(1);
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65535) fail(`--port takes a number up to 65535, not "${text}"`);
  return port;
}

function readOptions() {
  try {
    return parseArgs({
      options: {
        port: { type: "string", default: "0" },
        state: { type: "string", default: join(root, "var") },
        config: { type: "string" },
        upstream: { type: "string" },
        "upstream-ca": { type: "string" },
      },
    }).values;
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}; see --help`);
  }
}

async function start(): Promise<Running> {
  const { port, state, config: file, upstream: named, "upstream-ca": upstreamCa } = readOptions();
  const pages = join(root, "web/pages/dist");
  if (!existsSync(join(pages, "signup/index.html"))) fail("the pages are not built; run scripts/build-pages");
  try {
    const config = file === undefined ? {} : readConfigFile(file);
    const upstream = named ?? config.upstream;
    return await runSite({ port: readPort(port), state: resolve(state), pages, root, config, upstream, upstreamCa });
  } catch (error) {
    if (error instanceof StartError) return fail(error.message);
    throw error;
  }
}

const site = await start();
let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    stopping = true;
    void site.stop();
  });
}
process.on("uncaughtException", (error) => {
  console.error(error);
  // Nothing of the site outlives the process that watches it.
  void site.stop().finally(() => process.exit(1));
});
console.log(
  `Sign-up page: ${site.origin}/signup/\n${site.upstream}\n${site.operator}\nLogs: ${site.logs}\nCtrl-C stops it.`,
);
await site.ended;
if (!stopping) {
  await site.stop();
  fail(`a part of the site ended by itself; its last words are in ${site.logs}`);
}
