// The Salesforce side through the control API, and waiting for what happens by itself.

import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { type Customer, send } from "./client.ts";
import type { Sandbox } from "./sandbox.ts";

export interface OrgReply {
  readonly status: number;
  readonly etag: string | null;
  readonly body: Customer;
}

/** A control call's data. */
export async function control(sandbox: Sandbox, path: string, body?: unknown): Promise<Customer> {
  const reply = await send(sandbox, `/_sandbox${path}`, body === undefined ? {} : { body });
  assert.equal(reply.status, 200, reply.text);
  return reply.body.data as unknown as Customer;
}

/** One request to the org, as somebody who works there sends it. */
export async function org(sandbox: Sandbox, method: string, target: string, body?: unknown): Promise<OrgReply> {
  const request = { method, target, actor: "ada", ...(body === undefined ? {} : { body }) };
  return (await control(sandbox, "/org", request)) as unknown as OrgReply;
}

export async function accounts(sandbox: Sandbox): Promise<readonly Customer[]> {
  const { body } = await org(sandbox, "GET", "/sobjects/Account");
  return body["records"] as readonly Customer[];
}

export async function customerOf(sandbox: Sandbox, id: unknown): Promise<Customer> {
  const { body } = await send(sandbox, `/customers/${id}`);
  assert.ok(body.data[0]);
  return body.data[0];
}

export async function standing(sandbox: Sandbox, id: unknown): Promise<string> {
  const { stage, link } = await control(sandbox, `/customers/${id}/life`);
  return `${stage} ${link}`;
}

/** Asks again until the answer fits; what happens by itself has no moment of its own. */
export async function eventually<Answer>(
  what: string,
  ask: () => Promise<Answer>,
  fits: (answer: Answer) => boolean,
): Promise<Answer> {
  let answer = await ask();
  for (let tries = 0; !fits(answer) && tries < 400; ++tries) {
    await sleep(50);
    answer = await ask();
  }
  assert.ok(fits(answer), `${what}: ${JSON.stringify(answer)}`);
  return answer;
}

export async function auditLog(sandbox: Sandbox): Promise<string> {
  let log = "";
  for (let from = 0; ; ) {
    const lines = (await control(sandbox, `/audit?from=${from}&limit=5000`)) as unknown as readonly string[];
    if (lines.length === 0) return log;
    log += lines.map((line) => `${line}\n`).join("");
    from += lines.length;
  }
}
