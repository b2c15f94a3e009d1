// One sign-up as a page sees it, from the first press of the button to a final answer. Plain values.
import type { Code } from "../generated/codes.ts";

/** One attempt: kept over retries, reloads and tabs, so that whatever arrives twice is created once. */
export interface Attempt {
  /** A UUID. The gateway knows the sign-up by it. */
  readonly key: string;
  /** Whoever has it may ask the gateway what became of the key. */
  readonly secret: string;
  /** Milliseconds since 1970, of the first send. */
  readonly since: number;
}

/** What is sent. */
export interface Submission {
  readonly customer: object;
  /** A person at the customer, with firstName, lastName, name and email at least. */
  readonly contact?: object;
  /** What stood in the field no person sees. */
  readonly trap: string;
  readonly locale: string;
  /** Which rules the page judged with. */
  readonly rules: string;
}

/** An attempt that is under way. */
export interface Pursuit {
  readonly attempt: Attempt;
  /** null where the answers could not be kept over a reload: there is nothing to send again, only something to ask for. */
  readonly submission: Submission | null;
  readonly sends: number;
  /** The browser could not keep the attempt: a reload forgets it. */
  readonly volatile: boolean;
  /** The browser keeps the answers too: after a reload they are sent again where that is needed. */
  readonly answersKept: boolean;
}

/** The customer as the gateway answers it. */
export interface Created {
  readonly id: string;
  readonly accountNumber: string | null;
  readonly stage: string;
  readonly link: string;
}

/** A finding of the gateway: its words are made here. Pointers as in the customer, "/email", or the contact, "/contact/email". */
export interface ServerFinding {
  readonly code: Code;
  readonly pointer: string;
  readonly severity: "error" | "warning";
}

export interface Problem {
  readonly status: number;
  /** A code of the gateway; "" when it gave none. */
  readonly code: string;
  readonly findings: readonly ServerFinding[];
}

export type SignupState =
  /** Answers may be changed. `attempt`: one that never arrived; its key goes with what is sent next. */
  | { readonly name: "editing"; readonly attempt: Attempt | null }
  | { readonly name: "persisting" | "sending"; readonly pursuit: Pursuit }
  /**
   * Stored, and not sent while there is no network ("browser.offline") or another tab sends ("browser.other_tab"); ""
   * for the moment it takes to find out. With `next` "send" and one of the pursuit's `sends`, nothing has left this browser.
   */
  | {
      readonly name: "queued";
      readonly pursuit: Pursuit;
      readonly next: "send" | "ask";
      readonly reason: string;
    }
  /** Not known yet: sent again, or asked for, after a while. `reason` is a code of the gateway, "" for no answer. */
  | {
      readonly name: "waiting";
      readonly pursuit: Pursuit;
      readonly next: "send" | "ask";
      readonly reason: string;
    }
  /** Waited for long enough: asked for once a minute, and when the person says so. */
  | { readonly name: "unresolved"; readonly pursuit: Pursuit; readonly reason: string }
  /** A day has passed: the answers were erased, and the key is asked for when the person says so. */
  | { readonly name: "expired"; readonly pursuit: Pursuit; readonly reason: string }
  /** `earlier`: the customer holds what was sent before a reload or in another tab. */
  | { readonly name: "confirmed"; readonly created: Created; readonly earlier: boolean }
  | { readonly name: "refused"; readonly problem: Problem };

export const initialSignup: SignupState = { name: "editing", attempt: null };
