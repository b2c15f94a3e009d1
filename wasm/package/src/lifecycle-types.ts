// What `core.lifecycle`, `core.sync` and `core.audit` take and answer.
import type { Code } from "./generated/codes.ts";

export type Stage = "Draft" | "Prospect" | "Active" | "Managed";
/** The tie to a Salesforce account. Held: a person has to look, and nothing is written there. */
export type Link = "None" | "Pending" | "Linked" | "Suspended" | "Severed" | "Held";

/** When a customer gets an account: with its first activated order, or at once. */
export type SyncMode = "selective" | "continuous";

export interface OrderFact {
  readonly kind: "activated" | "changed" | "renewed" | "cancelled";
  /** The order's id. */
  readonly order: string;
}

/** What is known of one customer: what a host stores. */
export interface Life {
  readonly id?: string;
  readonly mode: SyncMode;
  /** Never "Held": a hold lies over it. */
  readonly link: Exclude<Link, "Held">;
  readonly hold?: "conflict" | "duplicate" | "merge_cycle" | "refused";
  /** The account that a conflict, a duplicate or a cycle of merges is about. */
  readonly holdAccount?: string;
  /** The account's Salesforce id. */
  readonly account?: string;
  readonly pastAccounts?: readonly string[];
  readonly accountVersion?: number;
  readonly orders?: readonly OrderFact[];
  readonly customerSince?: string;
  readonly erased?: true;
}

interface OfAccount {
  /** Its Salesforce id; of a merge that of the account that is gone. */
  readonly account: string;
}

interface OfTakenAccount extends OfAccount {
  /** Whether the account, of a merge the winner, is tied to another customer. Default false. */
  readonly taken?: boolean;
}

interface OfVersion extends OfAccount {
  /** Of the account; 0 (default) where there is none. */
  readonly version?: number;
}

interface OfOrder {
  /** Its id. */
  readonly order: string;
}

/** What the events of each kind carry. */
interface LifecycleEventMembers {
  readonly created: { readonly id: string; readonly mode: SyncMode };
  /** The day is YYYY-MM-DD. */
  readonly order_activated: OfOrder & { readonly day: string };
  readonly order_changed: OfOrder;
  readonly renewed: OfOrder;
  readonly cancelled: OfOrder;
  readonly draft_pushed: object;
  readonly link_set: OfTakenAccount & { readonly source: "sync" | "salesforce" | "import" | "person" };
  readonly relinked: OfTakenAccount;
  /** The winner is the account that the merges end at; a cycle, default false, leads back to the first. */
  readonly account_merged: OfTakenAccount & { readonly winner: string; readonly cycle?: boolean };
  readonly account_deleted: OfVersion;
  readonly account_undeleted: OfVersion;
  /** A reconcile did not find it. Days since it was suspended, default 0. */
  readonly account_missing: OfAccount & { readonly days?: number };
  /** Whether for good. Default false. */
  readonly sync_failed: { readonly permanent?: boolean };
  readonly mode_changed: { readonly mode: SyncMode };
  /** By a person. */
  readonly hold_released: object;
  /** Whether an order is open; then it is ignored. Default false. */
  readonly erase: { readonly openOrder?: boolean };
}

export type LifecycleEventKind = keyof LifecycleEventMembers;

/** One event, with the members of its kind and no others; core/docs/lifecycle.md lists them too. */
export type LifecycleEvent = {
  [Kind in LifecycleEventKind]: { readonly event: Kind } & LifecycleEventMembers[Kind];
}[LifecycleEventKind];

export interface Standing {
  readonly stage: Stage;
  readonly link: Link;
  readonly hold?: "conflict" | "duplicate" | "merge_cycle" | "refused";
  /** The account that a conflict, a duplicate or a cycle of merges is about. */
  readonly holdAccount?: string;
}

export type LifecycleEffect =
  | "promote_type"
  | "customer_since"
  | "make_account"
  | "refresh"
  | "retry"
  | "alarm"
  | "erase_personal"
  | "destroy_key";

/** Why an event was not simply applied. */
export type LifecycleReason =
  | "no_customer"
  | "other_id"
  | "known"
  | "no_active_order"
  | "not_due"
  | "linked_already"
  | "not_ours"
  | "stale"
  | "too_early"
  | "taken"
  | "not_held"
  | "open_order";

export interface LifecycleOutcome {
  readonly outcome: "applied" | "noted" | "repeated" | "ignored";
  readonly because?: LifecycleReason;
  readonly effects: readonly LifecycleEffect[];
}

export interface LifecycleStep extends Standing, LifecycleOutcome {
  readonly life: Life;
}

/** What an event would lead to, if it came next. */
export interface NextEvent extends Standing, LifecycleOutcome {
  readonly event: LifecycleEventKind;
}

export interface LifeDescription extends Standing {
  readonly next: readonly NextEvent[];
}

export interface LifecycleOptions {
  /** How the tenant syncs with Salesforce. Default "selective". */
  readonly mode?: SyncMode;
  /**
   * All orders of the customer as the API answers them; the stage follows from those that were activated. Without a list
   * `customerSince` stands for one activated order: then nobody is Managed, and who brought the date from another system,
   * as an account that was taken in does, is Active.
   */
  readonly orders?: readonly { readonly id: string; readonly status: string }[];
}

/** Where a customer stands, and what can happen next. */
export interface Lifecycle {
  /** The life behind a customer as the API answers it. */
  of(customer: object, options?: LifecycleOptions): Life;
  describe(life: Life): LifeDescription;
  /** What an event leads to. Throws a TypeError that names the member where life or event are none. */
  step(life: Life, event: LifecycleEvent): LifecycleStep;
}

export interface PreviewOptions {
  readonly of?: "customer" | "contact";
  readonly country?: string;
}

/** One field as the account would hold it. */
export interface PreviewRow {
  readonly field: string;
  /** Its name in Salesforce. */
  readonly salesforce: string;
  /** Whose value holds once both sides have changed it; what the other one writes into Nue's is taken back. */
  readonly master: "nue" | "salesforce";
  readonly state: "kept" | "changed" | "cut" | "refused" | "missing";
  readonly value: unknown;
  /** Why it is cut, refused or missing. */
  readonly code?: Code;
}

export interface Sync {
  preview(record: object, options?: PreviewOptions): readonly PreviewRow[];
}

export interface AuditVerdict {
  readonly ok: boolean;
  /** Lines that were found whole. */
  readonly count: number;
  /** The hash of the last of them: compare it with one that was kept elsewhere. */
  readonly head: string;
  /** What is wrong with the line after them. */
  readonly fault?: "syntax" | "sequence" | "chain" | "hash" | "replay";
  /** Whether the events were replayed too: false only where the module was lost on the way, for want of memory. */
  readonly replayed: boolean;
}

export interface Audit {
  /** Recomputes the chain of an audit log (NDJSON) from its beginning, and replays its events. A line has 1 MiB at most. */
  verify(log: string): AuditVerdict;
}
