// The core against libphonenumber-js over numbers of every region: a slice of scripts/campaigns.d/40-phone-oracle.
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import type { Core } from "../../wasm/package/src/types.ts";
import { importPackage } from "../wasm/support/package.ts";
import { agrees } from "./comparison.ts";
import { readFacts } from "./facts.ts";
import { compareJavascript } from "./javascript.ts";
import { Random, write } from "./language.ts";
import { type Dialled, sample } from "./numbers.ts";
import { report } from "./report.ts";

const facts = readFacts(join(import.meta.dirname, "../../core/data/atlas/phone-metadata.json"));

function answers(core: Core, numbers: readonly Dialled[]): readonly string[] {
  return numbers.map(({ country, text }) => {
    const described = country === "" ? core.phone.describe(text) : core.phone.describe(text, country);
    return described?.valid === true ? described.e164 : "";
  });
}

test("at most one number in a thousand is another one for libphonenumber-js", async (context) => {
  const core = await (await importPackage()).load();
  const samples = sample([facts], 80, new Random(20261126));
  assert.ok(samples.length >= 20_000);
  const comparison = compareJavascript(facts, samples, answers(core, samples));
  context.diagnostic(report(comparison));
  assert.ok(agrees(comparison), report(comparison));
});

test("the comparison sees a core that answers wrongly", async () => {
  const core = await (await importPackage()).load();
  const samples = sample([facts], 4, new Random(7));
  const wrong = answers(core, samples).map((answer) => answer.replace(/5$/, "6"));
  assert.ok(!agrees(compareJavascript(facts, samples, wrong)));
});

test("numbers are written in the language of a pattern", () => {
  const random = new Random(1);
  for (const pattern of ["1(?:2[3-5]|6)?\\d{2,4}", "(?:[14]\\d|9)0", "5"]) {
    for (let i = 0; i < 50; ++i) assert.match(write(pattern, random), new RegExp(`^(?:${pattern})$`));
  }
});
