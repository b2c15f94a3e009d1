// What `core.signup` takes and answers: the machine behind a sign-up, for a host of one's own. createSignup is one.

export type SignupStateName =
  | "editing"
  | "persisting"
  | "queued"
  | "sending"
  | "waiting"
  | "unresolved"
  | "expired"
  | "confirmed"
  | "refused";

/** One attempt: kept over retries, reloads and tabs, so that whatever arrives twice is created once. */
export interface MachineAttempt {
  /** A UUID. The gateway knows the sign-up by it. */
  readonly key?: string;
  /** Whoever has it may ask the gateway what became of the key. */
  readonly secret?: string;
  /** Milliseconds since 1970. */
  readonly began?: number;
  /** Counted before each one. */
  readonly sends?: number;
  /** The answers are at hand. What they are the machine does not know. */
  readonly hasPayload?: boolean;
}

/** A member that is absent is "", 0 or false. */
export interface MachineState extends MachineAttempt {
  readonly state: SignupStateName;
  /** The next move is to ask, not to send. */
  readonly asksNext?: boolean;
  /** Why it waits: a code of the gateway, browser.offline or browser.other_tab. */
  readonly reason?: string;
  /** When the waiting began. */
  readonly since?: number;
  readonly hasToken?: boolean;
  readonly stale?: boolean;
  readonly reused?: boolean;
  readonly adopted?: boolean;
  readonly volatile?: boolean;
  readonly locked?: boolean;
  readonly offline?: boolean;
  readonly earlier?: boolean;
}

/** What happened; core/docs/signup.md says to what it leads. */
export type MachineHappening =
  | { readonly event: "submit"; readonly key: string; readonly secret: string }
  | ({ readonly event: "resume" } & MachineAttempt)
  | ({ readonly event: "stored"; readonly ok: boolean } & MachineAttempt)
  | { readonly event: "locked"; readonly ok: boolean }
  | {
      readonly event: "answered";
      readonly status: number;
      readonly code: string;
      readonly retryAfterMs: number;
      /** The body is a customer of this wire's version. */
      readonly whole: boolean;
    }
  | { readonly event: "edit" | "check" | "told" | "token" | "waited" | "offline" | "online" };

/** Time, in milliseconds since 1970, and 32 bits of randomness are part of what happens. */
export type MachineEvent = MachineHappening & { readonly now: number; readonly random: number };

/** What is to be done, in this order. */
export type MachineEffect =
  | "store"
  | "erase_payload"
  | "forget"
  | "tell"
  | "unlock"
  | "lock"
  | "token"
  | "post"
  | "ask"
  | "wait";

export interface MachineStep {
  readonly state: MachineState;
  readonly effects: readonly MachineEffect[];
  /** With the effect "wait". */
  readonly waitMs?: number;
}

export interface SignupMachine {
  /** Pure; throws a VestibuleUsageError for what is no state or no event. */
  step(state: MachineState, event: MachineEvent): MachineStep;
}
