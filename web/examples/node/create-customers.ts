// Creates the customers of a JSON file, an array, from a server that holds the API key: all of them, or none.
//   NUE_API_KEY=... NUE_URL=https://api.nue.io node create-customers.ts customers.json
import { readFileSync } from "node:fs";
import { describe, load } from "vestibule";
import english from "vestibule/locales/en";

const [, , file = "customers.json"] = process.argv;
const { NUE_URL: url = "https://api.nue.io", NUE_API_KEY: key = "" } = process.env;

const core = await load();
// The bytes as they are: what JSON.parse would round or forgive is found.
const { ok, value, findings } = core.check(readFileSync(file), { format: "batch", strictness: "api" });
for (const finding of findings) console.error(finding.pointer, finding.severity, describe(finding, english));
if (!ok) process.exit(1);

const headers = { "nue-api-key": key, "content-type": "application/json" };
const answer = await fetch(`${url}/customers`, { method: "POST", headers, body: JSON.stringify(value) });
console.log(answer.status, await answer.text());
process.exitCode = answer.ok ? 0 : 1;
