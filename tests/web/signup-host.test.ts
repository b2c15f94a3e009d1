// The host of the machine: what reaches the network and the storage, in which order.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createSignup, type Signup } from "../../wasm/package/src/signup/create.ts";
import { randomUuid } from "../../wasm/package/src/signup/random.ts";
import type { Fetch } from "../../wasm/package/src/signup/requests.ts";
import type { Attempt, SignupState } from "../../wasm/package/src/signup/state.ts";
import type { AttemptStore } from "../../wasm/package/src/signup/storage.ts";

const made = { v: 1, id: "001", accountNumber: "A-1", stage: "Prospect", link: "None" };
const submit = {
  type: "submit",
  submission: { customer: { name: "Acme" }, trap: "", locale: "en", rules: "1" },
} as const;

interface Stage {
  readonly log: readonly string[];
  readonly bodies: readonly string[];
  readonly store: AttemptStore & { attempt: Attempt | null };
  readonly fetch: Fetch;
}

/** Answers posts and questions from `answers`; a token always. */
function makeStage(answers: (() => Response | Promise<Response>)[], attempt: Attempt | null = null): Stage {
  const log: string[] = [];
  const bodies: string[] = [];
  const store = {
    attempt,
    read: () => store.attempt,
    write: (value: Attempt) => {
      log.push("store");
      store.attempt = value;
      return true;
    },
    clear: () => {
      log.push("forget");
      store.attempt = null;
    },
  };
  const fetch: Fetch = async (url, { method = "GET", body, headers }) => {
    const { "idempotency-key": key = "-", "signup-secret": secret = "-" } = (headers ?? {}) as Record<string, string>;
    log.push(`${method} ${url.replace(store.attempt?.key ?? "?", "KEY")}`);
    if (url.endsWith("/form-token")) return Response.json({ v: 1, token: "token" });
    assert.equal(method === "POST" ? key : "-", method === "POST" ? store.attempt?.key : "-");
    assert.equal(method === "GET" ? secret : "-", method === "GET" ? store.attempt?.secret : "-");
    if (typeof body === "string") bodies.push(body);
    const answer = answers.shift();
    assert.ok(answer, `nothing more is expected: ${method} ${url}`);
    return answer();
  };
  return { log, bodies, store, fetch };
}

function until(signup: Signup, name: SignupState["name"]): Promise<void> {
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

function nameOf({ state }: Signup): SignupState["name"] {
  return state.name;
}

/** Lets everything happen that waits for no timer. */
function settled(): Promise<void> {
  return new Promise((done) => setImmediate(done));
}

const fail = (): never => {
  throw new TypeError("network");
};

test("the attempt is stored before the first request, and forgotten after the answer", async () => {
  const stage = makeStage([() => Response.json(made, { status: 201 })]);
  const signup = createSignup(stage);
  signup.send(submit);
  await until(signup, "confirmed");
  assert.deepEqual(stage.log, ["store", "GET /api/form-token", "POST /api/signups", "forget"]);
});

test("any number of submits at once is one request", async () => {
  const stage = makeStage([() => Response.json(made, { status: 201 })]);
  const signup = createSignup(stage);
  for (let i = 0; i < 5; i += 1) signup.send(submit);
  await until(signup, "confirmed");
  assert.equal(stage.bodies.length, 1);
});

test("after a lost answer the same bytes are sent with the same key", async ({ mock }) => {
  mock.method(Math, "random", () => 0);
  const stage = makeStage([fail, () => new Response("<html>"), () => Response.json(made, { status: 201 })]);
  const signup = createSignup(stage);
  signup.send(submit);
  await until(signup, "confirmed");
  assert.equal(stage.bodies.length, 3);
  assert.equal(new Set(stage.bodies).size, 1);
  assert.equal(stage.log.filter((line) => line === "GET /api/form-token").length, 1);
});

test("an attempt left by a reload is asked for at once, at the endpoint that was given", async () => {
  const attempt = { key: randomUuid(), secret: "s", since: 1 };
  const stage = makeStage([() => Response.json(made)], attempt);
  const signup = createSignup({ ...stage, endpoint: "https://signup.example/api/" });
  await until(signup, "confirmed");
  assert.deepEqual(stage.log, ["GET https://signup.example/api/signups/KEY", "forget"]);
});

test("a listener that was taken away hears nothing more", async () => {
  const stage = makeStage([() => Response.json(made, { status: 201 })]);
  const signup = createSignup(stage);
  const heard: string[] = [];
  const stop = signup.subscribe(({ name }) => {
    heard.push(name);
    if (name === "sending") stop();
  });
  signup.send(submit);
  await until(signup, "confirmed");
  assert.deepEqual(heard, ["persisting", "sending"]);
});

test("keys are UUIDs of version 4, each another", () => {
  const keys = Array.from({ length: 100 }, randomUuid);
  for (const key of keys) assert.match(key, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(new Set(keys).size, keys.length);
});

test("an answer that comes after the person asked again is not heard", async ({ mock }) => {
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  const late = { answer: (_: Response): void => {} };
  const attempt = { key: randomUuid(), secret: "s", since: 1 };
  const pending = (): Response => Response.json({ v: 1, state: "unknown" }, { status: 202 });
  const slow = (): Promise<Response> =>
    new Promise((done) => {
      late.answer = done;
    });
  const stage = makeStage([pending, pending, slow, pending], attempt);
  const signup = createSignup(stage);
  await settled();
  mock.timers.tick(11 * 60_000);
  await settled();
  assert.equal(nameOf(signup), "unresolved");
  mock.timers.tick(60_000);
  signup.send({ type: "check" });
  await settled();
  assert.equal(nameOf(signup), "waiting");
  late.answer(Response.json(made));
  await settled();
  assert.equal(nameOf(signup), "waiting");
});
