// The machine of a sign-up, row by row: what happens in which state, and what is then to be done.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Answer } from "../../wasm/package/src/signup/answer.ts";
import type { SignupEffect, SignupEvent } from "../../wasm/package/src/signup/event.ts";
import { step } from "../../wasm/package/src/signup/machine.ts";
import type { SignupStep } from "../../wasm/package/src/signup/moves.ts";
import { initialSignup, type SignupState } from "../../wasm/package/src/signup/state.ts";

type Happening = SignupEvent extends infer Event
  ? Event extends unknown
    ? Omit<Event, "now" | "random">
    : never
  : never;
type Timed = Happening & { readonly now?: number; readonly random?: number };

const start = 1_000_000;
const minute = 60_000;

function run(...events: readonly Timed[]): SignupStep {
  return from(initialSignup, ...events);
}

function from(state: SignupState, ...events: readonly Timed[]): SignupStep {
  return events.reduce<SignupStep>(
    (before, event) => step(before.state, { now: start, random: 0.5, ...event } as SignupEvent),
    { state, effects: [] },
  );
}

const customer = { recordType: "Business", name: "Acme" };
const submission = { customer, trap: "", locale: "en", rules: "1" };
const submit: Happening = { type: "submit", submission, fresh: { key: "key-1", secret: "secret-1" } };
const again: Happening = { type: "submit", submission, fresh: { key: "key-2", secret: "secret-2" } };
const stored: Happening = { type: "stored", ok: true };
const token: Happening = { type: "token", token: "token-1" };
const waited: Happening = { type: "waited" };
const check: Happening = { type: "check" };
const resume: Happening = { type: "resume", attempt: { key: "key-0", secret: "secret-0", since: 5 } };

const answered = (answer: Answer): Happening => ({ type: "answer", answer });
const lost = answered({ kind: "failed", reason: "", retryAfterMs: 0 });
const pending = answered({ kind: "pending", reason: "request.in_progress", retryAfterMs: 0 });
const stale = answered({ kind: "stale" });
const reused = answered({ kind: "reused" });
const unknown = answered({ kind: "unknown" });
const made = { id: "001", accountNumber: "A-1", stage: "Prospect", link: "None" };
const created = answered({ kind: "created", created: made });
const problem = { status: 422, code: "upstream.refused", findings: [] };
const refused = answered({ kind: "refused", problem });

const sending = [submit, stored, token] as const;
const body =
  '{"v":1,"customer":{"recordType":"Business","name":"Acme"},"form":{"token":"token-1","secret":"secret-1","trap":"","locale":"en","rules":"1"}}';
const sent: SignupEffect = { type: "post", key: "key-1", body };
const asks: SignupEffect = { type: "ask", key: "key-1", secret: "secret-1" };

function nameOf({ state }: SignupStep): string {
  return state.name;
}

function keysPosted(...events: readonly Timed[]): readonly string[] {
  const keys: string[] = [];
  events.reduce<SignupState>((state, event) => {
    const next = from(state, event);
    for (const effect of next.effects) if (effect.type === "post") keys.push(effect.key);
    return next.state;
  }, initialSignup);
  return keys;
}

test("editing, submit: the attempt gets a key and is stored before anything is sent", () => {
  const { state, effects } = run(submit);
  assert.equal(state.name, "persisting");
  assert.deepEqual(effects, [{ type: "store", attempt: { key: "key-1", secret: "secret-1", since: start } }]);
});

test("persisting, stored: a form token is fetched, and then the answers are sent", () => {
  assert.deepEqual(run(submit, stored).effects, [{ type: "token" }]);
  const { state, effects } = run(...sending);
  assert.equal(state.name, "sending");
  assert.deepEqual(effects, [sent]);
});

test("persisting, not stored: it is sent all the same, and known to be lost by a reload", () => {
  const { state, effects } = run(submit, { type: "stored", ok: false });
  assert.ok(state.name === "sending" && state.pursuit.volatile);
  assert.deepEqual(effects, [{ type: "token" }]);
});

test("submit again in any state but editing and refused: nothing", () => {
  const histories = [[submit], [submit, stored], sending, [...sending, lost], [...sending, created], [resume]];
  for (const history of histories) {
    const before = run(...history);
    assert.deepEqual(from(before.state, again), { state: before.state, effects: [] }, nameOf(before));
  }
});

test("sending, created: confirmed, and the attempt is forgotten", () => {
  const { state, effects } = run(...sending, created);
  assert.deepEqual(state, { name: "confirmed", created: made, earlier: false });
  assert.deepEqual(effects, [{ type: "forget" }]);
});

test("sending, refused: refused, and the attempt is forgotten", () => {
  const { state, effects } = run(...sending, refused);
  assert.deepEqual(state, { name: "refused", problem });
  assert.deepEqual(effects, [{ type: "forget" }]);
});

test("refused, edit: editing; the next submit has a new key, with an edit or without", () => {
  assert.deepEqual(run(...sending, refused, { type: "edit" }).state, { name: "editing", attempt: null });
  const next = [again, stored, token];
  assert.deepEqual(keysPosted(...sending, refused, { type: "edit" }, ...next), ["key-1", "key-2"]);
  assert.deepEqual(keysPosted(...sending, refused, ...next), ["key-1", "key-2"]);
});

test("sending, in progress: waiting, and then asked for, not sent again", () => {
  const { state, effects } = run(...sending, pending);
  assert.ok(state.name === "waiting" && state.next === "ask" && state.reason === "request.in_progress");
  assert.deepEqual(effects, [{ type: "wait", ms: 1000 }]);
  assert.deepEqual(from(state, waited).effects, [asks]);
});

test("sending, no answer: waiting, and then sent again with the same key and the same bytes", () => {
  const waiting = run(...sending, lost);
  assert.ok(waiting.state.name === "waiting" && waiting.state.next === "send");
  assert.deepEqual(waiting.effects, [{ type: "wait", ms: 500 }]);
  const resent = from(waiting.state, waited);
  assert.equal(nameOf(resent), "sending");
  assert.deepEqual(resent.effects, [sent]);
});

test("no token is no answer: nothing was sent, and the next time begins with the token", () => {
  const { effects } = run(submit, stored, lost, waited);
  assert.deepEqual(effects, [{ type: "token" }]);
});

test("a wait is random up to half a second, doubled with each send", () => {
  const waits = [lost, waited, lost, waited, lost].map((_, index, events) => {
    const [effect] = run(...sending, ...events.slice(0, index), { ...lost, random: 0.999999 }).effects;
    return effect?.type === "wait" ? effect.ms : -1;
  });
  assert.deepEqual([waits[0], waits[2], waits[4]], [1000, 2000, 4000]);
  assert.deepEqual(run(...sending, { ...lost, random: 0 }).effects, [{ type: "wait", ms: 0 }]);
});

test("Retry-After is never undercut, by a send or a question", () => {
  const busy = answered({ kind: "failed", reason: "upstream.unavailable", retryAfterMs: 90_000 });
  assert.deepEqual(run(...sending, busy).effects, [{ type: "wait", ms: 90_000 }]);
  const slow = answered({ kind: "pending", reason: "", retryAfterMs: 7000 });
  assert.deepEqual(run(...sending, slow).effects, [{ type: "wait", ms: 7000 }]);
});

test("sending, form token too old: a new one at once, the same key", () => {
  const { state, effects } = run(...sending, stale);
  assert.equal(state.name, "sending");
  assert.deepEqual(effects, [{ type: "token" }]);
  const [post] = from(state, { type: "token", token: "token-2" }).effects;
  assert.deepEqual(post, { ...sent, body: body.replace("token-1", "token-2") });
});

test("a form token that is too old again: after a while", () => {
  assert.deepEqual(run(...sending, stale, token, stale).effects, [{ type: "wait", ms: 1000 }]);
  assert.deepEqual(run(...sending, stale, token, stale, waited).effects, [{ type: "token" }]);
});

test("waiting, asked, not there: it never arrived, and is sent again", () => {
  assert.deepEqual(run(...sending, pending, waited, unknown).effects, [sent]);
});

test("waiting, asked, still in progress or no answer: asked again, a second later at first, a minute at last", () => {
  const waits = [0, 5000, 20_000, 5 * minute, 9.9 * minute].map((passed) => {
    const [effect] = run(...sending, pending, waited, { ...pending, now: start + passed }).effects;
    return effect?.type === "wait" ? effect.ms : -1;
  });
  assert.deepEqual(waits, [1000, 1000, 2000, 30_000, 59_400]);
  assert.deepEqual(run(...sending, pending, waited, lost, waited).effects, [asks]);
});

test("waiting, asked, answered: confirmed or refused", () => {
  assert.equal(nameOf(run(...sending, pending, waited, created)), "confirmed");
  assert.equal(nameOf(run(...sending, pending, waited, refused)), "refused");
});

const sixSends = [...sending, ...Array.from({ length: 5 }, () => [lost, waited]).flat(), lost];

test("six sends without an answer: unresolved; never a seventh by itself, never a new key", () => {
  const { state, effects } = run(...sixSends);
  assert.equal(state.name, "unresolved");
  assert.deepEqual(effects, [{ type: "wait", ms: minute }]);
  assert.equal(keysPosted(...sixSends, waited, unknown, waited, unknown, again).length, 6);
});

test("ten minutes of waiting: unresolved", () => {
  const late = { ...pending, now: start + 10 * minute };
  assert.equal(nameOf(run(...sending, pending, waited, { ...pending, now: start + 10 * minute - 1 })), "waiting");
  assert.equal(nameOf(run(...sending, pending, waited, late)), "unresolved");
});

test("unresolved with sends left: what never arrived waits for the person", () => {
  const { state } = run(...sending, { ...pending, now: start + 10 * minute }, waited, unknown);
  assert.equal(state.name, "unresolved");
  assert.deepEqual(from(state, check, unknown).effects, [sent]);
});

test("a token that comes late or twice changes nothing", () => {
  for (const history of [sending, [...sending, lost], [...sending, created]]) {
    const before = run(...history);
    assert.deepEqual(from(before.state, { type: "token", token: "token-9" }), { state: before.state, effects: [] });
  }
});

test("unresolved: asked for every minute, until there is an answer", () => {
  const resting = run(...sixSends, waited);
  assert.equal(nameOf(resting), "unresolved");
  assert.deepEqual(resting.effects, [asks]);
  for (const none of [lost, pending, unknown]) {
    const still = from(resting.state, none);
    assert.equal(nameOf(still), "unresolved");
    assert.deepEqual(still.effects, [{ type: "wait", ms: minute }]);
  }
  assert.equal(nameOf(from(resting.state, created)), "confirmed");
});

test("unresolved, check: asked at once; what never arrived is sent once more, with its key", () => {
  const checked = run(...sixSends, check);
  assert.equal(nameOf(checked), "waiting");
  assert.deepEqual(checked.effects, [asks]);
  assert.deepEqual(from(checked.state, unknown).effects, [sent]);
  assert.equal(nameOf(from(checked.state, unknown, lost)), "unresolved");
});

test("check in any other state: nothing", () => {
  for (const history of [[], sending, [...sending, lost], [...sending, created]]) {
    const before = run(...history);
    assert.deepEqual(from(before.state, check), { state: before.state, effects: [] }, nameOf(before));
  }
});

test("after a reload the key is asked for, and decides", () => {
  const { state, effects } = run(resume);
  assert.equal(state.name, "waiting");
  assert.deepEqual(effects, [{ type: "ask", key: "key-0", secret: "secret-0" }]);
  assert.deepEqual(from(state, created).state, { name: "confirmed", created: made, earlier: true });
  assert.equal(nameOf(from(state, refused)), "refused");
  assert.deepEqual(from(state, pending, waited).effects, effects);
});

test("after a reload, a key that never arrived goes with the next submit", () => {
  const { state } = run(resume, unknown);
  assert.deepEqual(state, { name: "editing", attempt: { key: "key-0", secret: "secret-0", since: 5 } });
  assert.deepEqual(keysPosted(resume, unknown, submit, stored, token), ["key-0"]);
});

test("a key that stands for other answers is asked for: it is the one of before the reload", () => {
  const { state, effects } = run(resume, unknown, submit, stored, token, reused, waited);
  assert.deepEqual(effects, [{ type: "ask", key: "key-0", secret: "secret-0" }]);
  assert.deepEqual(from(state, created).state, { name: "confirmed", created: made, earlier: true });
});

test("a final state stays, whatever else arrives", () => {
  for (const end of [created, refused]) {
    const { state } = run(...sending, end);
    const events: readonly Happening[] = [created, refused, lost, stale, waited, stored, token, resume];
    for (const late of events) {
      assert.deepEqual(from(state, late), { state, effects: [] });
    }
  }
});

test("no walk through the events ever sends a second key before a final answer", () => {
  const events = [
    again,
    stored,
    token,
    lost,
    pending,
    stale,
    reused,
    unknown,
    waited,
    check,
    { type: "edit" },
  ] as const;
  const visit = (state: SignupState, depth: number): void => {
    for (const event of depth === 0 ? [] : events) {
      const next = from(state, event);
      for (const effect of next.effects) assert.ok(effect.type !== "post" || effect.key === "key-1");
      visit(next.state, depth - 1);
    }
  };
  visit(run(submit).state, 5);
});
