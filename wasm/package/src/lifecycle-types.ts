// What `core.lifecycle`, `core.sync` and `core.audit` take and answer.
import type { Code } from "./generated/codes.ts";

export type Stage = "Draft" | "Prospect" | "Active" | "Managed";
/** The tie to a Salesforce account. Held: a person has to look, and nothing is written there. */
export type Link = "None" | "Pending" | "Linked" | "Suspended" | "Severed" | "Held";

export type LifecycleEventKind =
  | "created"
  | "order_activated"
  | "order_changed"
  | "renewed"
  | "cancelled"
  | "draft_pushed"
  | "link_set"
  | "relinked"
  | "account_merged"
  | "account_deleted"
  | "account_undeleted"
  | "account_missing"
  | "sync_failed"
  | "mode_changed"
  | "hold_released"
  | "erase";

export interface OrderFact {
  readonly kind: "activated" | "changed" | "renewed" | "cancelled";
  /** The order's id. */
  readonly order: string;
}

/** What is known of one customer: what a host stores. */
export interface Life {
  readonly id?: string;
  readonly mode: "selective" | "continuous";
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

/** One event, with the members its kind has; core/docs/lifecycle.md lists them. */
export interface LifecycleEvent {
  readonly event: LifecycleEventKind;
  readonly [member: string]: string | number | boolean;
}

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

export interface LifecycleOutcome {
  readonly outcome: "applied" | "noted" | "repeated" | "ignored";
  /** Why it was not simply applied. */
  readonly because?: string;
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
  readonly mode?: "selective" | "continuous";
  /** Orders of the customer as the API answers them. */
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
  /** Whether the events were replayed too; not where the log is longer than the core takes at once. */
  readonly replayed: boolean;
}

export interface Audit {
  /** Recomputes the chain of an audit log (NDJSON) from its beginning. */
  verify(log: string): AuditVerdict;
}
