// Joins the core's machine to the browser: does what it asks for, tells it what happened, and tells who listens.
import type { MachineAttempt, MachineEffect, MachineState, SignupMachine } from "../signup-types.ts";
import { type Answer, noAnswer } from "./answer.ts";
import { openChannel } from "./channel.ts";
import { Driver, type Made } from "./driver.ts";
import { followCustomer } from "./follow.ts";
import { watchPage } from "./lifecycle.ts";
import { makeLocks } from "./locks.ts";
import { type Belongings, publicState } from "./public-state.ts";
import { makeFresh } from "./random.ts";
import { Recorder } from "./recorder.ts";
import { type Fetch, makeRequests, writeBody } from "./requests.ts";
import type { SignupState, Submission } from "./state.ts";
import { type AttemptStore, browserStore, type Held } from "./store.ts";

/** The part of a Core that is needed. */
export interface SignupCore {
  readonly version?: string;
  readonly signup: SignupMachine;
}

export interface SignupOptions {
  /** From load(); what is done before it is there waits for it. */
  readonly core: PromiseLike<SignupCore>;
  /** Where the gateway's API is; other origins have to be listed in its configuration. Default "/api". */
  readonly endpoint?: string;
  /** Tells apart several forms of one site: each has one attempt at a time, in all tabs. Default "signup". */
  readonly form?: string;
  /** Instead of the page's own fetch. */
  readonly fetch?: Fetch;
  /** Instead of the browser's database. */
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
  /** The flight record: what happened and what was done, as NDJSON without answers, keys or secrets. */
  record(): string;
  /** Ends requests, waits and listeners. What is stored stays. */
  close(): void;
}

/** A sign-up of this browser. One that a reload, a crash or another tab left is asked for at once. */
export function createSignup(options: SignupOptions): Signup {
  const endpoint = (options.endpoint ?? "/api").replace(/\/+$/, "");
  const draft = `${endpoint} ${options.form ?? "signup"}`;
  const store = options.store ?? browserStore(draft);
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  const requests = makeRequests(endpoint, fetch, Date.now);
  const locks = makeLocks();
  const listeners = new Set<(state: SignupState) => void>();
  const belongings: Belongings = {
    submission: null,
    answersKept: false,
    created: undefined,
    problem: noAnswer.problem,
  };
  let formToken = "";
  let build = "";
  let current = new AbortController();
  let storing: Promise<void> = Promise.resolve();
  const closed = new AbortController();

  const driver = new Driver(carryOut);
  const recorder = new Recorder(driver.state);
  let shown = publicState(driver.state, belongings);

  function carryOut(made: Made): void {
    const { before, state, event, effects } = made;
    recorder.add(event, made);
    if (state.hasToken !== true) formToken = "";
    if (state.state === "expired") belongings.submission = null;
    if (JSON.stringify(state) !== JSON.stringify(before)) show(state);
    if (state.state === "confirmed" && before.state !== "confirmed") follow(before);
    const key = state.key ?? before.key ?? ("key" in event ? event.key : undefined) ?? "";
    for (const effect of effects) run(effect, key, made);
  }

  /** The key and the secret are in memory alone by now; a page that is loaded anew has nothing to follow. */
  function follow({ key = "", secret = "" }: MachineState): void {
    void followCustomer({
      ask: (signal) => requests.standing(key, secret, signal),
      told: ({ stage, link }) => {
        const { created } = belongings;
        if (created === undefined || (created.stage === stage && created.link === link)) return;
        belongings.created = { ...created, stage, link };
        show(driver.state);
      },
      signal: closed.signal,
    });
  }

  function show(state: MachineState): void {
    shown = publicState(state, belongings);
    for (const listener of [...listeners]) tell(listener);
  }

  /** A listener that throws is told of like any uncaught error, and the sign-up goes on. */
  function tell(listener: (state: SignupState) => void): void {
    try {
      listener(shown);
    } catch (error) {
      queueMicrotask(() => {
        throw error;
      });
    }
  }

  /** Ends the request or the wait before, and answers the signal of the next. */
  function replace(): AbortSignal {
    current.abort();
    current = new AbortController();
    return current.signal;
  }

  /** One after the other, so that what another tab is told, or may do, comes after what is on disk. */
  function afterStoring(work: () => Promise<void> | void): void {
    storing = storing.then(work).catch(() => {});
  }

  function answered(answer: Answer): void {
    const { status, retryAfterMs, created, problem } = answer;
    const happening = {
      event: "answered",
      status,
      code: problem.code,
      retryAfterMs,
      whole: created !== undefined,
    } as const;
    driver.happen(happening, () => Object.assign(belongings, { created, problem }));
  }

  async function fetchToken(): Promise<void> {
    const signal = replace();
    const token = await requests.token(signal);
    if (signal.aborted) return;
    if (typeof token !== "string") return answered(token);
    driver.happen({ event: "token" }, ({ state }) => {
      if (state.hasToken === true) formToken ||= token;
    });
  }

  async function hear(request: (signal: AbortSignal) => Promise<Answer>): Promise<void> {
    const signal = replace();
    const answer = await request(signal);
    if (!signal.aborted) answered(answer);
  }

  async function keep({ key = "", secret = "", began = 0, sends = 0 }: MachineAttempt): Promise<void> {
    const own = { key, secret, began, sends };
    const submission = belongings.submission as Submission;
    try {
      const { submission: kept, ...attempt } = await store.write(own, submission);
      const isOwn = attempt.key === key;
      driver.happen({ event: "stored", ok: true, ...attempt, hasPayload: isOwn || kept !== null }, () => {
        belongings.answersKept = kept !== null;
        if (!isOwn) belongings.submission = kept;
      });
    } catch {
      driver.happen({ event: "stored", ok: false, ...own, hasPayload: true }, () => {
        belongings.answersKept = false;
      });
    }
  }

  function run(effect: MachineEffect, key: string, { state, waitMs = 0 }: Made): void {
    switch (effect) {
      case "store":
        return afterStoring(() => keep(state));
      case "erase_payload":
        return afterStoring(() => store.erasePayload(key));
      case "forget":
        replace();
        return afterStoring(() => store.clear(key));
      case "tell":
        return afterStoring(() => channel.tell(key));
      case "unlock":
        return afterStoring(() => locks.unlock());
      case "lock":
        return afterStoring(() => locks.lock(key, (ok) => driver.happen({ event: "locked", ok })));
      case "token":
        return void fetchToken();
      case "post": {
        const body = writeBody(belongings.submission as Submission, formToken, state.secret ?? "");
        return void hear((signal) => requests.post(key, body, signal));
      }
      case "ask":
        return void hear((signal) => requests.ask(key, state.secret ?? "", signal));
      case "wait": {
        const signal = replace();
        const timer = setTimeout(() => driver.happen({ event: "waited" }), waitMs);
        return signal.addEventListener("abort", () => clearTimeout(timer));
      }
    }
  }

  function resume({ submission, ...attempt }: Held): void {
    driver.happen({ event: "resume", ...attempt, hasPayload: submission !== null }, ({ before, state }) => {
      if (before.state !== "editing" || state.key !== attempt.key) return;
      Object.assign(belongings, { submission, answersKept: submission !== null });
    });
  }

  /** Memory never outranks the store: another tab may have gone on meanwhile. */
  async function reread(): Promise<void> {
    const held = await store.read().catch(() => null);
    if (held !== null && driver.state.state === "editing") resume(held);
    else driver.happen({ event: "told" });
  }

  const channel = openChannel(draft, (key) => {
    if (driver.state.key === key) driver.happen({ event: "told" });
  });

  async function start(): Promise<void> {
    watchPage(
      {
        online: () => driver.happen({ event: "online" }),
        offline: () => driver.happen({ event: "offline" }),
        freeze: () => {
          locks.pause();
          channel.pause();
        },
        thaw: () => {
          locks.resume();
          channel.resume();
          void reread();
        },
      },
      closed.signal,
    );
    const held = await store.read().catch(() => null);
    if (held !== null) resume(held);
    const core = await options.core;
    build = core.version ?? "";
    if (!closed.signal.aborted) driver.start(core.signup);
  }
  // Without a core nothing can be judged, and so nothing is sent.
  start().catch(() => {});

  return {
    get state() {
      return shown;
    },
    send(act) {
      if (act.type !== "submit") return driver.happen({ event: act.type });
      driver.happen({ event: "submit", ...makeFresh() }, ({ before, state }) => {
        if (state.state === "persisting" && before.state !== "persisting") belongings.submission = act.submission;
      });
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    record: () => recorder.text(build),
    close: () => {
      closed.abort();
      driver.stop();
      replace();
      locks.unlock();
      channel.pause();
    },
  };
}
