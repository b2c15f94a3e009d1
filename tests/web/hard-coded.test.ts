// Nothing is said but in words of a language: in the accented pseudo-locale no plain English is left on the page, in the
// form, in what becomes of a sign-up, or in the gateway's answers.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, before, test } from "node:test";
import { buildPages } from "../../scripts/build-pages.d/pages.ts";
import { compileWords } from "../../scripts/lib/words/compile.ts";
import { pseudoLocales } from "../../scripts/lib/words/pseudo.ts";
import { renderForm } from "../../wasm/package/src/form/html.ts";
import { messageOf } from "../../wasm/package/src/form/messages.ts";
import { viewOutcome } from "../../wasm/package/src/form/outcome.ts";
import { initialState } from "../../wasm/package/src/form/state.ts";
import { step } from "../../wasm/package/src/form/step.ts";
import { panelTrees, reviewTrees } from "../../wasm/package/src/form/template-panel.ts";
import { el } from "../../wasm/package/src/form/tree.ts";
import { writeTree } from "../../wasm/package/src/form/tree-text.ts";
import { viewOf } from "../../wasm/package/src/form/view.ts";
import type { PageWords } from "../../wasm/package/src/form/words.ts";
import type { Pursuit, SignupState } from "../../wasm/package/src/signup/state.ts";
import type { Finding, Locale } from "../../wasm/package/src/types.ts";
import { createdMain, refusalMain, retryMain } from "../../web/gateway/src/html/answers.ts";
import { readWords } from "../data/words-of.ts";
import { standInCore } from "./support/stand-in-core.ts";

const tag = "en-XA";
const rewrite = pseudoLocales.get(tag);
const compiled = (file: string): object => {
  return compileWords(readWords(file), { language: tag, ...(rewrite === undefined ? {} : { rewrite }) }) as object;
};
const words = compiled("en.page.json") as PageWords;
const locale = { language: tag, ...(compiled("en.json") as Omit<Locale, "language">) };
const language = { tag, locale, words: words.form };

/** What is not words of ours: names of countries and languages, each in its own place. */
const elsewhere = /<option value="[A-Z]{2}">[^<]*<\/option>|<details[\s\S]*?<\/details>/g;

/** Attributes that are read to somebody. */
const spoken = /<[^>]* (?:alt|title|placeholder|aria-label|content)="([^"]*)"/g;

/** Plain English in HTML: words of two letters and more that no accent stands on. */
function plainIn(html: string): readonly string[] {
  const body = html.replaceAll(elsewhere, "").replaceAll(/<meta name="(?:viewport|color-scheme)"[^>]*>/g, "");
  const attributes = [...body.matchAll(spoken)].map(([, value = ""]) => value);
  const texts = body.replaceAll(/<[^>]*>/g, " ").replaceAll(/&#?\w+;/g, " ");
  return [...texts.matchAll(/[A-Za-z]{2,}/g), ...attributes.join(" ").matchAll(/[A-Za-z]{2,}/g)].map(([word]) => word);
}

let folder = "";
before(() => {
  folder = mkdtempSync(join(tmpdir(), "vestibule-pseudo-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

test("English that stands in a page is found, in its texts and in its attributes", () => {
  assert.deepEqual(plainIn(`<p>\u00e5\u0180 <b>and so</b></p><img alt="A mark"><input value="typed">`), [
    "and",
    "so",
    "mark",
  ]);
});

test("the page has words of its language only", async () => {
  await buildPages(resolve(import.meta.dirname, "../../web/pages"), join(folder, "dist"), { pseudo: true });
  const html = readFileSync(join(folder, "dist/signup", tag, "index.html"), "utf8");
  assert.match(html, /<html lang="en-XA" dir="ltr">/);
  assert.deepEqual(plainIn(html.replace(/^[\s\S]*?(?=<head>)/, "")), []);
  assert.match(readFileSync(join(folder, "dist/signup/ar-XB/index.html"), "utf8"), /<html lang="ar-XB" dir="rtl">/);
  const first = readFileSync(join(folder, "dist/signup/index.html"), "utf8");
  assert.ok(!first.includes("en-XA") && !first.includes("ar-XB"), "nothing leads to what nobody speaks");
});

test("a refused form has words of its language only", () => {
  const typed = { email: "1", phone: "2", billingStreet: "3", description: "out of memory" };
  const rules = { core: standInCore, validateOn: "submit" } as const;
  for (const recordType of ["", "Business", "Consumer"]) {
    const state = step(initialState({ ...typed, recordType }), { type: "submit" }, rules);
    const html = renderForm({ ...language, action: "/", state });
    assert.deepEqual(plainIn(html.replaceAll("out of memory", "")), []);
  }
});

test("a review, and what it says of what was typed otherwise, has words of its language only", () => {
  const rules = { core: standInCore, validateOn: "submit", review: true } as const;
  const typed = { name: " 1", recordType: "Consumer", email: "2@3" };
  const state = step(initialState(typed), { type: "submit" }, rules);
  const { ready } = viewOf(state, language);
  assert.equal(ready?.length, 3);
  const html = writeTree(el("div", {}, reviewTrees(ready ?? [], words.form)));
  assert.deepEqual(plainIn(html), []);
});

const attempt = { key: "1", secret: "2", since: 3 };
const submission = { customer: {}, trap: "", locale: tag, rules: "" };
const pursuit: Pursuit = { attempt, submission, sends: 1, volatile: false, answersKept: true };
const pursuits: readonly Pursuit[] = [
  pursuit,
  { ...pursuit, volatile: true },
  { ...pursuit, submission: null },
  { ...pursuit, answersKept: false },
];
const reasons = ["request.in_progress", "upstream.unknown", "upstream.parked", "browser.offline", "browser.other_tab"];

function* everyState(): Generator<SignupState> {
  yield { name: "editing", attempt };
  for (const each of pursuits) {
    for (const reason of [...reasons, "gateway.failed", "rate.limited", ""]) {
      for (const name of ["queued", "waiting", "unresolved", "expired"] as const) {
        yield { name, reason, pursuit: each } as unknown as SignupState;
      }
    }
  }
  for (const stage of ["Prospect", "Active", "Managed"]) {
    for (const accountNumber of [null, "1"]) {
      const created = { id: "1", accountNumber, stage, link: "None" };
      for (const earlier of [false, true]) yield { name: "confirmed", created, earlier } as unknown as SignupState;
    }
  }
  for (const code of ["upstream.refused", "request.invalid", "nobody.knows", ""]) {
    yield { name: "refused", problem: { status: 422, code, findings: [] } } as unknown as SignupState;
  }
}

test("what became of a sign-up is told in words of the language only", () => {
  let panels = 0;
  for (const state of everyState()) {
    const { panel, title, submit } = viewOutcome(state, [], language);
    const html = panel === null ? "" : writeTree(el("div", {}, panel.heading, panelTrees(panel, words.form, "/")));
    assert.deepEqual(plainIn(`${html} ${title.replace("{value}", "")} ${submit}`), [], JSON.stringify(state));
    if (panel !== null) panels += 1;
  }
  assert.ok(panels > 100);
});

test("no code is told in plain English, whatever its finding lacks", () => {
  for (const code of Object.keys(locale.codes) as Finding["code"][]) {
    for (const pointer of ["/name", "/0", ""]) {
      const text = messageOf({ code, severity: "error", pointer, params: {} }, "Business", language);
      assert.deepEqual(plainIn(text), [], `${code} ${pointer}`);
    }
  }
});

test("the gateway's answers have words of their language only", () => {
  const answer = { tag, locale, words };
  for (const accountNumber of [null, "1"]) {
    const created = { v: 1, id: "1", accountNumber, stage: "Prospect", link: "None" } as const;
    assert.deepEqual(plainIn(createdMain(created, answer)), []);
  }
  const hidden = { "form.v": "1", "form.key": "1", "form.token": "1" };
  for (const code of Object.keys(locale.codes) as Finding["code"][]) {
    for (const status of [409, 503]) {
      assert.deepEqual(plainIn(retryMain({ status, code }, { name: "1" }, hidden, answer)), [], code);
    }
    assert.deepEqual(plainIn(refusalMain({ status: 404, code }, "/signup/", answer)), [], code);
  }
});
