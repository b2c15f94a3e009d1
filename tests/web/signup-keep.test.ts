// The host of a sign-up and what is kept: of before a reload, of another tab, or nothing at all.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Fetch } from "../../wasm/package/src/signup/requests.ts";
import type { Core } from "../../wasm/package/src/types.ts";
import { importPackage } from "../wasm/support/package.ts";
import { attempt, made, makeStage, opened, settled, submit, until } from "./support/stage.ts";

let core: Core;
before(async () => {
  core = await (await importPackage()).load({ atlas: false });
});

test("an attempt left by a reload is asked for at once, at the endpoint that was given", async () => {
  const stage = makeStage(core, [() => Response.json(made)], attempt());
  using signup = opened({ ...stage, endpoint: "https://signup.example/api/" });
  await until(signup, "confirmed");
  await settled();
  assert.deepEqual(stage.log, ["GET https://signup.example/api/signups/KEY", "forget"]);
});

test("an attempt left by a reload that the gateway does not know is sent again, with its key and its answers", async () => {
  const unknown = (): Response => Response.json({ code: "request.not_found" }, { status: 404 });
  const stage = makeStage(core, [unknown, () => Response.json(made, { status: 201 })], attempt());
  using signup = opened(stage);
  await until(signup, "confirmed");
  assert.deepEqual(stage.log.slice(0, 4), [
    "GET /api/signups/KEY",
    "store 2",
    "GET /api/form-token",
    "POST /api/signups",
  ]);
  assert.deepEqual(JSON.parse(stage.bodies[0] ?? "{}").customer, { name: "Acme" });
  assert.ok(signup.state.name === "confirmed" && !signup.state.earlier);
});

test("an attempt of another tab that was stored first is taken, with its answers", async () => {
  const stage = makeStage(core, [() => Response.json(made)]);
  const theirs = attempt();
  using signup = opened(stage);
  await settled();
  stage.store.held = theirs;
  signup.send({ ...submit, submission: { ...submit.submission, customer: { name: "Other" } } });
  await until(signup, "waiting");
  assert.ok(signup.state.name === "waiting");
  assert.equal(signup.state.pursuit.attempt.key, theirs.key);
  assert.deepEqual(signup.state.pursuit.submission?.customer, { name: "Acme" });
  await until(signup, "confirmed");
  assert.deepEqual(stage.bodies, []);
});

test("where nothing can be kept it is sent all the same, and that is said", async () => {
  const full = async (): Promise<never> => {
    throw new DOMException("full", "QuotaExceededError");
  };
  const stage = makeStage(core, [() => Response.json(made, { status: 201 })]);
  const store = { ...stage.store, read: full, write: full, clear: full };
  const fetch: Fetch = async (url) => Response.json(url.endsWith("/form-token") ? { token: "token" } : made);
  using signup = opened({ ...stage, store, fetch });
  const seen: boolean[] = [];
  signup.subscribe((state) => {
    if (state.name === "sending") seen.push(state.pursuit.volatile);
  });
  signup.send(submit);
  await until(signup, "confirmed");
  assert.ok(seen.length > 0 && seen.every((isVolatile) => isVolatile));
});
