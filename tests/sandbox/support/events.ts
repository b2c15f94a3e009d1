// Webhooks and the feed through the control API.

import assert from "node:assert/strict";
import { type Customer, send } from "./client.ts";
import type { Line } from "./receiver.ts";
import { control, eventually } from "./salesforce.ts";
import type { Sandbox } from "./sandbox.ts";

export interface Webhook {
  readonly id: string;
  readonly secret: string;
}

export interface Delivery {
  readonly id: number;
  readonly messageId: string;
  readonly event: string;
  readonly sequence: number;
  readonly webhookId: string;
  readonly state: string;
  readonly attempts: readonly {
    readonly attempt: number;
    readonly time: string;
    readonly status: number | null;
    readonly error: string | null;
  }[];
}

export async function register(sandbox: Sandbox, url: string, more: Customer = {}): Promise<Webhook> {
  return (await control(sandbox, "/webhooks", { url, ...more })) as unknown as Webhook;
}

export async function remove(sandbox: Sandbox, { id }: Webhook): Promise<void> {
  const reply = await send(sandbox, `/_sandbox/webhooks/${id}`, { method: "DELETE" });
  assert.equal(reply.status, 200, reply.text);
}

/** The log of deliveries to one endpoint. */
export async function deliveries(sandbox: Sandbox, { id }: Webhook): Promise<readonly Delivery[]> {
  const all = (await control(sandbox, "/webhooks/deliveries?limit=10000")) as unknown as readonly Delivery[];
  return all.filter(({ webhookId }) => webhookId === id);
}

/** Waits until no delivery to an endpoint is under way. */
export async function settled(sandbox: Sandbox, webhook: Webhook): Promise<readonly Delivery[]> {
  return await eventually(
    "every delivery settled",
    () => deliveries(sandbox, webhook),
    (all) => all.length > 0 && all.every(({ state }) => state !== "waiting" && state !== "gathering"),
  );
}

/** Lines of the feed after a sequence. */
export async function feed(sandbox: Sandbox, after = 0, limit = 10_000): Promise<readonly Line[]> {
  const reply = await send(sandbox, `/_sandbox/feed?after=${after}&limit=${limit}`);
  assert.equal(reply.status, 200, reply.text);
  return reply.body as unknown as readonly Line[];
}

/** The sequence of the last event so far. */
export async function lastSequence(sandbox: Sandbox): Promise<number> {
  return (await feed(sandbox)).at(-1)?.sequence ?? 0;
}
