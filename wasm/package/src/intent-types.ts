// One sign-up in a gateway: what `core.intents` takes and answers. Texts and numbers are those of the core's own JSON
// (core/include/vestibule/gateway/json.hpp); members without a value are left out.

export type IntentStateName = "claimed" | "sent" | "unknown" | "created" | "rejected" | "parked";

/** What a host stores whole, in one write, before it carries out a step's effects. Times are milliseconds since 1970. */
export interface IntentState {
  readonly state: IntentStateName;
  /** 26 characters; stands in the slot of every record that this sign-up creates. A contact has none. */
  readonly token?: string;
  /** Of a contact: the customer it is created under. */
  readonly owner?: string;
  readonly sends?: number;
  /** Of the newest run; what an older one brings late changes nothing. */
  readonly epoch?: number;
  /** Until then the newest run is alive. */
  readonly leaseUntil?: number;
  /** Of a contact that was never sent: when its customer was bound. */
  readonly sentAt?: number;
  readonly probedAt?: number;
  /** When a run has to be started; absent: never. */
  readonly dueAt?: number;
  readonly settledAt?: number;
  readonly probes?: number;
  /** The customer it is bound to, for good; of a contact its own id. */
  readonly customerId?: string;
  readonly accountNumber?: string;
  readonly externalId?: string;
  /** Other records with the token, for a person to look at. */
  readonly surplus?: readonly string[];
}

/** One record of an answer of the API. */
export interface AnswerRow {
  readonly id?: string;
  readonly accountNumber?: string;
  readonly externalId?: string;
  readonly createdDate?: string;
  /** What stands in the slot; of a contact with the e-mail that was looked up: its customer. */
  readonly mark?: string;
}

/** An answer of the API with its body read by the host; {} when none came. */
export interface ApiAnswer {
  readonly status?: number;
  /** The body is one whole JSON object. */
  readonly readable?: boolean;
  /** Its `status` says SUCCESS, and `data` is a list of objects. */
  readonly success?: boolean;
  /** The header, as it came. */
  readonly retryAfter?: string;
  readonly rows?: readonly AnswerRow[];
}

export interface Stamp {
  readonly now: number;
  /** 32 random bits. */
  readonly random?: number;
}

export type IntentEvent = Stamp &
  /** `held`: breaker or budget let no create pass. */
  (
    | { readonly event: "start"; readonly held?: boolean }
    | {
        readonly event: "send_answered" | "probe_answered";
        readonly epoch: number;
        readonly answer: ApiAnswer;
        readonly held?: boolean;
      }
    /** No byte of the create has left: its lease was about to end. */
    | { readonly event: "not_begun"; readonly epoch: number }
    /** An operator says which customer it became. */
    | { readonly event: "relinked"; readonly customerId: string }
  );

/** In the order in which they are carried out. `send` and `probe` are answered by an event of the step's epoch. */
export type IntentEffect =
  | "erase_payload"
  | "send"
  | "probe"
  | "alarm_parked"
  | "alarm_surplus"
  | "alarm_upstream"
  | "alarm_slot";

export interface IntentStep {
  readonly intent: IntentState;
  readonly outcome: "applied" | "ignored";
  readonly because?: "leased" | "stale_epoch" | "not_due" | "not_awaited" | "not_parked";
  readonly effects: readonly IntentEffect[];
}

export interface IntentPolicy {
  /** Records carry the token and can be searched for by it. */
  readonly hasSlot: boolean;
  /** Only one owner of the store can live, as with a Durable Object. */
  readonly singleOwner: boolean;
  /** How long an answer of the API is waited for. */
  readonly upstream: number;
  readonly lease: number;
  /** A create that left no trace for so long is not carried out any more. */
  readonly horizon: number;
}

/** What tells two requests of one key apart. */
export interface RequestMarks {
  /** Of the accepted value; "" when the core refused the body. */
  readonly fingerprint: string;
  readonly bodyHash: string;
}

/**
 * claim: the first of its key. refuse: the core refused it, and its key is not known. reuse: the key is another sign-up's.
 * replay: what is stored, byte for byte. wait: not settled.
 */
export type Admission = "claim" | "refuse" | "reuse" | "replay" | "wait";

/** How much the whole gateway may ask of the API: opaque, kept by the host. "" is a new one. */
export type Pressure = string;

export interface Intents {
  step(intent: IntentState, event: IntentEvent, policy: IntentPolicy): IntentStep;
  admit(known: (RequestMarks & { readonly state: IntentStateName }) | undefined, request: RequestMarks): Admission;
  /** Whether the call may be made now, and if so counts it. `probeWaits`: a search is due. */
  pass(
    pressure: Pressure,
    call: "create" | "retry" | "probe",
    now: number,
    probeWaits: boolean,
  ): { readonly passes: boolean; readonly pressure: Pressure };
  /** Takes in how a call ended. */
  note(pressure: Pressure, answer: ApiAnswer, stamp: Stamp): { readonly breaker: Breaker; readonly pressure: Pressure };
}

export type Breaker = "closed" | "half_open" | "open";
