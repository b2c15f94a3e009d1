// One sign-up as the gateway knows it, and the questions asked about it. Plain values.
import type { Standing } from "vestibule/gateway";

export const intentStates = ["claimed", "sent", "unknown", "created", "rejected", "parked"] as const;
export type IntentState = (typeof intentStates)[number];

/** Which sign-up: a key belongs to one site. */
export interface IntentName {
  readonly site: string;
  readonly key: string;
}

export interface Intent extends IntentName {
  readonly state: IntentState;
  readonly fingerprint: string;
  readonly rawBodyHash: string;
  readonly token: string;
  readonly secretHash: string | null;
  /** What is sent, whole; null once the outcome is final. */
  readonly payload: string | null;
  readonly sends: number;
  /** Raised by each run that takes the intent; a write of an older run changes nothing. */
  readonly epoch: number;
  readonly sentAt: number | null;
  readonly probedAt: number | null;
  readonly nextProbeAt: number | null;
  readonly responseStatus: number | null;
  readonly responseBody: string | null;
  /** Of the created customer. */
  readonly customerId: string | null;
}

export function isFinal({ state }: Intent): boolean {
  return state === "created" || state === "rejected";
}

/** A sign-up as it arrives. */
export interface Claim extends IntentName {
  readonly rawBodyHash: string;
  /** null with the payload: the core refused the body, which may still be a replay of one it once accepted. */
  readonly fingerprint: string | null;
  readonly payload: string | null;
  readonly token: string;
  readonly secretHash: string | null;
  readonly rulesVersion: string;
  readonly formToken: string;
}

/** What a page is told; `replayed`: it was final before this request. */
export type IntentAnswer =
  | { readonly kind: "final"; readonly status: number; readonly body: string; readonly replayed: boolean }
  | { readonly kind: "pending"; readonly state: IntentState; readonly running: boolean; readonly retryAfter: number }
  | { readonly kind: "none" | "reused" | "stale" };

/** How far the customer has come, or, where there is none, the sign-up. */
export type StandingAnswer =
  | { readonly kind: "standing"; readonly standing: Standing }
  /** The API did not answer. */
  | { readonly kind: "unanswered" }
  | IntentAnswer;
