// What the desk of a shard is asked and answers. Plain values without personal data.

export const deskStates = ["parked", "surplus"] as const;
export type DeskState = (typeof deskStates)[number];

export interface ListedIntent {
  /** SHA-256 of its key, in hexadecimal: the log has the first eight digits. */
  readonly hash: string;
  readonly of: "customer" | "contact";
  /** SHA-256 of the sign-up's key: the same as `hash` but of a contact. */
  readonly signup: string;
  readonly site: string;
  readonly state: string;
  readonly ageSeconds: number;
  /** Since it came to rest. */
  readonly restsSeconds: number;
  readonly sends: number;
  /** Of a contact: the customer it belongs to. */
  readonly customerId: string | null;
  /** Other records with its token that nobody has settled. */
  readonly surplus: readonly string[];
}

/** By state: claimed, sent, unknown, parked; and "surplus". */
export type DeskCounts = Readonly<Record<string, number>>;

/** What a person decided about one sign-up. */
export interface Decision {
  readonly hash: string;
  /** Of a contact: the contact's id. */
  readonly customerId: string;
  readonly who: string;
  readonly why: string;
}

export type RelinkAnswer = { readonly kind: "relinked" | "not_parked" | "unknown_customer" | "unanswered" };

export interface AuditEntry {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly who: string;
  readonly what: "relink" | "settle";
  readonly why: string;
  readonly site: string;
  readonly hash: string;
  readonly customerId: string;
}
