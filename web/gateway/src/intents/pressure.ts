// How much this gateway asks of the API: the breaker and the budget of retries, by the core's rules, and how many calls are
// under way. One for each isolate: on one machine that is the whole gateway.
import type { ApiAnswer, Breaker, Pressure } from "vestibule/gateway";
import { intents } from "../core.ts";
import { log } from "../log.ts";

/** Beyond that calls would wait for each other, and run out of their time without a fault of the API. */
const mostInFlight = 64;

let inFlight = 0;
let pressure: Pressure = "";
let breaker: Breaker = "closed";

export function randomBits(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

/** How many more calls may be begun now: none while the breaker is open, or the API asked for a pause. */
export function roomForCalls(): number {
  // Only asked, not counted.
  return intents.pass(pressure, "probe", Date.now(), false).passes ? mostInFlight - inFlight : 0;
}

/** Whether the API is asked as many things as it may be at a time. */
export function isFull(): boolean {
  return inFlight >= mostInFlight;
}

/** Whether the call may be made now; then it has to end with endCall or dropCall. */
export function mayCall(call: "create" | "retry" | "probe", probeWaits: boolean): boolean {
  if (inFlight >= mostInFlight) return false;
  const answer = intents.pass(pressure, call, Date.now(), probeWaits);
  pressure = answer.pressure;
  if (answer.passes) ++inFlight;
  return answer.passes;
}

/** A call that was not made after all. */
export function dropCall(): void {
  --inFlight;
}

/** Takes in how a call of the API ended. */
export function endCall(called: ApiAnswer): ApiAnswer {
  --inFlight;
  const answer = intents.note(pressure, called, { now: Date.now(), random: randomBits() });
  pressure = answer.pressure;
  if (answer.breaker !== breaker) log({ event: "breaker", state: answer.breaker });
  breaker = answer.breaker;
  return called;
}

export function currentBreaker(): Breaker {
  return breaker;
}
