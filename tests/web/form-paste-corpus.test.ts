// Hundreds of pasted blocks, with the real core: parts in the right fields, none lost, every one undone.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "vestibule";
import { type FormState, initialState, recordOf, step } from "vestibule/form";
import { takeApart } from "../../wasm/package/src/form/paste.ts";
import { type Block, blocks } from "./support/pasted-blocks.ts";

const core = await load();
const rules = { core, validateOn: "blur" } as const;

function formFor({ country }: Block): FormState {
  const known = country === "" ? {} : { billingCountry: country };
  return step(initialState(known), { type: "learned" }, rules);
}

function pasteInto(state: FormState, { text, field }: Block) {
  return takeApart(text, { field, typed: "" }, state, core.split);
}

test("there are at least 300 blocks, of at least 20 countries", (t) => {
  t.diagnostic(`${blocks.length} blocks`);
  assert.ok(blocks.length >= 300, `${blocks.length}`);
  const countries = new Set(
    blocks.map(({ expected }) => expected["billingCountry"]).filter((code) => code !== undefined),
  );
  assert.ok(countries.size >= 20, `${countries.size}`);
});

test("at least nine of ten parts are in the right field", (t) => {
  let right = 0;
  const wrong: string[] = [];
  for (const block of blocks) {
    const values = pasteInto(formFor(block), block)?.values ?? {};
    for (const [name, value] of Object.entries({
      ...block.expected,
      ...(block.country === "" ? {} : { billingCountry: values["billingCountry"] ?? "" }),
    })) {
      if (values[name] === value || (value === "" && values[name] === undefined)) right += 1;
      else wrong.push(`${block.id} ${name}: ${JSON.stringify(values[name])}, not ${JSON.stringify(value)}`);
    }
  }
  const share = right / (right + wrong.length);
  t.diagnostic(`${right} of ${right + wrong.length} parts, ${(share * 100).toFixed(1)} %`);
  for (const line of wrong.slice(0, 40)) t.diagnostic(line);
  assert.ok(share >= 0.9);
});

// That the core loses nothing of a text is tried natively, letter by letter; here, that the form loses nothing of the core's.
test("every part of a block is in a field or said to be left over, the country by its code", () => {
  const lost: string[] = [];
  for (const block of blocks) {
    const pasted = pasteInto(formFor(block), block);
    if (pasted === null) continue;
    const options = block.country === "" ? {} : { country: block.country };
    const found =
      block.field === "name"
        ? core.split(block.text, "signature", options)
        : core.split(block.text, "address", options);
    const parts: Readonly<Record<string, { readonly text: string }>> = found?.parts ?? {};
    const kept = `${Object.values(pasted.values).join("\n")}\n${pasted.rest}`;
    const isKept = (text: string): boolean => text.split("\n").every((line) => kept.includes(line));
    for (const [part, { text }] of Object.entries(parts)) {
      if (!isKept(text) && !(part === "country" && pasted.values["billingCountry"] !== undefined)) {
        lost.push(`${block.id} ${part}: ${text}`);
      }
    }
    if (!isKept(found?.rest ?? "")) lost.push(`${block.id} rest: ${found?.rest}`);
  }
  assert.deepEqual(lost, []);
});

test("every one of them can be undone", () => {
  for (const block of blocks) {
    const before = formFor(block);
    const pasted = pasteInto(before, block);
    if (pasted === null) continue;
    const filled = step(before, { type: "fill", ...pasted }, rules);
    assert.deepEqual(recordOf(step(filled, { type: "unfill" }, rules)), recordOf(before), block.id);
  }
});
