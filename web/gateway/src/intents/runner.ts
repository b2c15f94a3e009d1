// Runs one intent: asks the core's machine, writes what it says, does what it says, until there is nothing to do for now.
import type { ApiAnswer, IntentEvent, IntentPolicy, IntentState, IntentStep } from "vestibule/gateway";
import { intents } from "../core.ts";
import { currentBreaker, dropCall, endCall, mayCall, randomBits, seekTrial } from "../limits/pressure.ts";
import { log } from "../log.ts";
import type { ObjectStorage } from "../platform.ts";
import type { Upstream } from "../upstream.ts";
import { type Calls, callsOf } from "./calls.ts";
import type { Flights } from "./flights.ts";
import type { Intent, IntentName } from "./intent.ts";
import type { IntentStore } from "./store.ts";

export interface RunnerParts {
  readonly store: IntentStore;
  readonly storage: ObjectStorage;
  readonly upstream: Upstream;
  readonly policy: IntentPolicy;
  /** The member of a customer that carries its token; "" where there is none. */
  readonly slotField: string;
  readonly flights: Flights;
  /** The API has answered a search by token with what was not searched for. */
  readonly doubtSlot: () => void;
  /** Asks for the one call that passes while the breaker is half open, and tells what happened here. */
  readonly askTrial: Parameters<typeof seekTrial>[0];
}

// A run is a probe and a send at most; the bound only keeps a mistake from running for ever.
const maxSteps = 6;

const alarmsOfContact: Readonly<Record<string, string>> = {
  alarm_parked: "The contact of a sign-up is parked.",
  alarm_surplus: "More than one contact of a customer has this e-mail.",
  alarm_upstream: "The upstream does not take the key, or redirects.",
  alarm_slot: "The upstream does not honour the filter on e-mails.",
};

const alarms: Readonly<Record<string, string>> = {
  alarm_parked: "A sign-up is parked.",
  alarm_surplus: "More than one customer carries this token.",
  alarm_upstream: "The upstream did not take the key, or redirects.",
  alarm_slot: "The upstream does not honour the filter on the slot.",
};

type Happening = IntentEvent extends infer Event
  ? Event extends unknown
    ? Omit<Event, "now" | "random" | "held">
    : never
  : never;

function stamped(happening: Happening, held: boolean): IntentEvent {
  return { ...happening, now: Date.now(), random: randomBits(), ...(held ? { held } : {}) } as IntentEvent;
}

interface Taken {
  readonly event: IntentEvent;
  readonly step: IntentStep;
}

/** The step, by what the breaker and the budget allow: they are only asked when something would be sent. */
function stepOf({ machine }: Intent, happening: Happening, { policy }: RunnerParts, probesDue: () => boolean): Taken {
  const take = (held: boolean): Taken => {
    const event = stamped(happening, held);
    return { event, step: intents.step(machine, event, policy) };
  };
  const taken = take(false);
  if (!taken.step.effects.includes("send")) return taken;
  const passes = mayCall((machine.sends ?? 0) === 0 ? "create" : "retry", currentBreaker() !== "closed" && probesDue());
  return passes ? taken : take(true);
}

/** A breaker that is open answers for the upstream: nothing is known. */
async function probe(calls: Calls): Promise<ApiAnswer> {
  return mayCall("probe", false) ? endCall(await calls.probe()) : {};
}

/** `ended`: called once the call that was counted for this step has ended, and is counted as ended here. */
async function carryOut(
  { effects, intent }: IntentStep,
  payload: string | null,
  parts: RunnerParts,
  ended: () => void,
): Promise<Happening | undefined> {
  const { epoch = 0, leaseUntil = 0 } = intent;
  const { upstream, storage, policy } = parts;
  const calls = callsOf(intent, payload, upstream);
  if (effects.includes("send")) {
    if (payload === null) throw new Error("An intent to be sent has no payload.");
    // The record of the send is on the disk before its first byte leaves.
    await storage.sync();
    if (Date.now() >= leaseUntil - policy.upstream) return { event: "not_begun", epoch };
    const answer = await calls.send(payload);
    ended();
    return { event: "send_answered", epoch, answer: endCall(answer) };
  }
  if (effects.includes("probe")) return { event: "probe_answered", epoch, answer: await probe(calls) };
  return undefined;
}

/**
 * A contact is searched for by its e-mail, whatever is known of the slot. A customer is only to be found by a token that is sent
 * with it: the slot may have been proven, or chosen, since its sign-up was claimed.
 */
function partsFor({ machine, payload }: Intent, parts: RunnerParts): RunnerParts {
  const { policy, slotField } = parts;
  const mark = `${JSON.stringify(slotField)}:${JSON.stringify(machine.token)}`;
  const isFound = machine.owner !== undefined || (policy.hasSlot && (payload === null || payload.includes(mark)));
  return isFound === policy.hasSlot ? parts : { ...parts, policy: { ...policy, hasSlot: isFound } };
}

function report({ state, sends = 0, owner }: IntentState, { effects }: IntentStep, key: string): void {
  if (!effects.includes("send") && !effects.includes("probe")) log({ event: "intent", key, state, sends });
  for (const effect of effects) {
    const why = (owner === undefined ? alarms : alarmsOfContact)[effect];
    if (why !== undefined) log({ event: "alarm", key, why });
  }
}

/** `keyHash`, of the key, stands for it in flight records; its first eight digits do in the log. */
export async function runIntent(name: IntentName, keyHash: string, given: RunnerParts): Promise<void> {
  const { store } = given;
  const probesDue = () => store.hasDueProbe(Date.now());
  let intent = store.find(name);
  if (intent === undefined) return;
  await seekTrial(given.askTrial);
  const parts = partsFor(intent, given);
  let happening: Happening | undefined = { event: "start" };
  for (let count = 0; happening !== undefined; ++count) {
    if (count === maxSteps) throw new Error("An intent does not come to rest.");
    const { event, step } = stepOf(intent, happening, parts, probesDue);
    parts.flights.add(keyHash, { from: intent.machine, event, policy: parts.policy, step });
    // Ignored: another run took it, or there is nothing to do yet.
    if (step.outcome === "ignored") return;
    const { payload }: Intent = intent;
    // A send was counted as a call when it was let pass. However this ends, it does not stay one.
    let isCounted = step.effects.includes("send");
    try {
      // Nobody else changes it in between: the write of another run would have raised the epoch, and this one fails.
      intent = store.write(intent, step.intent, Date.now());
      if (intent === undefined) return;
      report(step.intent, step, keyHash.slice(0, 8));
      if (step.effects.includes("alarm_slot") && step.intent.owner === undefined) parts.doubtSlot();
      happening = await carryOut(step, payload, parts, () => {
        isCounted = false;
      });
    } finally {
      if (isCounted) dropCall();
    }
  }
}
