// What the desk of a shard is asked and answers. Plain values without personal data.

export const deskStates = ["parked", "surplus"] as const;
export type DeskState = (typeof deskStates)[number];

export interface ListedIntent {
  /** SHA-256 of its key, in hexadecimal: the log has the first eight digits. */
  readonly hash: string;
  readonly site: string;
  readonly state: string;
  readonly ageSeconds: number;
  /** Since it came to rest. */
  readonly restsSeconds: number;
  readonly sends: number;
  readonly customerId: string | null;
  /** Other records with its token. */
  readonly surplus: readonly string[];
}

/** By state: claimed, sent, unknown, parked; and "surplus". */
export type DeskCounts = Readonly<Record<string, number>>;

export interface Relink {
  readonly hash: string;
  readonly customerId: string;
  readonly who: string;
  readonly why: string;
}

export type RelinkAnswer = { readonly kind: "relinked" | "not_parked" | "unknown_customer" | "unanswered" };

export interface AuditEntry {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly who: string;
  readonly what: string;
  readonly why: string;
  readonly site: string;
  readonly hash: string;
  readonly customerId: string;
}
