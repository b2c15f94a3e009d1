// What can happen to a sign-up, and what it then wants done.
import type { Answer } from "./answer.ts";
import type { Attempt, Submission } from "./state.ts";

/** Time (milliseconds since 1970) and randomness, in [0, 1), are part of what happens: a log of events repeats a run. */
export interface Stamp {
  readonly now: number;
  readonly random: number;
}

/** A key and a secret that nobody has seen. */
export type Fresh = Pick<Attempt, "key" | "secret">;

export type SignupEvent = Stamp &
  (
    | { readonly type: "submit"; readonly submission: Submission; readonly fresh: Fresh }
    /** Something was typed. */
    | { readonly type: "edit" }
    /** The person asks again. */
    | { readonly type: "check" }
    /** An attempt from before a reload. */
    | { readonly type: "resume"; readonly attempt: Attempt }
    | { readonly type: "stored"; readonly ok: boolean }
    | { readonly type: "token"; readonly token: string }
    | { readonly type: "answer"; readonly answer: Answer }
    | { readonly type: "waited" }
  );

/** Each of `token`, `post`, `ask` and `wait` ends what the one before it began. */
export type SignupEffect =
  /** Keep the attempt where a reload finds it; ends in `stored`. */
  | { readonly type: "store"; readonly attempt: Attempt }
  | { readonly type: "forget" }
  /** Fetch a form token; ends in `token`, or in `answer` when there is none. */
  | { readonly type: "token" }
  /** Ends in `answer`. */
  | { readonly type: "post"; readonly key: string; readonly body: string }
  /** Ends in `answer`. */
  | { readonly type: "ask"; readonly key: string; readonly secret: string }
  /** Ends in `waited`. */
  | { readonly type: "wait"; readonly ms: number };
