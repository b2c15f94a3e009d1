// What the types of a life and its events must and must not accept; the compiler is the test (tsc -p tsconfig.json).
import type { Life, LifecycleEvent, LifecycleOutcome } from "../../wasm/package/src/api.ts";

const id = "020796fe-7c28-438c-a7fb-d7533da21cfe";
const account = "0015f00002JUZPDAA5";

/** One of each kind, with all members it has. */
export const events: {
  readonly [Kind in LifecycleEvent["event"]]: Required<Extract<LifecycleEvent, { event: Kind }>>;
} = {
  created: { event: "created", id, mode: "selective" },
  order_activated: { event: "order_activated", order: id, day: "2026-03-04" },
  order_changed: { event: "order_changed", order: id },
  renewed: { event: "renewed", order: id },
  cancelled: { event: "cancelled", order: id },
  draft_pushed: { event: "draft_pushed" },
  link_set: { event: "link_set", account, source: "sync", taken: false },
  relinked: { event: "relinked", account, taken: false },
  account_merged: { event: "account_merged", account, winner: account, taken: false, cycle: false },
  account_deleted: { event: "account_deleted", account, version: 1 },
  account_undeleted: { event: "account_undeleted", account, version: 1 },
  account_missing: { event: "account_missing", account, days: 1 },
  sync_failed: { event: "sync_failed", permanent: false },
  mode_changed: { event: "mode_changed", mode: "continuous" },
  hold_released: { event: "hold_released" },
  erase: { event: "erase", openOrder: false },
};

/** Every reason, once. */
export const reasons: Readonly<Record<NonNullable<LifecycleOutcome["because"]>, true>> = {
  no_customer: true,
  other_id: true,
  known: true,
  no_active_order: true,
  not_due: true,
  linked_already: true,
  not_ours: true,
  stale: true,
  too_early: true,
  taken: true,
  not_held: true,
  open_order: true,
};

export function good(): readonly LifecycleEvent[] {
  return [
    { event: "link_set", account, source: "import" },
    { event: "account_deleted", account },
    { event: "sync_failed" },
    { event: "erase" },
  ];
}

export function bad(outcome: LifecycleOutcome, life: Life): readonly LifecycleEvent[] {
  // @ts-expect-error not a reason
  if (outcome.because === "because") return [];
  // @ts-expect-error a hold lies over a link
  if (life.link === "Held") return [];
  return [
    // @ts-expect-error no order
    { event: "renewed" },
    // @ts-expect-error no day
    { event: "order_activated", order: id },
    // @ts-expect-error no source
    { event: "link_set", account },
    // @ts-expect-error not a source
    { event: "link_set", account, source: "nue" },
    // @ts-expect-error no winner
    { event: "account_merged", account },
    // @ts-expect-error a member of another kind
    { event: "draft_pushed", days: 1 },
    // @ts-expect-error a member of another kind
    { event: "hold_released", account },
    // @ts-expect-error a number
    { event: "account_missing", account, days: "1" },
    // @ts-expect-error not a kind
    { event: "born" },
  ];
}
