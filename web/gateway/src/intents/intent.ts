// One sign-up as the gateway keeps it, or the contact that came along with one, and the questions asked about it. Plain values.
import type { IntentState, IntentStateName, Standing } from "vestibule/gateway";

/** Which sign-up: a key belongs to one site. */
export interface IntentName {
  readonly site: string;
  readonly key: string;
}

export interface Intent extends IntentName {
  /** What the core's machine made of it: state, sends, binding. */
  readonly machine: IntentState;
  readonly fingerprint: string;
  readonly rawBodyHash: string;
  readonly secretHash: string | null;
  /** What is sent, whole; null once the outcome is final. */
  readonly payload: string | null;
  /** What is answered once the outcome is final. */
  readonly response: StoredResponse | null;
}

/** Repeated byte for byte. */
export interface StoredResponse {
  readonly status: number;
  readonly body: string;
}

/** A sign-up as it arrives. */
export interface Claim extends IntentName {
  readonly rawBodyHash: string;
  /** null with the payload: the core refused the body, which may still be a replay of one it once accepted. */
  readonly fingerprint: string | null;
  readonly payload: string | null;
  /** What is sent once the customer is bound; null without a contact. */
  readonly contact: string | null;
  readonly token: string;
  readonly secretHash: string | null;
  readonly rulesVersion: string;
  readonly formToken: string;
  /** Milliseconds; a form token that is younger is waited for. */
  readonly formAge: number;
}

/** What a page is told; `replayed`: it was final before this request. */
export type IntentAnswer =
  | { readonly kind: "final"; readonly status: number; readonly body: string; readonly replayed: boolean }
  | {
      readonly kind: "pending";
      readonly state: IntentStateName;
      readonly running: boolean;
      readonly retryAfter: number;
    }
  /** busy: not stored, since too much is under way. */
  | { readonly kind: "none" | "reused" | "stale" | "busy" };

/** How far the customer has come, or, where there is none, the sign-up. */
export type StandingAnswer =
  | { readonly kind: "standing"; readonly standing: Standing }
  /** The API did not answer, or is not asked for so many seconds. */
  | { readonly kind: "unanswered"; readonly pause: number }
  | IntentAnswer;
