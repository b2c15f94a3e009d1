// How the parts of the gateway ask the one control object, and in which words.
import type { Level, Taken } from "../limits/limiter.ts";
import type { Happening, Shared } from "../limits/shared-pressure.ts";
import type { Counts } from "../metrics/registry.ts";
import { askObject } from "../objects.ts";
import type { ObjectNamespace } from "../platform.ts";
import type { Message } from "../webhooks/message.ts";

/**
 * Whether created records can be found by their token. unproven: the API has not answered yet. none: the filter is ignored
 * or refused, or the configuration says that there is no slot.
 */
export const slotStates = ["proven", "unproven", "none"] as const;
export type SlotState = (typeof slotStates)[number];

/** What an instance took, counted and saw of the API since it last told. */
export interface Told {
  readonly taken: readonly Taken[];
  readonly counts: Counts;
  readonly happenings: readonly Happening[];
}

export type ControlAsk =
  | ({ readonly question: "sync" } & Told)
  | { readonly question: "trial"; readonly happenings: readonly Happening[] }
  | { readonly question: "webhook"; readonly message: Message }
  | { readonly question: "slot" | "health" | "doubt" };

export interface SyncAnswer {
  readonly levels: readonly Level[];
  readonly shared: Shared;
  /** Counted by all instances. */
  readonly totals: Counts;
}

export interface HealthAnswer {
  readonly slot: SlotState;
  readonly store: "writable" | "failing";
}

function ask<Answer>(namespace: ObjectNamespace, question: ControlAsk): Promise<Answer> {
  const control = namespace.get(namespace.idFromName("control"));
  return askObject(control, question, "The control object did not answer.");
}

export function syncWithControl(namespace: ObjectNamespace, told: Told): Promise<SyncAnswer> {
  return ask(namespace, { question: "sync", ...told });
}

/** Whether one call may be made while the breaker is half open. */
export function askTrial(
  namespace: ObjectNamespace,
  happenings: readonly Happening[],
): Promise<Shared & { readonly passes: boolean }> {
  return ask(namespace, { question: "trial", happenings });
}

/** Asks the API first, unless it has answered already. */
export function askSlot(namespace: ObjectNamespace): Promise<SlotState> {
  return ask(namespace, { question: "slot" });
}

/** An answer of the API was not what was searched for: whether it still searches is asked for anew. */
export function doubtSlot(namespace: ObjectNamespace): Promise<null> {
  return ask(namespace, { question: "doubt" });
}

/** Done once it is on the disk. */
export function storeWebhook(namespace: ObjectNamespace, message: Message): Promise<null> {
  return ask(namespace, { question: "webhook", message });
}

export function askHealth(namespace: ObjectNamespace): Promise<HealthAnswer> {
  return ask(namespace, { question: "health" });
}
