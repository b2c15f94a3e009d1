// Runs the machine: stamps what happens, does what it asks for, tells who listens.
import type { SignupEffect, SignupEvent } from "./event.ts";
import { step } from "./machine.ts";
import { makeFresh } from "./random.ts";
import { type Fetch, makeRequests } from "./requests.ts";
import { initialSignup, type SignupState, type Submission } from "./state.ts";
import { type AttemptStore, sessionStore } from "./storage.ts";

export interface SignupOptions {
  /** Where the gateway's API is; other origins have to be listed in its configuration. Default "/api". */
  readonly endpoint?: string;
  /** Instead of the page's own fetch. */
  readonly fetch?: Fetch;
  /** Instead of the tab's session storage. */
  readonly store?: AttemptStore;
}

/** What a page tells a sign-up. */
export type SignupAct =
  /** Sends the answers. While an attempt is under way this does nothing, however often it is called. */
  | { readonly type: "submit"; readonly submission: Submission }
  /** An answer was changed. */
  | { readonly type: "edit" }
  /** The person asks whether it is known by now. */
  | { readonly type: "check" };

export interface Signup {
  readonly state: SignupState;
  send(act: SignupAct): void;
  /** Calls `listener` after each change; answers what ends that. */
  subscribe(listener: (state: SignupState) => void): () => void;
}

type Happening = SignupEvent extends infer Event
  ? Event extends unknown
    ? Omit<Event, "now" | "random">
    : never
  : never;

/** A sign-up of this tab. One that a reload interrupted is asked for at once. */
export function createSignup(options: SignupOptions = {}): Signup {
  const { endpoint = "/api", store = sessionStore } = options;
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const requests = makeRequests(endpoint.replace(/\/+$/, ""), fetch, Date.now);
  const listeners = new Set<(state: SignupState) => void>();
  let state = initialSignup;
  let current = new AbortController();

  function happen(happening: Happening): void {
    const event = { ...happening, now: Date.now(), random: Math.random() } as SignupEvent;
    const before = state;
    const { state: after, effects } = step(before, event);
    state = after;
    if (after !== before) for (const listener of [...listeners]) listener(after);
    for (const effect of effects) run(effect);
  }

  /** Ends the request or the wait before, and answers the signal of the next. */
  function replace(): AbortSignal {
    current.abort();
    current = new AbortController();
    return current.signal;
  }

  async function whenDone<Result>(work: (signal: AbortSignal) => Promise<Result>, then: (result: Result) => Happening) {
    const signal = replace();
    const result = await work(signal);
    if (!signal.aborted) happen(then(result));
  }

  function run(effect: SignupEffect): void {
    switch (effect.type) {
      case "store":
        return happen({ type: "stored", ok: store.write(effect.attempt) });
      case "forget":
        replace();
        return store.clear();
      case "token":
        return void whenDone(requests.token, (token) =>
          typeof token === "string" ? { type: "token", token } : { type: "answer", answer: token },
        );
      case "post": {
        const { key, body } = effect;
        return void whenDone(
          (signal) => requests.post(key, body, signal),
          (answer) => ({ type: "answer", answer }),
        );
      }
      case "ask": {
        const { key, secret } = effect;
        return void whenDone(
          (signal) => requests.ask(key, secret, signal),
          (answer) => ({ type: "answer", answer }),
        );
      }
      case "wait": {
        const signal = replace();
        const timer = setTimeout(() => happen({ type: "waited" }), effect.ms);
        return signal.addEventListener("abort", () => clearTimeout(timer));
      }
    }
  }

  const attempt = store.read();
  if (attempt !== null) happen({ type: "resume", attempt });
  return {
    get state() {
      return state;
    },
    send: (act) => happen(act.type === "submit" ? { ...act, fresh: makeFresh() } : act),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
