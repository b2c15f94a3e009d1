// What one instance of the worker knows by itself, so that hardly any request has to wait for the control object.
import { Limiter } from "../limits/limiter.ts";
import { ownPressure } from "../limits/pressure.ts";
import { drainCounts, restoreCounts } from "../metrics/registry.ts";
import type { Environment, WorkerContext } from "../platform.ts";
import { askSlot, type SlotState, type SyncAnswer, syncWithControl } from "./client.ts";

const syncEveryMs = 1000;
/** With the time a sign-up is run for, less than a browser waits. */
const patienceMs = 2000;

const slotEveryMs = 60_000;

export const limiter: Limiter = new Limiter();

let syncedAt = 0;
let slot: SlotState = "unproven";
let slotAskedAt = 0;

/** Tells the control object what was taken and counted here, and takes over what is left for all. */
export async function syncNow({ CONTROL }: Environment): Promise<SyncAnswer> {
  syncedAt = Date.now();
  const told = { taken: limiter.drain(), counts: drainCounts(), happenings: ownPressure.drain() };
  try {
    const answer = await syncWithControl(CONTROL, told);
    limiter.adopt(answer.levels, Date.now());
    ownPressure.adopt(answer.shared);
    return answer;
  } catch (error) {
    // Told next time.
    limiter.restore(told.taken);
    restoreCounts(told.counts);
    ownPressure.restore(told.happenings);
    throw error;
  }
}

/** The same once a second, behind the back of the request that came then. */
export function syncSometimes(env: Environment, context: WorkerContext): void {
  if (Date.now() - syncedAt < syncEveryMs) return;
  context.waitUntil(syncNow(env).catch(() => {}));
}

/**
 * Whether records can be found by their token. Asked for until it is known, and now and then whether a slot that was none is
 * one by now; nobody waits long for the answer.
 */
export async function slotState({ CONTROL }: Environment): Promise<SlotState> {
  if (slot === "proven" || (slot === "none" && Date.now() - slotAskedAt < slotEveryMs)) return slot;
  slotAskedAt = Date.now();
  slot = await inTime<SlotState>(askSlot(CONTROL), "unproven");
  return slot;
}

/** `otherwise` where there is no answer, or none in time. */
async function inTime<Result>(answer: Promise<Result>, otherwise: Result): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<Result>((done) => {
    timer = setTimeout(done, patienceMs, otherwise);
  });
  const first = await Promise.race([answer.catch(() => otherwise), patience]);
  clearTimeout(timer);
  return first;
}

let knowsOthers = false;

/**
 * Before the API is asked anything from here: what the other instances know of it, a pause it asked for above all. Each who
 * comes before the first answer asks for itself: a request that is given up would take the answer of the others with it.
 */
export async function knowOthers(env: Environment): Promise<void> {
  if (knowsOthers) return;
  await inTime<SyncAnswer | undefined>(syncNow(env), undefined);
  knowsOthers = true;
}
