// The breaker and the budget of retries as isolates share them. Each decides by its own at once, and tells the control object
// once a second what passed and how it ended; that replays it all by the same rules, and what it comes to is taken over.
// So an isolate may know of others' failures a second late, and no call waits for that. Only while the breaker is half open
// the control object is asked first: one call passes then, in the whole gateway.
import type { ApiAnswer, Breaker, Intents, Pressure } from "vestibule/gateway";

export type Call = "create" | "retry" | "probe";

export type Rules = Pick<Intents, "pass" | "note">;

/** What one isolate let pass, or how it ended. Rows are left out: they are customers, and say nothing of the API. */
export type Happening =
  | { readonly passed: Call; readonly now: number }
  | { readonly ended: Omit<ApiAnswer, "rows">; readonly now: number; readonly random: number };

/** As the control object knows it. `breaker`: as it was when a call last ended. */
export interface Shared {
  readonly pressure: Pressure;
  readonly breaker: Breaker;
}

/** An isolate that tells nobody for so long has forgotten the oldest; the breaker then opens a little later elsewhere. */
const mostUntold = 2000;
/** A call that was let through on trial is begun within this, or left to another; the core waits longer for its answer. */
const trialMs = 5000;

/** Seconds. The core takes no longer one from the API. */
const longestPause = 300;

const calm: Shared = { pressure: "", breaker: "closed" };

/** What comes of it when all this happens, too. */
export function replay(rules: Rules, shared: Shared, happenings: readonly Happening[]): Shared {
  return happenings.reduce<Shared>(({ pressure, breaker }, happening) => {
    if ("passed" in happening) {
      return { pressure: rules.pass(pressure, happening.passed, happening.now, false).pressure, breaker };
    }
    return rules.note(pressure, happening.ended, happening);
  }, shared);
}

export function writeShared(shared: Shared): string {
  return JSON.stringify(shared);
}

/** As it was kept; calm where nothing was, or by rules that wrote it in another way. */
export function readShared(kept: string | undefined, rules: Rules): Shared {
  if (kept === undefined) return calm;
  try {
    const shared: Shared = JSON.parse(kept);
    rules.pass(shared.pressure, "probe", 0, false);
    return shared;
  } catch {
    return calm;
  }
}

/** The control object's side. */
export class SharedPressure {
  readonly #rules: Rules;
  #shared: Shared;

  constructor(rules: Rules, shared: Shared = calm) {
    this.#rules = rules;
    this.#shared = shared;
  }

  get shared(): Shared {
    return this.#shared;
  }

  tell(happenings: readonly Happening[]): Shared {
    this.#shared = replay(this.#rules, this.#shared, happenings);
    return this.#shared;
  }

  /** Whether a call may be tried. The one who may gets what was known before, and counts the call itself. */
  tryOne(happenings: readonly Happening[], now: number): Shared & { readonly passes: boolean } {
    const before = this.tell(happenings);
    const { passes, pressure } = this.#rules.pass(before.pressure, "probe", now, false);
    this.#shared = { ...before, pressure };
    return { ...before, passes };
  }
}

/** One isolate's side. */
export class OwnPressure {
  readonly #rules: Rules;
  #shared: Shared = calm;
  #untold: Happening[] = [];
  #trialUntil = 0;

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  get breaker(): Breaker {
    return this.#shared.breaker;
  }

  /** Whether a call could be made now, by what is known here; not counted. */
  couldPass(now: number): boolean {
    return this.#rules.pass(this.#shared.pressure, "probe", now, false).passes;
  }

  /** For how many seconds no call can be made, by what is known here; 300 at most, as long as any pause is. */
  pauseSeconds(now: number): number {
    // Once a call could pass it could pass later, so that the moment is found by halving.
    let [least, most] = [0, longestPause];
    while (least < most) {
      const middle = Math.floor((least + most) / 2);
      if (this.couldPass(now + middle * 1000)) most = middle;
      else least = middle + 1;
    }
    return least;
  }

  /** Whether the call may be made now; then it is counted. Unless the breaker is closed it needs a trial, which the core lets be one call. */
  passes(call: Call, now: number, probeWaits: boolean): boolean {
    if (this.breaker !== "closed" && now >= this.#trialUntil) return false;
    const { passes, pressure } = this.#rules.pass(this.#shared.pressure, call, now, probeWaits);
    this.#shared = { ...this.#shared, pressure };
    if (!passes) return false;
    this.#note({ passed: call, now });
    return true;
  }

  /** Takes in how a call ended. */
  ended({ rows: _, ...ended }: ApiAnswer, now: number, random: number): void {
    const happening = { ended, now, random };
    this.#shared = replay(this.#rules, this.#shared, [happening]);
    this.#note(happening);
  }

  #note(happening: Happening): void {
    this.#untold.push(happening);
    if (this.#untold.length > mostUntold) this.#untold.shift();
  }

  /** Whether the control object is to be asked for a trial before anything is begun. */
  wantsTrial(now: number): boolean {
    return this.breaker !== "closed" && now >= this.#trialUntil && this.couldPass(now);
  }

  takeTrial({ passes, ...shared }: Shared & { readonly passes: boolean }, now: number): void {
    this.adopt(shared);
    if (passes) this.#trialUntil = now + trialMs;
  }

  /** What happened since the last call. */
  drain(): readonly Happening[] {
    const untold = this.#untold;
    this.#untold = [];
    return untold;
  }

  /** Takes back what could not be told. */
  restore(untold: readonly Happening[]): void {
    this.#untold = [...untold, ...this.#untold].slice(-mostUntold);
  }

  /** Takes over what the control object knows, and what happened here while it was asked. */
  adopt(shared: Shared): void {
    this.#shared = replay(this.#rules, shared, this.#untold);
  }
}
