// Phone numbers through the package, as a field of a page uses them; the rules themselves are tested natively.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Core } from "../../wasm/package/src/types.ts";
import { importPackage } from "./support/package.ts";

let core: Core;
before(async () => {
  core = await (await importPackage()).load();
});

/** What the field shows; "|" is the caret. */
function typed(field: string, country?: string, phone = core.phone): string {
  const caret = field.indexOf("|");
  const shown = phone.asYouType(field.replace("|", ""), caret, country);
  return `${shown.text.slice(0, shown.caret)}|${shown.text.slice(shown.caret)}`;
}

/** Keys pressed one after another in an empty field. */
function press(keys: string, country?: string): string {
  let field = "|";
  for (const key of keys) field = typed(field.replace("|", `${key}|`), country);
  return field;
}

test("a number takes shape key by key", () => {
  assert.equal(press("4155552671", "US"), "(415) 555-2671|");
  assert.equal(press("02079460018", "GB"), "020 7946 0018|");
  assert.equal(press("+442079460018"), "+44 20 7946 0018|");
  assert.equal(press("02079460018"), "02079460018|");
});

test("the caret stays behind its digit where something is typed, taken away or pasted", () => {
  assert.equal(typed("(415) 9|555-2671", "US"), "4159|5552671");
  assert.equal(typed("(415) |55-2671", "US"), "(415|) 552-671");
  assert.equal(typed("|4155552671", "US"), "|(415) 555-2671");
  assert.equal(typed("+44 20 7946 0018|", "US"), "+44 20 7946 0018|");
});

test("the caret counts as selectionStart does, and never stands outside of the text", () => {
  assert.deepEqual(core.phone.asYouType("\u{1f4de}", 1, "US"), { text: "\u{1f4de}", caret: 1 });
  assert.deepEqual(core.phone.asYouType("\u{1f4de}", 99, "US"), { text: "\u{1f4de}", caret: 2 });
  assert.deepEqual(core.phone.asYouType("4155552671", 99, "US"), { text: "(415) 555-2671", caret: 14 });
});

test("a text with more in it than a number stays as it is", () => {
  for (const text of ["", "call me", "+1 415 555 2671 x12", "415\0"]) {
    assert.deepEqual(core.phone.asYouType(text, text.length, "US"), { text, caret: text.length });
  }
});

test("every region has an example, which is valid there and is read again as itself", () => {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const names = letters.flatMap((first) => letters.map((second) => first + second));
  const examples = names.flatMap((name) => core.phone.example(name) ?? []);
  assert.equal(examples.length, 245);
  for (const example of examples) {
    const { e164, national, region, valid } = example;
    assert.ok(valid, e164);
    assert.deepEqual(core.phone.describe(e164), example);
    assert.deepEqual(core.phone.describe(national, region), example);
    assert.equal(press(e164).replace(/[^+\d]/g, ""), e164);
  }
  const { type, national } = core.phone.example("US") ?? {};
  assert.deepEqual([type, national], ["fixed_line_or_mobile", "(201) 234-5678"]);
  assert.equal(core.phone.example("ZZ"), null);
  assert.equal(core.phone.example(""), null);
});

test("without the atlas there is no answer, and typed text stays as it is", async () => {
  const bare = await (await importPackage()).load({ atlas: false });
  assert.equal(bare.phone.describe("+442079460018"), null);
  assert.equal(bare.phone.example("GB"), null);
  assert.equal(typed("+4420|79460018", "GB", bare.phone), "+4420|79460018");
});

test("what is no text and no place in it is refused as a mistake of the caller", () => {
  const usage = { name: "VestibuleUsageError" };
  assert.throws(() => core.phone.asYouType(7 as never, 0), usage);
  for (const caret of [-1, 0.5, Number.NaN, "1" as never]) assert.throws(() => core.phone.asYouType("1", caret), usage);
  assert.throws(() => core.phone.example(undefined as never), usage);
  assert.throws(() => core.phone.describe("1", 49 as never), usage);
});
