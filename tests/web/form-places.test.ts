// What a country does to the form, with the real core: fields, their order, their names, and what becomes of a region.
import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "vestibule";
import { type FormEvent, type FormState, initialState, recordOf, step, viewOf } from "vestibule/form";
import { english } from "./support/language.ts";

const core = await load();
const rules = { core, validateOn: "blur" } as const;

const type = (field: string, value: string): FormEvent => ({ type: "input", field, value });
const country = (code: string): FormEvent => type("billingCountry", code);

function after(...events: readonly FormEvent[]): FormState {
  return events.reduce((state, event) => step(state, event, rules), initialState());
}

function address(state: FormState) {
  const { fields } = viewOf(state, { ...english, core });
  return fields.filter(({ field, hidden }) => field.group === "billing" && !hidden);
}

const labels = (state: FormState): readonly string[] => address(state).map(({ label }) => label);
const region = (state: FormState) => address(state).find(({ field }) => field.name === "billingState");

test("a country taken back leaves the fields as they were", () => {
  assert.deepEqual(labels(after(country("JP"), country(""))), labels(after()));
  const recalled: FormEvent = { type: "recall", values: {} };
  assert.deepEqual(labels(after(country("SE"), recalled)), labels(after()));
});

test("without a country the address has all its fields, and a region is a text", () => {
  assert.deepEqual(labels(after()), ["Country", "Street address", "Town or city", "State or region", "Postal code"]);
  assert.equal(region(after())?.control, "text");
});

test("a country has its fields, in its order, by its names", () => {
  assert.deepEqual(labels(after(country("US"))), ["Country", "Street address", "Town or city", "State", "ZIP code"]);
  assert.deepEqual(labels(after(country("JP"))), ["Country", "Postal code", "Prefecture", "Address"]);
  assert.deepEqual(labels(after(country("SE"))), ["Country", "Street address", "Postal code", "Town or city"]);
  assert.deepEqual(labels(after(country("GB"))), ["Country", "Street address", "Town or city", "Postal code"]);
});

test("a region is chosen from the country's list, in the alphabet of the reader and Latin letters", () => {
  const choices = region(after(country("US")))?.choices ?? [];
  assert.deepEqual(
    choices.slice(0, 3).map(({ text }) => text),
    ["Choose a state or region", "Alabama", "Alaska"],
  );
  assert.equal(choices.find(({ text }) => text === "California")?.value, "CA");
  assert.ok(region(after(country("JP")))?.choices.some(({ text }) => text === "Tokyo"));
  const japanese = viewOf(after(country("JP")), { ...english, core, tag: "ja" }).fields;
  const prefectures = japanese.find(({ field }) => field.name === "billingState")?.choices ?? [];
  assert.ok(prefectures.some(({ text }) => text === "\u6771\u4eac\u90fd"));
});

test("a region that was typed is found in the country's list by its name or code", () => {
  assert.equal(recordOf(after(type("billingState", "california"), country("US")))["billingState"], "CA");
  assert.equal(recordOf(after(type("billingState", "tokyo"), country("JP")))["billingState"], "Tokyo");
});

test("where labels carry no code a region is stored in the letters it was typed in, or those of the reader's list", () => {
  const local = "\u6771\u4eac\u90fd";
  assert.equal(recordOf(after(type("billingState", local), country("JP")))["billingState"], local);
  const valuesFor = (tag: string, ...events: readonly FormEvent[]) => {
    const { fields } = viewOf(after(...events, country("JP")), { ...english, core, tag });
    return fields.find(({ field }) => field.name === "billingState")?.choices.map(({ value }) => value) ?? [];
  };
  assert.ok(valuesFor("en").includes("Tokyo") && !valuesFor("en").includes(local));
  assert.ok(valuesFor("ja").includes(local) && !valuesFor("ja").includes("Tokyo"));
  assert.ok(valuesFor("ja", type("billingState", "Tokyo")).includes("Tokyo"));
  assert.equal(valuesFor("ja", type("billingState", "Tokyo")).length, 48);
});

test("a region that the country does not have stays to be seen and changed", () => {
  const state = after(type("billingState", "Skane"), country("US"));
  assert.equal(recordOf(state)["billingState"], "Skane");
  assert.equal(region(state)?.choices.at(-1)?.text, "Skane");
});

test("a region goes with its country and comes back with it, even where another has the same code", () => {
  const chosen = [country("US"), type("billingState", "WA")];
  assert.equal(recordOf(after(...chosen, country("AU")))["billingState"], undefined);
  assert.equal(recordOf(after(...chosen, country("AU"), country("US")))["billingState"], "WA");
});

test("what a country does not ask for is kept and not sent", () => {
  const typed = [country("US"), type("billingPostalCode", "94105"), type("billingCity", "San Francisco")];
  assert.equal(recordOf(after(...typed, country("AE")))["billingPostalCode"], undefined);
  assert.equal(recordOf(after(...typed, country("AE"), country("DE")))["billingPostalCode"], "94105");
});

test("a phone's and a postal code's example are the country's", () => {
  const hints = (...events: readonly FormEvent[]) => {
    const { fields } = viewOf(after(...events), { ...english, core });
    return ["phone", "billingPostalCode"].map((name) => fields.find(({ field }) => field.name === name)?.hint);
  };
  const usual = "+44\u00a020\u00a07946\u00a00018";
  assert.deepEqual(hints(), [`Only for questions about the account. In any format, like ${usual}.`, ""]);
  const [phone, postal] = hints(country("JP"));
  assert.match(phone ?? "", /like \+81\u00a0/);
  assert.equal(postal, "Like 123-4567");
});
