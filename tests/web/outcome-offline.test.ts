// What is said without a network, in every language: of answers that never left, and of ones that may have arrived.
import assert from "node:assert/strict";
import { test } from "node:test";
import { viewOutcome } from "../../wasm/package/src/form/outcome.ts";
import type { Pursuit, SignupState } from "../../wasm/package/src/signup/state.ts";
import { languages } from "../data/words-of.ts";
import { languageNamed } from "./support/language.ts";

const submission = { customer: {}, trap: "", locale: "en", rules: "" };
const attempt = { key: "1", secret: "2", since: 3 };
const pursuit: Pursuit = { attempt, submission, sends: 1, volatile: false, answersKept: true };
const unsent: SignupState = { name: "queued", pursuit, next: "send", reason: "browser.offline" };

for (const tag of languages) {
  const language = languageNamed(tag);
  const words = (name: string): string => language.words.outcome[name] ?? `no ${name}`;

  test(`${tag}: what never left is not sent yet, which is not the same as not confirmed`, () => {
    const { panel, title, submit, busy } = viewOutcome(unsent, [], language);
    assert.equal(panel?.heading, words("unsentHeading"));
    assert.deepEqual(panel?.texts, [`${words("reason browser.offline")} ${words("mayClose")}`]);
    assert.equal(panel?.check, words("trySend"));
    assert.deepEqual([title, submit, busy], [words("unsentTitle"), words("offline"), true]);
  });

  test(`${tag}: what may have arrived is not confirmed yet, and is not being sent`, () => {
    const sent = { ...unsent, pursuit: { ...pursuit, sends: 2 } };
    for (const state of [sent, { ...unsent, next: "ask" } as const]) {
      const { panel, title, submit } = viewOutcome(state, [], language);
      assert.equal(panel?.heading, words("waitingHeading"));
      assert.equal(panel?.texts[0], words("waiting"));
      assert.equal(panel?.check, words("check"));
      assert.deepEqual([title, submit], [words("waitingTitle"), words("offline")]);
    }
  });
}

test("another tab that sends is not a network that is gone", () => {
  const language = languageNamed("en");
  const { panel, submit } = viewOutcome({ ...unsent, next: "ask", reason: "browser.other_tab" }, [], language);
  assert.deepEqual([panel?.heading, submit], ["Not confirmed yet", "Sending \u2026"]);
});
