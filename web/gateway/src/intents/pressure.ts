// How much this gateway asks of the API: the breaker and the budget of retries, by the core's rules. One for each isolate:
// on one machine that is the whole gateway.
import type { ApiAnswer, Breaker, Pressure } from "vestibule/gateway";
import { intents } from "../core.ts";
import { log } from "../log.ts";

let pressure: Pressure = "";
let breaker: Breaker = "closed";

export function randomBits(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}

/** Whether the call may be made now. */
export function mayCall(call: "create" | "retry" | "probe", probeWaits: boolean): boolean {
  const answer = intents.pass(pressure, call, Date.now(), probeWaits);
  pressure = answer.pressure;
  return answer.passes;
}

/** Takes in how a call of the API ended. */
export function noteCall(called: ApiAnswer): ApiAnswer {
  const answer = intents.note(pressure, called, { now: Date.now(), random: randomBits() });
  pressure = answer.pressure;
  if (answer.breaker !== breaker) log({ event: "breaker", state: answer.breaker });
  breaker = answer.breaker;
  return called;
}

export function currentBreaker(): Breaker {
  return breaker;
}
