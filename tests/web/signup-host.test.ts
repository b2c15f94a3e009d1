// The host of a sign-up: what reaches the network and the storage, in which order.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { SignupCore } from "../../wasm/package/src/signup/create.ts";
import { randomUuid } from "../../wasm/package/src/signup/random.ts";
import type { Core } from "../../wasm/package/src/types.ts";
import { damage, turn, watchInstances } from "../wasm/support/losses.ts";
import { importPackage } from "../wasm/support/package.ts";
import { attempt, fail, made, makeStage, nameOf, opened, settled, submit, until } from "./support/stage.ts";

let core: Core;
before(async () => {
  core = await (await importPackage()).load({ atlas: false });
});

test("the attempt is stored before the first request, and forgotten after the answer", async () => {
  const stage = makeStage(core, [() => Response.json(made, { status: 201 })]);
  using signup = opened(stage);
  signup.send(submit);
  await until(signup, "confirmed");
  await settled();
  assert.deepEqual(stage.log, ["store 1", "GET /api/form-token", "POST /api/signups", "forget"]);
});

test("what is sent is the wire's first version: the answers, and beside them the form's", async () => {
  const stage = makeStage(core, [() => Response.json(made, { status: 201 })]);
  using signup = opened(stage);
  signup.send(submit);
  await until(signup, "confirmed");
  const [body = ""] = stage.bodies;
  const { form, ...sent } = JSON.parse(body);
  assert.deepEqual(sent, { v: 1, customer: { name: "Acme" } });
  assert.match(form.secret, /^[0-9a-f]{64}$/);
  assert.deepEqual({ ...form, secret: "" }, { token: "token", secret: "", trap: "", locale: "en", rules: "1" });
});

test("a contact goes along with its customer", async () => {
  const stage = makeStage(core, [() => Response.json(made, { status: 201 })]);
  using signup = opened(stage);
  const contact = { firstName: "Ines", lastName: "Duarte", name: "Ines Duarte", email: "ines@acme.example" };
  signup.send({ ...submit, submission: { ...submit.submission, contact } });
  await until(signup, "confirmed");
  const { form: _, ...sent } = JSON.parse(stage.bodies[0] ?? "");
  assert.deepEqual(sent, { v: 1, customer: { name: "Acme" }, contact });
});

test("any number of submits at once is one request", async () => {
  const stage = makeStage(core, [() => Response.json(made, { status: 201 })]);
  using signup = opened(stage);
  for (let i = 0; i < 5; i += 1) signup.send(submit);
  await until(signup, "confirmed");
  assert.equal(stage.bodies.length, 1);
});

test("what is done before the core is there waits for it", async () => {
  const stage = makeStage(core, [() => Response.json(made, { status: 201 })]);
  let resolve = (_: SignupCore): void => {};
  const promise = new Promise<SignupCore>((done) => {
    resolve = done;
  });
  using signup = opened({ ...stage, core: promise });
  signup.send(submit);
  signup.send(submit);
  await settled();
  assert.equal(nameOf(signup), "editing");
  assert.deepEqual(stage.log, []);
  resolve(core);
  await until(signup, "confirmed");
  assert.equal(stage.bodies.length, 1);
});

test("after a lost answer the same bytes are sent with the same key, and each send is counted before it", async ({
  mock,
}) => {
  mock.method(Math, "random", () => 0);
  const stage = makeStage(core, [fail, () => new Response("<html>"), () => Response.json(made, { status: 201 })]);
  using signup = opened(stage);
  signup.send(submit);
  await until(signup, "confirmed");
  assert.equal(stage.bodies.length, 3);
  assert.equal(new Set(stage.bodies).size, 1);
  assert.equal(stage.log.filter((line) => line === "GET /api/form-token").length, 1);
  assert.deepEqual(
    stage.log.filter((line) => line.startsWith("store")),
    ["store 1", "store 2", "store 3"],
  );
});

test("a listener that was taken away hears nothing more", async () => {
  const stage = makeStage(core, [() => Response.json(made, { status: 201 })]);
  using signup = opened(stage);
  const heard: string[] = [];
  const stop = signup.subscribe(({ name }) => {
    heard.push(name);
    if (name === "sending") stop();
  });
  signup.send(submit);
  await until(signup, "confirmed");
  assert.deepEqual(heard, ["persisting", "queued", "sending"]);
});

test("a listener that throws stops nothing, and its error is told of like any other", async ({ mock }) => {
  const told: unknown[] = [];
  const { queueMicrotask } = globalThis;
  mock.method(globalThis, "queueMicrotask", (work: () => void) => {
    queueMicrotask(() => {
      try {
        work();
      } catch (error) {
        told.push(error);
      }
    });
  });
  const stage = makeStage(core, [() => Response.json(made, { status: 201 })]);
  using signup = opened(stage);
  signup.subscribe(() => {
    throw new Error("of the page");
  });
  signup.send(submit);
  await until(signup, "confirmed");
  await settled();
  assert.ok(told.length > 0);
  for (const error of told) assert.match(String(error), /of the page/);
});

test("keys are UUIDs of version 4, each another", () => {
  const keys = Array.from({ length: 100 }, randomUuid);
  for (const key of keys) assert.match(key, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  assert.equal(new Set(keys).size, keys.length);
});

test("an answer that comes after the person asked again is not heard", async ({ mock }) => {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: Date.now() });
  const late = { answer: (_: Response): void => {} };
  const pending = (): Response => Response.json({ v: 1, state: "unknown" }, { status: 202 });
  const slow = (): Promise<Response> =>
    new Promise((done) => {
      late.answer = done;
    });
  const stage = makeStage(core, [pending, pending, slow, pending], attempt());
  using signup = opened(stage);
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

test("a module that is lost in the middle is replaced, and the sign-up goes on where it was", async () => {
  const stage = makeStage(core, [() => Response.json(made, { status: 201 })]);
  const instances = watchInstances();
  const loaded = await (await importPackage()).load({ atlas: false });
  await turn();
  using signup = opened({ ...stage, core: Promise.resolve(loaded) });
  signup.subscribe(({ name }) => {
    // Used one and spare: the next step cannot be made at once.
    if (name === "queued") for (const instance of instances.slice(-2)) damage(instance);
  });
  signup.send(submit);
  await until(signup, "confirmed");
  assert.equal(stage.bodies.length, 1);
});

test("the record repeats what happened without answers, keys or secrets", async () => {
  const stage = makeStage(core, [() => Response.json(made, { status: 201 })]);
  using signup = opened(stage);
  signup.send(submit);
  await until(signup, "confirmed");
  const text = signup.record();
  const lines = text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.deepEqual(lines[0], { v: 1, machine: "signup", build: core.version, state: { state: "editing" } });
  assert.deepEqual(
    lines.slice(1).map(({ event }) => event.event),
    ["submit", "stored", "locked", "token", "answered"],
  );
  const { form } = JSON.parse(stage.bodies[0] ?? "{}");
  for (const private_ of ["Acme", form.secret, "A-1"]) assert.ok(!text.includes(private_), private_);
});
