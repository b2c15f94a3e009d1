// What one instance of the worker knows by itself, so that hardly any request has to wait for the control object.
import { Limiter } from "../limits/limiter.ts";
import { log } from "../log.ts";
import { drainCounts } from "../metrics/registry.ts";
import type { Environment, WorkerContext } from "../platform.ts";
import { askSlot, type SlotState, type SyncAnswer, syncWithControl } from "./client.ts";

const syncEveryMs = 1000;

export const limiter: Limiter = new Limiter();

let syncedAt = 0;
let slot: SlotState = "unproven";

/** Tells the control object what was taken and counted here, and takes over what is left for all. */
export async function syncNow({ CONTROL }: Environment): Promise<SyncAnswer> {
  syncedAt = Date.now();
  const answer = await syncWithControl(CONTROL, limiter.drain(), drainCounts());
  limiter.adopt(answer.levels, Date.now());
  return answer;
}

/** The same once a second, behind the back of the request that came then. */
export function syncSometimes(env: Environment, context: WorkerContext): void {
  if (Date.now() - syncedAt < syncEveryMs) return;
  const failed = () => log({ event: "failure", why: "The control object did not answer." });
  context.waitUntil(syncNow(env).catch(failed));
}

/** Whether records can be found by their token. Asked for until it is known. */
export async function slotState({ CONTROL }: Environment): Promise<SlotState> {
  if (slot === "unproven") slot = await askSlot(CONTROL);
  return slot;
}
