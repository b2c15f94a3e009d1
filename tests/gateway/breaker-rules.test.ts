// One breaker and one budget for the whole gateway: what isolates tell the control object, and what they take over from it.
// The rules are the core's, on the module as it ships.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { atlasBytes } from "vestibule/atlas";
import { type ApiAnswer, openGateway } from "vestibule/gateway";
import { OwnPressure, SharedPressure } from "../../web/gateway/src/limits/shared-pressure.ts";

const module = new WebAssembly.Module(readFileSync(new URL(import.meta.resolve("vestibule/full.wasm"))));
const { intents } = await openGateway(module, atlasBytes());

const begin = 1_800_000_000_000;
/** The shortest and the longest time for which a breaker stays open. */
const [openLeast, openMost] = [10_000, 60_000];
const failure: ApiAnswer = { status: 500, readable: true };
const success: ApiAnswer = { status: 200, readable: true, success: true, rows: [{ id: "somebody" }] };

interface Gateway {
  readonly control: SharedPressure;
  readonly isolates: readonly [OwnPressure, OwnPressure];
}

function makeGateway(): Gateway {
  const isolates = [new OwnPressure(intents), new OwnPressure(intents)] as const;
  return { control: new SharedPressure(intents), isolates };
}

/** What happens once a second. */
function sync({ control, isolates }: Gateway): void {
  for (const isolate of isolates) isolate.adopt(control.tell(isolate.drain()));
}

function call(isolate: OwnPressure, answer: ApiAnswer, now: number): boolean {
  if (!isolate.passes("create", now, false)) return false;
  isolate.ended(answer, now, 0);
  return true;
}

/** Five failures in a row, three here and two there. */
function failing(): Gateway {
  const gateway = makeGateway();
  const [left, right] = gateway.isolates;
  for (const isolate of [left, left, left, right, right]) call(isolate, failure, begin);
  return gateway;
}

test("failures of two isolates open the breaker of both", () => {
  const gateway = failing();
  const [left, right] = gateway.isolates;
  assert.deepEqual([left.breaker, right.breaker], ["closed", "closed"]);
  sync(gateway);
  sync(gateway);
  assert.deepEqual([left.breaker, right.breaker], ["open", "open"]);
  for (const isolate of gateway.isolates) assert.equal(call(isolate, success, begin + openLeast - 1), false);
});

test("an isolate heeds what it has seen itself at once, before anybody is told", () => {
  const [failed, busy, tried] = [new OwnPressure(intents), new OwnPressure(intents), new OwnPressure(intents)];
  assert.ok(failed.couldPass(begin));
  for (let count = 0; count < 5; ++count) call(failed, failure, begin);
  assert.deepEqual([failed.breaker, failed.couldPass(begin + 1)], ["open", false]);
  call(busy, { status: 429, readable: true, retryAfter: "20" }, begin);
  assert.deepEqual([busy.couldPass(begin + 19_999), busy.couldPass(begin + 20_000)], [false, true]);
  const retries = Array.from({ length: 11 }, () => tried.passes("retry", begin, false));
  assert.deepEqual([retries.filter((passes) => passes).length, retries.at(-1)], [10, false]);
});

test("what happens while the control object is asked is not lost with its answer", () => {
  const gateway = makeGateway();
  const [left] = gateway.isolates;
  const answer = gateway.control.tell(left.drain());
  call(left, { status: 429, readable: true, retryAfter: "20" }, begin);
  left.adopt(answer);
  assert.equal(left.couldPass(begin + 19_999), false);
});

test("half open, one call passes in the whole gateway, and its success closes the breaker of all", () => {
  const gateway = failing();
  const { control } = gateway;
  const [left, right] = gateway.isolates;
  sync(gateway);
  sync(gateway);
  const later = begin + openMost;
  for (const isolate of [left, right]) {
    assert.ok(!isolate.wantsTrial(begin + 1), "open");
    assert.ok(isolate.wantsTrial(later));
    assert.equal(isolate.passes("create", later, false), false, "nobody tries without being let");
    isolate.takeTrial(control.tryOne(isolate.drain(), later), later);
  }
  assert.equal(control.tryOne([], later).passes, false);
  assert.equal(right.passes("create", later, false), false);
  assert.ok(!left.wantsTrial(later), "it has one");
  assert.ok(left.passes("create", later, false));
  assert.equal(left.passes("create", later, false), false);
  left.ended(success, later, 0);
  sync(gateway);
  assert.deepEqual([left.breaker, right.breaker], ["closed", "closed"]);
  assert.ok(right.passes("create", later, false));
  assert.ok(!right.wantsTrial(later), "closed");
});

test("whoever is refused a trial does not try, whatever else is known", () => {
  const gateway = failing();
  const [left] = gateway.isolates;
  sync(gateway);
  const later = begin + openMost;
  left.takeTrial({ ...gateway.control.tell([]), passes: false }, later);
  assert.equal(left.passes("create", later, false), false);
});

test("a trial that nobody begins is over after a while, and another one is had", () => {
  const gateway = failing();
  const [left] = gateway.isolates;
  sync(gateway);
  const later = begin + openMost;
  left.takeTrial(gateway.control.tryOne(left.drain(), later), later);
  assert.equal(left.passes("create", later + 5000, false), false);
  const much = later + 15_000;
  assert.ok(left.wantsTrial(much));
  left.takeTrial(gateway.control.tryOne(left.drain(), much), much);
  assert.ok(left.passes("create", much, false));
});

test("a pause that the API asks one isolate for holds for the other", () => {
  const gateway = makeGateway();
  const [left, right] = gateway.isolates;
  call(left, { status: 429, readable: true, retryAfter: "20" }, begin);
  sync(gateway);
  assert.equal(right.passes("probe", begin + 19_999, false), false);
  assert.ok(right.passes("probe", begin + 20_000, false));
});

test("C17: the budget of retries is that of all creates and all retries", () => {
  const gateway = makeGateway();
  const [left, right] = gateway.isolates;
  for (let count = 0; count < 150; ++count) call(count % 2 === 0 ? left : right, success, begin);
  sync(gateway);
  sync(gateway);
  let passed = 0;
  for (let count = 0; count < 10; ++count) {
    for (const isolate of gateway.isolates) {
      if (isolate.passes("retry", begin + 1, false)) passed += 1;
      sync(gateway);
    }
  }
  assert.equal(passed, 15);
});

test("what could not be told is told next time, and no row of a customer ever is", () => {
  const gateway = makeGateway();
  const [left] = gateway.isolates;
  for (let count = 0; count < 5; ++count) call(left, failure, begin);
  left.restore(left.drain());
  const told = left.drain();
  assert.equal(told.length, 10);
  assert.equal(gateway.control.tell(told).breaker, "open");
  call(gateway.isolates[1], success, begin);
  assert.ok(!JSON.stringify(gateway.isolates[1].drain()).includes("somebody"));
});

test("what could not be told stands before what happened since, and only the newest is kept", () => {
  const momentsOf = (isolate: OwnPressure) => isolate.drain().map(({ now }) => now - begin);
  const isolate = new OwnPressure(intents);
  const passAt = (from: number, to: number) => {
    for (let at = from; at <= to; ++at) isolate.passes("probe", begin + at, false);
  };
  passAt(1, 3);
  const untold = isolate.drain();
  passAt(4, 5);
  isolate.restore(untold);
  assert.deepEqual(momentsOf(isolate), [1, 2, 3, 4, 5]);
  passAt(1, 2100);
  const many = isolate.drain();
  assert.deepEqual([many.length, many[0]?.now, many.at(-1)?.now], [2000, begin + 101, begin + 2100]);
  passAt(2101, 2150);
  isolate.restore(many);
  const kept = momentsOf(isolate);
  assert.deepEqual([kept.length, kept[0], kept.at(-1)], [2000, 151, 2150]);
});

test("one isolate and the control object come to the same, whatever happens", () => {
  const { control, isolates } = makeGateway();
  const [only] = isolates;
  for (let count = 0; count < 40; ++count) {
    call(only, count % 3 === 0 ? failure : success, begin + 100 * count);
    const { breaker, pressure } = control.tell(only.drain());
    const [before, after] = [only.couldPass(begin), only.breaker];
    only.adopt({ breaker, pressure });
    assert.deepEqual([only.couldPass(begin), only.breaker], [before, after]);
  }
});

test("how long nothing can be asked is known to the second, five minutes at most", () => {
  const isolate = new OwnPressure(intents);
  assert.equal(isolate.pauseSeconds(begin), 0);
  call(isolate, { status: 429, readable: true, retryAfter: "20" }, begin);
  assert.deepEqual(
    [0, 500, 19_999, 20_000].map((passed) => isolate.pauseSeconds(begin + passed)),
    [20, 20, 1, 0],
  );
  call(isolate, { status: 429, readable: true, retryAfter: "1000000000" }, begin + 20_000);
  assert.deepEqual(
    [20_000, 30_000, 320_000].map((passed) => isolate.pauseSeconds(begin + passed)),
    [300, 290, 0],
  );
  const failed = new OwnPressure(intents);
  for (let count = 0; count < 5; ++count) call(failed, failure, begin);
  const open = failed.pauseSeconds(begin);
  assert.ok(open >= openLeast / 1000 && open <= openMost / 1000, `${open}`);
});
