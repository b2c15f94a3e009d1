// A stage for the host of a sign-up in Node: a store and a gateway in memory, which log what reaches them.
import assert from "node:assert/strict";
import {
  createSignup,
  type Signup,
  type SignupAct,
  type SignupCore,
  type SignupOptions,
} from "../../../wasm/package/src/signup/create.ts";
import { randomUuid } from "../../../wasm/package/src/signup/random.ts";
import type { Fetch } from "../../../wasm/package/src/signup/requests.ts";
import type { SignupState } from "../../../wasm/package/src/signup/state.ts";
import type { AttemptStore, Held } from "../../../wasm/package/src/signup/store.ts";

/** A customer as the gateway answers it. */
export const made: object = { v: 1, id: "001", accountNumber: "A-1", stage: "Prospect", link: "None" };
export const submit: SignupAct & { readonly type: "submit" } = {
  type: "submit",
  submission: { customer: { name: "Acme" }, trap: "", locale: "en", rules: "1" },
};

export interface Kept {
  held: Held | null;
}

export interface Stage {
  readonly core: Promise<SignupCore>;
  readonly log: readonly string[];
  readonly bodies: readonly string[];
  readonly store: AttemptStore & Kept;
  readonly fetch: Fetch;
}

/** Answers posts and questions from `answers`; a token always. */
export function makeStage(
  core: SignupCore,
  answers: (() => Response | Promise<Response>)[],
  held: Held | null = null,
): Stage {
  const log: string[] = [];
  const bodies: string[] = [];
  const store: AttemptStore & Kept = {
    held,
    read: async () => store.held,
    write: async (attempt, submission) => {
      log.push(`store ${attempt.sends}`);
      if (store.held === null || store.held.key === attempt.key) store.held = { ...attempt, submission };
      return store.held;
    },
    erasePayload: async () => {
      log.push("erase");
    },
    clear: async () => {
      log.push("forget");
      store.held = null;
    },
  };
  const fetch: Fetch = async (url, { method = "GET", body, headers }) => {
    const { "idempotency-key": key = "-", "signup-secret": secret = "-" } = (headers ?? {}) as Record<string, string>;
    log.push(`${method} ${url.replace(store.held?.key ?? "?", "KEY")}`);
    if (url.endsWith("/form-token")) return Response.json({ v: 1, token: "token" });
    assert.equal(method === "POST" ? key : "-", method === "POST" ? store.held?.key : "-");
    assert.equal(method === "GET" ? secret : "-", method === "GET" ? store.held?.secret : "-");
    if (typeof body === "string") bodies.push(body);
    const answer = answers.shift();
    assert.ok(answer, `nothing more is expected: ${method} ${url}`);
    return answer();
  };
  return { core: Promise.resolve(core), log, bodies, store, fetch };
}

/** Waits for this state; fails at another final one. */
export function until(signup: Signup, name: SignupState["name"]): Promise<void> {
  return new Promise((done, fail) => {
    const look = (): void => {
      const now = signup.state.name;
      if (now !== name && now !== "confirmed" && now !== "refused") return;
      stop();
      if (now === name) done();
      else fail(new Error(now));
    };
    const stop = signup.subscribe(look);
    look();
  });
}

export function nameOf({ state }: Signup): SignupState["name"] {
  return state.name;
}

/** Lets everything happen that waits for no timer. */
export function settled(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

/** Closed at the end of its block. */
export type Opened = Signup & Disposable;

export function opened(stage: Omit<SignupOptions, "store"> & { readonly store: AttemptStore }): Opened {
  const signup = createSignup(stage);
  return Object.defineProperty(signup as Opened, Symbol.dispose, { value: () => signup.close() });
}

/** As fetch does when there is no connection. */
export const fail: () => never = () => {
  throw new TypeError("network");
};

/** One that another page stored. */
export function attempt(more: Partial<Held> = {}): Held {
  return { key: randomUuid(), secret: "s", began: Date.now(), sends: 1, submission: submit.submission, ...more };
}
