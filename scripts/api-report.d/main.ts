// The command behind scripts/api-report, which documents it.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { apiReport } from "./report.ts";

const packageFolder = resolve(import.meta.dirname, "../../wasm/package");
const file = join(packageFolder, "api.md");
const report = apiReport(packageFolder);
const isSame = existsSync(file) && readFileSync(file, "utf8") === report;
if (!process.argv.includes("--check")) writeFileSync(file, report);
else if (!isSame) {
  console.error(
    "wasm/package/api.md is not what the package declares; run scripts/api-report and look at the difference",
  );
  process.exitCode = 1;
}
