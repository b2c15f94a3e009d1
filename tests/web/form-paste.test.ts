// A pasted block taken apart, with the real core: what goes where, what is left, and that nothing typed is lost.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "vestibule";
import { initialState, type RecordValues, recordOf, step } from "vestibule/form";
import { mayBeBlock, takeApart } from "../../wasm/package/src/form/paste.ts";

const core = await load();
const rules = { core, validateOn: "blur" } as const;

const signature = `Best,
Jane Ashworth
Head of Finance | Harrow & Finch Ltd
T: +44 20 7946 0018
jane.ashworth@harrowfinch.example
12 Dean Street
London
W1D 3RP
United Kingdom`;

function paste(text: string, field: string, values: RecordValues = {}) {
  const state = initialState(values);
  return takeApart(text, { field, typed: String(values[field] ?? "") }, state, core.split);
}

test("a block has at least two lines, three where two are usual", () => {
  assert.equal(mayBeBlock("12 Dean Street\nLondon", false), true);
  assert.equal(mayBeBlock("12 Dean Street\nLondon", true), false);
  assert.equal(mayBeBlock("one\r\n\r\n  \r\n", false), false);
  assert.equal(mayBeBlock("a\r\nb\r\nc", true), true);
});

test("a signature fills the fields of a company, and what has no field is said", () => {
  const pasted = paste(signature, "name");
  assert.deepEqual(pasted?.values, {
    recordType: "Business",
    name: "Harrow & Finch Ltd",
    email: "jane.ashworth@harrowfinch.example",
    phone: "+44 20 7946 0018",
    billingCountry: "GB",
    billingStreet: "12 Dean Street",
    billingCity: "London",
    billingPostalCode: "W1D 3RP",
  });
  assert.match(pasted?.rest ?? "", /Jane Ashworth/);
  assert.match(pasted?.rest ?? "", /Head of Finance/);
});

test("a street of two lines went into its field, and nothing is said of it", () => {
  const pasted = paste(signature.replace("12 Dean Street", "12 Dean Street\nUnit 4"), "name");
  assert.equal(pasted?.values["billingStreet"], "12 Dean Street\nUnit 4");
  assert.doesNotMatch(pasted?.rest ?? "", /Dean Street/);
});

test("for a person the name is the person's", () => {
  assert.equal(paste(signature, "email", { recordType: "Consumer" })?.values["name"], "Jane Ashworth");
});

test("an address fills the address, and nothing else is touched", () => {
  const block = "Fjordlys Instruments AS\nStorgata 12\n0155 Oslo\nNorway";
  assert.deepEqual(paste(block, "billingStreet", { name: "Typed Before", recordType: "Business" })?.values, {
    billingCountry: "NO",
    billingStreet: "Storgata 12",
    billingCity: "Oslo",
    billingPostalCode: "0155",
  });
});

test("what stands in a field already stays, and what was meant for it is said", () => {
  const pasted = paste(signature, "phone", { email: "typed@before.example" });
  assert.equal(pasted?.values["email"], undefined);
  assert.match(pasted?.rest ?? "", /jane\.ashworth@harrowfinch\.example/);
});

test("two lines that are no block fill nothing", () => {
  assert.equal(paste("just some words\nand some more", "name"), null);
});

test("what was filled in can be undone, to the letter", () => {
  const before = step(initialState({ name: "as pasted" }), { type: "learned" }, rules);
  const pasted = paste(signature, "name");
  assert.ok(pasted);
  const filled = step(before, { type: "fill", ...pasted }, rules);
  assert.equal(recordOf(filled)["billingCountry"], "GB");
  assert.deepEqual(recordOf(step(filled, { type: "unfill" }, rules)), { name: "as pasted" });
  assert.equal(
    step(step(filled, { type: "input", field: "name", value: "x" }, rules), { type: "unfill" }, rules).filled,
    null,
  );
});
