// Flight records: the newest steps of the sign-ups of one shard, as the core took and answered them, so that an engineer can
// repeat them natively (`scripts/replay`). In memory: they explain what went wrong lately, and nothing rests on them. What
// was typed never reaches the machine, so none of it is in here.
import type { IntentEvent, IntentPolicy, IntentState, IntentStep } from "vestibule/gateway";

const mostSteps = 64;
const mostFlights = 256;

/** A step with what it was made from. */
export interface Recorded {
  readonly from: IntentState;
  readonly event: IntentEvent;
  readonly policy: IntentPolicy;
  readonly step: IntentStep;
}

interface Flight {
  readonly from: IntentState;
  readonly steps: readonly Recorded[];
}

/** Members in ascending order, as the core writes them. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

/** What the core leaves out: members without a value. */
function meaningful(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== 0 && member !== ""));
}

function eventOf(event: IntentEvent): object {
  if (!("answer" in event)) return meaningful(event);
  const { answer, ...others } = event;
  const { rows = [] } = answer;
  const told = { ...meaningful(answer), ...(rows.length === 0 ? { rows: undefined } : {}) };
  return { ...meaningful(others), ...(Object.keys(answer).length === 0 ? {} : { answer: told }) };
}

function lineOf({ event, policy, step }: Recorded): string {
  const { intent, because, effects, outcome } = step;
  return JSON.stringify({
    event: sorted({ event: eventOf(event), policy }),
    state: intent,
    ...(because === undefined ? {} : { because }),
    effects,
    outcome,
  });
}

/** Steps are kept as they are and written when somebody asks: hardly anybody does. */
export class Flights {
  readonly #flights = new Map<string, Flight>();

  add(key: string, step: Recorded): void {
    const known = this.#flights.get(key);
    const begins = known === undefined || known.steps.length >= mostSteps;
    // Anew at the end: a Map keeps its order.
    this.#flights.delete(key);
    const [from, steps] = begins ? [step.from, []] : [known.from, known.steps];
    this.#flights.set(key, { from, steps: [...steps, step] });
    if (this.#flights.size > mostFlights) {
      const [oldest = ""] = this.#flights.keys();
      this.#flights.delete(oldest);
    }
  }

  /** NDJSON; "" when nothing is kept of it. */
  text(key: string): string {
    const flight = this.#flights.get(key);
    if (flight === undefined) return "";
    const head = JSON.stringify({ v: 1, machine: "gateway", state: flight.from });
    return [head, ...flight.steps.map(lineOf)].map((line) => `${line}\n`).join("");
  }
}
