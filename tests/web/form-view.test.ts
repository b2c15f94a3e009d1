// What the form shows in a state, in English.
import assert from "node:assert/strict";
import { test } from "node:test";
import { contactFields, signupFields } from "../../wasm/package/src/form/fields.ts";
import { messageOf } from "../../wasm/package/src/form/messages.ts";
import { initialState } from "../../wasm/package/src/form/state.ts";
import { type FormEvent, step } from "../../wasm/package/src/form/step.ts";
import { type FormView, viewOf } from "../../wasm/package/src/form/view.ts";
import { type FieldView, viewField } from "../../wasm/package/src/form/view-field.ts";
import { withTyped } from "../../wasm/package/src/form/words.ts";
import { codeNames } from "../../wasm/package/src/generated/codes.ts";
import { english } from "./support/language.ts";
import { standInCore } from "./support/stand-in-core.ts";

const allFields = [...signupFields, ...contactFields];

function viewAfter(...events: readonly FormEvent[]): FormView {
  const rules = { core: standInCore, validateOn: "blur" } as const;
  const state = events.reduce((before, event) => step(before, event, rules), initialState());
  return viewOf(state, english);
}

function field(view: FormView, name: string): FieldView {
  const found = view.fields.find((candidate) => candidate.field.name === name);
  assert.ok(found, name);
  return found;
}

const business: FormEvent = { type: "input", field: "recordType", value: "Business" };
const consumer: FormEvent = { type: "input", field: "recordType", value: "Consumer" };
const named: FormEvent = { type: "input", field: "name", value: " Ada " };
const submit: FormEvent = { type: "submit" };

test("the name is a company's or a person's, in its label, its message and what the browser fills in", () => {
  const asked = (...events: readonly FormEvent[]) => {
    const { label, autocomplete, error } = field(viewAfter(...events, submit), "name");
    return [label, autocomplete, error];
  };
  assert.deepEqual(asked(), ["Name", "organization", "Enter the name."]);
  assert.deepEqual(asked(business), ["Company name", "organization", "Enter the company\u2019s name."]);
  assert.deepEqual(asked(consumer), ["Full name", "name", "Enter your full name."]);
});

test("a field of the catalogue that forms seldom ask for has its name in the locale", () => {
  const [first] = signupFields;
  assert.ok(first);
  const label = (name: string) => viewField({ ...first, name }, initialState(), english).label;
  assert.equal(label("annualRevenue"), english.locale.labels["annualRevenue"]);
  assert.equal(label("annualRevenue"), "Annual revenue");
  assert.equal(label("unheardOf"), "unheardOf");
});

test("the example of a number is not broken over two lines", () => {
  assert.match(field(viewAfter(), "phone").hint, /like \+44\u00a020\u00a07946\u00a00018\.$/);
});

test("the page's own words come before the locale's, and by field before by code", () => {
  const view = viewAfter(submit);
  assert.equal(field(view, "recordType").error, "Choose a company or a person.");
  const street: FormEvent = { type: "input", field: "billingStreet", value: "Main St 1" };
  const { advice } = field(viewAfter(business, named, street, submit), "billingCity");
  assert.equal(advice, "Add the town or city; the address is not complete without it.");
});

test("a summary line stays when its field is fixed, and is marked", () => {
  const view = viewAfter(submit, named);
  assert.deepEqual(
    view.summary.map(({ field: name, fixed }) => [name, fixed]),
    [
      ["recordType", false],
      ["name", true],
    ],
  );
  assert.equal(view.hasErrors, true);
  assert.equal(viewAfter(submit, named, business).hasErrors, false);
});

test("a suggestion is a button that asks, and then one that undoes", () => {
  const offered = [
    { type: "input", field: "email", value: "ada@b.con" },
    { type: "leave", field: "email" },
  ] as const;
  assert.deepEqual(field(viewAfter(...offered), "email").action, { type: "accept", text: "Did you mean ada@b.com?" });
  const taken = field(viewAfter(...offered, { type: "accept", field: "email" }), "email");
  assert.deepEqual(taken.action, { type: "undo", text: "Undo" });
  assert.equal(taken.advice, "Changed to ada@b.com.");
});

test("a ready record lists what is stored, by the form's words, and says where it was typed otherwise", () => {
  const email: FormEvent = { type: "input", field: "email", value: "a@b.c" };
  assert.equal(viewAfter(business, named).ready, null);
  assert.deepEqual(viewAfter(business, named, email, submit).ready, [
    { field: "recordType", group: "who", label: "Who is the account for?", value: "A company", typed: "", doubt: "" },
    { field: "name", group: "who", label: "Company name", value: "Ada", typed: "", doubt: "" },
    { field: "email", group: "reach", label: "E-mail address", value: "a@b.c", typed: "", doubt: "" },
  ]);
});

test("a number in groups of Arabic-Indic digits keeps their order, and nothing else is touched", () => {
  const [phone, code] = ["\u0660\u0665\u0665 \u0661\u0662\u0663", "\u0661\u0662\u0663\u0664"];
  assert.equal(withTyped("{value}", phone, "ar"), `\u2066\u202d${phone}\u202c\u2069`);
  assert.equal(withTyped("{value}", phone, "en"), `\u2066\u202d${phone}\u202c\u2069`);
  assert.equal(withTyped("{value}", code, "ar"), code);
  assert.equal(withTyped("{value}", `\u0634 ${phone}`, "ar"), `\u0634 ${phone}`);
});

test("a person's names stand in the order of the reader's language", () => {
  const names = (tag: string) => {
    const { fields } = viewOf(initialState({}, [], allFields), { ...english, tag });
    return fields.map(({ field }) => field.name).filter((name) => /^contact\.(?:first|last)Name$/.test(name));
  };
  assert.deepEqual(names("de"), ["contact.firstName", "contact.lastName"]);
  assert.deepEqual(names("ja"), ["contact.lastName", "contact.firstName"]);
  assert.deepEqual(names("zh-Hans"), ["contact.lastName", "contact.firstName"]);
});

test("every shown field has a label and a phrase, every group a heading, every select a choice of nothing", () => {
  const { words } = english;
  for (const { name, group, control } of allFields) {
    assert.ok(words.labels[name], name);
    assert.ok(name === "recordType" || words.phrases[name], name);
    assert.ok(words.groups[group], group);
    assert.ok(control !== "select" || words.options[`${name}.`], name);
  }
});

test("words for fields, codes and choices name ones that exist", () => {
  const { labels, phrases, hints, codes, options } = english.words;
  const names: ReadonlySet<string> = new Set(allFields.map(({ name }) => name));
  for (const key of [labels, phrases, hints].flatMap((table) => Object.keys(table))) {
    assert.ok(names.has(key) || names.has(key.split(".", 1)[0] ?? ""), key);
  }
  for (const key of Object.keys(options)) {
    const [name = "", value = ""] = key.split(/\.(.*)/);
    const isListed = signupFields.some((shown) => shown.name === name && shown.options.includes(value));
    assert.ok(isListed || name === "boolean" || (value === "" && (name === "" || names.has(name))), key);
  }
  for (const key of Object.keys(codes)) {
    const [code = "", name = "name"] = key.split(" ");
    assert.ok((codeNames as readonly string[]).includes(code) && names.has(name), key);
  }
});

test("a message has no mark left to fill and at most 20 words", () => {
  const params = {
    max: "80",
    unit: "characters",
    character: "U+0007",
    missing: "billingCity",
    min: "0",
    allowed: "A, B",
  };
  for (const { name } of signupFields) {
    for (const code of codeNames.filter((candidate) =>
      /^(text|email|phone|url|country|address|enum|field\.required)/.test(candidate),
    )) {
      const message = messageOf({ code, severity: "error", pointer: `/${name}`, params }, "Business", english);
      assert.doesNotMatch(message, /[{}]/, code);
      assert.ok(message.split(" ").length <= 20, message);
    }
  }
});

test("a finding whose words cannot be filled, or are not known, names its field", () => {
  const say = (code: string, pointer: string) =>
    messageOf({ code: code as "text.blank", severity: "error", pointer, params: {} }, "Business", english);
  assert.equal(say("email.too_long", "/email"), "Check this answer: E-mail address");
  assert.equal(say("from.the_future", "/name"), "Check this answer: Company name");
  assert.equal(say("from.the_future", "/form/token"), "Please check these answers");
});
