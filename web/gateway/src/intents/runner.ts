// Runs one intent: asks the machine, writes what it says, does what it says, until there is nothing to do for now.
import { log } from "../log.ts";
import type { ObjectStorage } from "../platform.ts";
import type { Upstream } from "../upstream.ts";
import type { Intent, IntentName } from "./intent.ts";
import { type Event, type Policy, type Step, step } from "./machine.ts";
import type { IntentStore } from "./store.ts";

export interface RunnerParts {
  readonly store: IntentStore;
  readonly storage: ObjectStorage;
  readonly upstream: Upstream;
  readonly policy: Policy;
}

// A run is a probe and a send at most; the bound only keeps a mistake from running for ever.
const maxSteps = 6;

async function effectOf(intent: Intent, { effect }: Step, { upstream, storage }: RunnerParts): Promise<Event | null> {
  switch (effect) {
    case "send":
      if (intent.payload === null) throw new Error("An intent to be sent has no payload.");
      // The record of the send is on the disk before its first byte leaves.
      await storage.sync();
      return { type: "send_answer", outcome: await upstream.send(intent.payload, intent.token) };
    case "probe":
      return { type: "probe_answer", outcome: await upstream.probe(intent.token) };
    case "rest":
      return null;
  }
}

function report({ state, sends }: Intent, { surplus }: Step, key: string): void {
  log({ event: "intent", key, state, sends });
  if (surplus !== undefined) log({ event: "alarm", key, why: "More than one customer carries this token." });
  if (state === "parked") log({ event: "alarm", key, why: "A sign-up is parked." });
}

/** `keyHash` stands for the key in the log. */
export async function runIntent(name: IntentName, keyHash: string, parts: RunnerParts): Promise<void> {
  const { store, policy } = parts;
  let intent = store.lease(name, Date.now(), policy.leaseMs);
  let event: Event | null = { type: "start" };
  for (let count = 0; event !== null && intent !== undefined; ++count) {
    if (count === maxSteps) throw new Error("An intent does not come to rest.");
    const next: Step = step(intent, event, Date.now(), policy);
    intent = store.write(intent, next.change, Date.now());
    if (intent === undefined) return; // another run took it
    if (next.effect === "rest") report(intent, next, keyHash);
    event = await effectOf(intent, next, parts);
  }
}
