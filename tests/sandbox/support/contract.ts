// Holds requests and answers to the OpenAPI document: an answer that is not documented fails the test that got it.

import assert from "node:assert/strict";
import {
  document,
  matchPath,
  type Operation,
  operations,
  type Parameter,
  parametersOf,
  problemOf,
  type Response,
  token,
} from "./openapi.ts";

export interface Answer {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: unknown;
}

/** How often each answer was checked: "listCustomers 200", "other methods 405", "other paths 404". */
export const checked: Map<string, number> = new Map();

const ndjson = "application/x-ndjson";
const json = `content/${token("application/json")}/schema`;

/** Refusals that no operation needs to list: the request never reached one. */
const anywhere: ReadonlySet<number> = new Set([400, 401, 414, 415, 417, 431, 503, 505]);

function sharedPointer(status: number): string {
  const any = operations[0]?.described.responses[status]?.$ref;
  const other = { 404: "#/components/responses/NotFound", 405: "#/components/responses/MethodNotAllowed" };
  return (any ?? other[status as 404 | 405] ?? "").slice(1);
}

function responseAt(pointer: string): Response | undefined {
  return document.components.responses[pointer.slice(pointer.lastIndexOf("/") + 1)];
}

interface Meant {
  readonly name: string;
  readonly operation?: Operation | undefined;
  readonly ids: readonly string[];
}

function meantBy(method: string, path: string): Meant {
  const match = matchPath(path.split("?", 1)[0] ?? "");
  if (match === undefined) return { name: "other paths", ids: [] };
  const operation = operations.find((one) => one.path === match.path && one.method === method);
  return { name: operation?.described.operationId ?? "other methods", operation, ids: match.ids };
}

/** Where the document describes this answer. */
function pointerOf({ name, operation }: Meant, status: number): string {
  const response = operation?.described.responses[status];
  if (operation !== undefined && response !== undefined) {
    return response.$ref?.slice(1) ?? `${operation.pointer}/responses/${status}`;
  }
  const own = name === "other paths" ? 404 : name === "other methods" ? 405 : 0;
  return status === own || (operation === undefined && anywhere.has(status)) ? sharedPointer(status) : "";
}

/** A body as it is checked: of NDJSON its lines. */
export function bodyOf(headers: Answer["headers"], text: string): unknown {
  if (headers.get("content-type") !== ndjson) return JSON.parse(text);
  assert.ok(text === "" || text.endsWith("\n"), "every line ends");
  return text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line) as unknown);
}

function problemIn(pointer: string, response: Response | undefined, body: unknown): string {
  const lines = response?.content?.[ndjson]?.["x-lines"]?.$ref;
  if (lines === undefined) return problemOf(`${pointer}/${json}`, body);
  return (body as readonly unknown[]).map((line) => problemOf(lines.slice(1), line)).join("");
}

export function checkAnswer({ method, path, status, headers, body }: Answer): void {
  const meant = meantBy(method, path);
  const what = `${method} ${path} (${meant.name}) answered ${status}`;
  const pointer = pointerOf(meant, status);
  assert.notEqual(pointer, "", `${what}, which is not documented: ${JSON.stringify(body)}`);
  const response = responseAt(pointer) ?? meant.operation?.described.responses[status];
  const lines = response?.content?.[ndjson] !== undefined;
  assert.equal(headers.get("content-type"), lines ? ndjson : "application/json; charset=utf-8", what);
  for (const header of Object.keys(response?.headers ?? {})) {
    assert.notEqual(headers.get(header), null, `${what} without ${header}`);
  }
  const problem = problemIn(pointer, response, body);
  assert.equal(problem, "", `${what}, and its body is not as documented: ${JSON.stringify(body).slice(0, 2000)}`);
  const key = `${meant.name} ${status}`;
  checked.set(key, (checked.get(key) ?? 0) + 1);
}

/** Names keep the operator that stands before their "=". */
function queryOf(path: string): readonly (readonly [name: string, value: string])[] {
  const query = path.includes("?") ? path.slice(path.indexOf("?") + 1) : "";
  return query
    .split("&")
    .filter((piece) => piece !== "")
    .map((piece) => {
      const text = decodeURIComponent(piece.replaceAll("+", " "));
      const place = text.indexOf("=");
      return place === -1 ? [text, ""] : [text.slice(0, place), text.slice(place + 1)];
    });
}

function parsed({ schema }: Parameter, text: string): unknown {
  if (schema === undefined) return JSON.parse(text);
  if (schema.type === "integer") return Number(text);
  return schema.type === "array" ? text.split(",") : text;
}

function checkParameters(operation: Operation, path: string, ids: readonly string[], what: string): void {
  const parameters = parametersOf(operation);
  const [inPath, named] = [
    parameters.filter((one) => one.in === "path"),
    parameters.filter((one) => one.in === "query"),
  ];
  const check = (parameter: Parameter, value: unknown): void => {
    const place = operation.described.parameters?.[parameters.indexOf(parameter)]?.$ref?.slice(1);
    const pointer = place ?? `${operation.pointer}/parameters/${parameters.indexOf(parameter)}`;
    const problem = problemOf(`${pointer}/${parameter.schema === undefined ? json : "schema"}`, value);
    assert.equal(problem, "", `${what}, and its parameter ${parameter.name} is not as documented`);
  };
  for (const [index, parameter] of inPath.entries()) check(parameter, ids[index]);
  const filters: Record<string, string> = {};
  for (const [name, text] of queryOf(path)) {
    const parameter = named.find((one) => one.name === name && one.explode !== true);
    if (parameter === undefined) filters[name] = text;
    else check(parameter, parsed(parameter, text));
  }
  const free = named.find(({ explode }) => explode === true);
  if (free !== undefined) check(free, filters);
  else assert.deepEqual(filters, {}, `${what}, and these parameters are not documented`);
}

/** A request that succeeded; `body` is the text that was sent. */
export function checkRequest(method: string, path: string, body: string | undefined): void {
  const { operation, ids } = meantBy(method, path);
  if (operation === undefined) return;
  const what = `${method} ${path} succeeded`;
  checkParameters(operation, path, ids, what);
  const { requestBody } = operation.described;
  if (body === undefined || body === "") {
    assert.notEqual(requestBody?.required, true, `${what} without the body that is documented`);
    return;
  }
  const problem = problemOf(`${operation.pointer}/requestBody/${json}`, JSON.parse(body));
  assert.equal(problem, "", `${what}, and its body is not as documented: ${body.slice(0, 2000)}`);
}
