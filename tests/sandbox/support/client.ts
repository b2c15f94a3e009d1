// Requests as a client of Nue sends them, and the answers in Nue's envelopes. Each is held to the OpenAPI document.

import assert from "node:assert/strict";
import { bodyOf, checkAnswer, checkRequest } from "./contract.ts";
import { key, type Sandbox } from "./sandbox.ts";

export type Customer = Readonly<Record<string, unknown>>;

export interface Envelope {
  readonly status: string;
  readonly data: readonly Customer[];
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
  readonly pagination?: { readonly page: number; readonly limit: number; readonly total: number };
  readonly errorType?: string;
  readonly errorCode?: string;
  readonly message?: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Envelope;
}

export interface Call {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  /** false: the sandbox was told to answer or take what the document does not describe. */
  readonly contract?: false;
}

export async function send(sandbox: Sandbox, path: string, call: Call = {}): Promise<Reply> {
  const headers = new Headers({ "nue-api-key": key });
  if (call.body !== undefined) headers.set("content-type", "application/json");
  for (const [name, value] of Object.entries(call.headers ?? {})) headers.set(name, value);
  const method = call.method ?? (call.body === undefined ? "GET" : "POST");
  const sent = call.body === undefined || typeof call.body === "string" ? call.body : JSON.stringify(call.body);
  const response = await fetch(sandbox.origin + path, {
    method,
    headers,
    ...(sent === undefined ? {} : { body: sent }),
  });
  const text = await response.text();
  const reply = {
    status: response.status,
    headers: response.headers,
    text,
    body: bodyOf(response.headers, text) as Envelope,
  };
  if (call.contract === false) return reply;
  checkAnswer({ method, path, ...reply });
  // Of a batch that was stored in part, some rows are not as documented.
  if (response.ok && response.status !== 207) checkRequest(method, path, sent);
  return reply;
}

export function post(sandbox: Sandbox, body: unknown, more: Call = {}): Promise<Reply> {
  return send(sandbox, "/customers", { ...more, body });
}

export function patch(sandbox: Sandbox, id: unknown, body: unknown): Promise<Reply> {
  return send(sandbox, `/customers/${id}`, { method: "PATCH", body });
}

export function business(name: string, more: Customer = {}): Customer {
  return { name, recordType: "Business", ...more };
}

/** Creates customers that must be accepted. */
export async function create(sandbox: Sandbox, ...customers: readonly Customer[]): Promise<readonly Customer[]> {
  const reply = await post(sandbox, customers);
  assert.equal(reply.status, 201, reply.text);
  return reply.body.data;
}

export async function createOne(sandbox: Sandbox, customer: Customer): Promise<Customer> {
  const [created] = await create(sandbox, customer);
  assert.ok(created);
  return created;
}

/** The customers a list answers, with the query given as it stands in the URL. */
export async function list(sandbox: Sandbox, query: string): Promise<Envelope> {
  const reply = await send(sandbox, `/customers?${query}`);
  assert.equal(reply.status, 200, reply.text);
  return reply.body;
}

/** The answer is a refusal in the documented shape. */
export function assertRefused(reply: Reply, status: number, errorType: string, message?: RegExp): void {
  assert.equal(reply.status, status, reply.text);
  assert.deepEqual(Object.keys(reply.body), ["status", "errorType", "errorCode", "message"]);
  assert.equal(reply.body.status, "FAILED");
  assert.equal(reply.body.errorType, errorType);
  if (message !== undefined) assert.match(reply.body.message ?? "", message);
}
