// How much this isolate asks of the API: the breaker and the budget of retries, which all isolates share, and how many calls
// are under way, which is its own.
import type { ApiAnswer, Breaker } from "vestibule/gateway";
import { intents } from "../core.ts";
import { log } from "../log.ts";
import { type Call, type Happening, OwnPressure, type Shared } from "./shared-pressure.ts";

/** Beyond that calls would wait for each other, and run out of their time without a fault of the API. */
const mostInFlight = 64;

/** What is told to the control object, and what it answers. */
export const ownPressure: OwnPressure = new OwnPressure(intents);

let inFlight = 0;

export function randomBits(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

/** How many more calls may be begun now: none while the breaker is open, or the API asked for a pause. */
export function roomForCalls(): number {
  return ownPressure.couldPass(Date.now()) ? mostInFlight - inFlight : 0;
}

/** For how many seconds no call can be begun: what is left of a pause, or of an open breaker. */
export function pauseSeconds(): number {
  return ownPressure.pauseSeconds(Date.now());
}

/** Whether the API is asked as many things as it may be at a time. */
export function isFull(): boolean {
  return inFlight >= mostInFlight;
}

/** Whether the call may be made now; then it has to end with endCall or dropCall. */
export function mayCall(call: Call, probeWaits: boolean): boolean {
  if (isFull() || !ownPressure.passes(call, Date.now(), probeWaits)) return false;
  ++inFlight;
  return true;
}

/** A call that was not made after all. */
export function dropCall(): void {
  --inFlight;
}

/** Takes in how a call of the API ended. */
export function endCall(called: ApiAnswer): ApiAnswer {
  --inFlight;
  const before = ownPressure.breaker;
  ownPressure.ended(called, Date.now(), randomBits());
  if (ownPressure.breaker !== before) log({ event: "breaker", state: ownPressure.breaker });
  return called;
}

export function currentBreaker(): Breaker {
  return ownPressure.breaker;
}

/** While the breaker is half open one call passes in the whole gateway: asks whether it may be one of here. */
export async function seekTrial(
  ask: (untold: readonly Happening[]) => Promise<Shared & { readonly passes: boolean }>,
): Promise<void> {
  if (!ownPressure.wantsTrial(Date.now())) return;
  const untold = ownPressure.drain();
  try {
    ownPressure.takeTrial(await ask(untold), Date.now());
  } catch {
    // Nothing is tried, and what happened is told next time.
    ownPressure.restore(untold);
  }
}
