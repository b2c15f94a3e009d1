// The command behind scripts/operator.
import { readFileSync } from "node:fs";
import { request } from "node:http";
import { request as requestTls } from "node:https";
import { userInfo } from "node:os";
import { parseArgs } from "node:util";

function fail(why: string): never {
  console.error(`scripts/operator: ${why}`);
  process.exit(1);
}

function readArguments() {
  const options = { "secret-file": { type: "string" }, host: { type: "string" } } as const;
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    return fail(`${error instanceof Error ? error.message : error}; see --help`);
  }
}

const { values, positionals } = readArguments();
const [address = "", command = "health", ...rest] = positionals;
if (!URL.canParse(address)) fail(`"${address}" is no address; see --help`);
const secretFile = values["secret-file"];
const secret = secretFile === undefined ? process.env["OPERATOR_SECRET"] : readFileSync(secretFile, "utf8").trim();
if (secret === undefined || secret === "") fail("the operator's secret is needed; see --help");

interface Answer {
  readonly status: number;
  readonly text: string;
}

function ask(path: string, body?: object): Promise<Answer> {
  const url = new URL(path, address);
  const headers = {
    host: values.host ?? url.host,
    authorization: `Bearer ${secret}`,
    "operator-name": process.env["OPERATOR_NAME"] ?? userInfo().username,
    ...(body === undefined ? {} : { "content-type": "application/json" }),
  };
  const start = url.protocol === "https:" ? requestTls : request;
  return new Promise((done) => {
    const asked = start(url, { method: body === undefined ? "GET" : "POST", headers }, async (answer) => {
      done({ status: answer.statusCode ?? 0, text: (await answer.setEncoding("utf8").toArray()).join("") });
    });
    asked.once("error", (error) => fail(`the gateway does not answer: ${error.message}`));
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

async function asked(path: string, body?: object): Promise<string> {
  const { status, text } = await ask(path, body);
  if (status < 200 || status > 299) fail(`the gateway answers ${status}: ${text.trim()}`);
  return text;
}

async function listed(state: string): Promise<readonly { readonly hash: string }[]> {
  return JSON.parse(await asked(`/operator/intents?state=${state}`)).intents;
}

/** A line of JSON each, for a person and for jq. */
function printLines(rows: readonly object[]): void {
  for (const row of rows) console.log(JSON.stringify(row));
}

/** Tells a decision about the one sign-up of a list whose hash begins so. */
async function decide(
  decision: "relink" | "settle",
  state: "parked" | "surplus",
  [start = "", customerId = "", ...words]: readonly string[],
): Promise<void> {
  if (!/^[0-9a-f]{8,64}$/.test(start)) fail(`${decision} needs at least eight digits of a HASH; see --help`);
  const found = (await listed(state)).filter(({ hash }) => hash.startsWith(start));
  const [first, ...others] = found;
  if (first === undefined || others.length > 0) fail(`${found.length} ${state} sign-ups begin with ${start}`);
  console.log(await asked(`/operator/intents/${first.hash}/${decision}`, { customerId, reason: words.join(" ") }));
}

switch (command) {
  case "health":
    console.log(await asked("/healthz"));
    break;
  case "metrics":
    process.stdout.write(await asked("/metrics"));
    break;
  case "parked":
  case "surplus":
    printLines(await listed(command));
    break;
  case "record": {
    const [hash = ""] = rest;
    if (!/^[0-9a-f]{64}$/.test(hash)) fail("record needs a whole HASH; see --help");
    process.stdout.write(await asked(`/operator/intents/${hash}/record`));
    break;
  }
  case "audit":
    printLines(JSON.parse(await asked("/operator/audit")).entries);
    break;
  case "relink":
    await decide("relink", "parked", rest);
    break;
  case "settle":
    await decide("settle", "surplus", rest);
    break;
  default:
    fail(`there is no command ${command}; see --help`);
}
