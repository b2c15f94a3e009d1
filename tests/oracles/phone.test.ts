// The core against libphonenumber-js over numbers of every region: a slice of scripts/campaigns.d/40-phone-oracle.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Core } from "../../wasm/package/src/types.ts";
import { importPackage } from "../wasm/support/package.ts";
import { compare } from "./compare.ts";
import { type Dialled, Random, write } from "./numbers.ts";
import { report, unexplained } from "./report.ts";

function asker(core: Core): (numbers: readonly Dialled[]) => readonly string[] {
  return (numbers) =>
    numbers.map(({ country, text }) => {
      const described = country === "" ? core.phone.describe(text) : core.phone.describe(text, country);
      return described?.valid === true ? described.e164 : "";
    });
}

test("at most one number in a thousand is another one for libphonenumber-js", async (context) => {
  const core = await (await importPackage()).load();
  const comparison = compare(80, 20261126, asker(core));
  assert.ok(comparison.total >= 20_000);
  context.diagnostic(report(comparison));
  assert.ok(unexplained(comparison) * 1000 <= comparison.total, report(comparison));
});

test("the comparison sees a core that answers wrongly", async () => {
  const core = await (await importPackage()).load();
  const right = asker(core);
  const wrong = compare(4, 7, (numbers) => right(numbers).map((answer) => answer.replace(/5$/, "6")));
  assert.ok(unexplained(wrong) * 1000 > wrong.total);
});

test("numbers are written in the language of a pattern", () => {
  const random = new Random(1);
  for (const pattern of ["1(?:2[3-5]|6)?\\d{2,4}", "(?:[14]\\d|9)0", "5"]) {
    for (let i = 0; i < 50; ++i) assert.match(write(pattern, random), new RegExp(`^(?:${pattern})$`));
  }
});
