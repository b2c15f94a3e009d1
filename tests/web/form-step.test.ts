// When the form shows what: the pure model, event by event.
import assert from "node:assert/strict";
import { test } from "node:test";
import { type FormState, fieldState, initialState, recordOf } from "../../wasm/package/src/form/state.ts";
import { type FormEvent, type FormRules, step } from "../../wasm/package/src/form/step.ts";
import { standInCore } from "./support/stand-in-core.ts";

const onBlur: FormRules = { core: standInCore, validateOn: "blur" };

const type = (field: string, value: string): FormEvent => ({ type: "input", field, value });
const leave = (field: string): FormEvent => ({ type: "leave", field });
const submit: FormEvent = { type: "submit" };

function after(events: readonly FormEvent[], rules: FormRules = onBlur): FormState {
  return events.reduce((state, event) => step(state, event, rules), initialState());
}

const shown = (state: FormState, field: string): readonly string[] =>
  fieldState(state, field).shown.map(({ code }) => code);
const filled = [type("recordType", "Business"), type("name", "Ada")];

test("nothing shows while a value is first typed", () => {
  assert.deepEqual(shown(after([type("email", "a"), type("email", "ad")]), "email"), []);
});

test("a certain error shows on leaving a filled field", () => {
  assert.deepEqual(shown(after([type("email", "ada"), leave("email")]), "email"), ["email.syntax"]);
});

test("nothing shows on leaving an empty field, nor one with blanks", () => {
  assert.deepEqual(shown(after([leave("name")]), "name"), []);
  assert.deepEqual(shown(after([type("name", "  "), leave("name")]), "name"), []);
});

test("with validateOn submit, leaving shows nothing and submitting does", () => {
  const rules: FormRules = { core: standInCore, validateOn: "submit" };
  assert.deepEqual(shown(after([type("email", "ada"), leave("email")], rules), "email"), []);
  assert.deepEqual(shown(after([type("email", "ada"), leave("email"), submit], rules), "email"), ["email.syntax"]);
});

test("a shown error goes with the keystroke that fixes it, and comes back only on leaving", () => {
  const wrong = [type("email", "ada"), leave("email")];
  assert.deepEqual(shown(after([...wrong, type("email", "ada@")]), "email"), []);
  assert.deepEqual(shown(after([...wrong, type("email", "ada@"), type("email", "ada")]), "email"), []);
  assert.deepEqual(shown(after([...wrong, type("email", "ada@"), type("email", "ada"), leave("email")]), "email"), [
    "email.syntax",
  ]);
});

test("a shown error that becomes another one changes its words and does not blink", () => {
  const next = after([type("email", "ada"), leave("email"), type("email", `ada@${"a".repeat(40)}`)]);
  assert.deepEqual(shown(next, "email"), ["email.too_long"]);
});

test("shown advice goes when it no longer holds, and typing brings no new one", () => {
  const advised = [type("name", "-"), leave("name")];
  assert.deepEqual(shown(after(advised), "name"), ["text.placeholder"]);
  assert.deepEqual(shown(after([...advised, type("name", "A")]), "name"), []);
  assert.deepEqual(shown(after([...advised, type("name", "-<")]), "name"), ["text.placeholder"]);
  assert.deepEqual(shown(after([...advised, type("name", "A"), type("name", "-")]), "name"), []);
});

test("an unfinished composition is kept and not judged", () => {
  const wrong = [type("email", "ada"), leave("email")];
  const composing = after([...wrong, { type: "input", field: "email", value: "ada@", composing: true }]);
  assert.equal(fieldState(composing, "email").value, "ada@");
  assert.deepEqual(shown(composing, "email"), ["email.syntax"]);
  assert.deepEqual(shown(step(composing, type("email", "ada@"), onBlur), "email"), []);
});

test("what a later field may settle waits until that field was visited", () => {
  assert.deepEqual(shown(after([type("phone", "123"), leave("phone")]), "phone"), []);
  assert.deepEqual(shown(after([...filled, type("phone", "123"), submit]), "phone"), ["phone.no_country"]);
});

test("an answer in one field takes away what it settles in another", () => {
  const advised = after([...filled, type("phone", "123"), submit]);
  assert.deepEqual(shown(step(advised, type("billingCountry", "SE"), onBlur), "phone"), []);
});

test("a submit with errors lists them in the order of the page and gives no record", () => {
  const state = after([type("email", "ada"), submit]);
  assert.deepEqual(
    state.summary.map(({ field }) => field),
    ["recordType", "name", "email"],
  );
  assert.equal(state.ready, null);
  assert.equal(state.attempt, 1);
});

test("an error about no field stands last in the summary", () => {
  const state = after([type("description", "out of memory"), submit]);
  assert.deepEqual(
    state.summary.map(({ field }) => field),
    ["recordType", "name", null],
  );
});

test("the summary stays as it was submitted while errors are fixed", () => {
  const fixed = after([submit, ...filled]);
  assert.deepEqual(shown(fixed, "name"), []);
  assert.equal(fixed.summary.length, 2);
  assert.deepEqual(step(fixed, submit, onBlur).summary, []);
});

test("an accepted submit gives the normalised record until something is typed", () => {
  const ready = after([type("recordType", "Business"), type("name", " Ada "), submit]);
  assert.deepEqual(ready.ready, { recordType: "Business", name: "Ada" });
  assert.equal(fieldState(ready, "name").value, " Ada ");
  assert.notEqual(step(ready, type("name", " Ada "), onBlur).ready, null);
  assert.equal(step(ready, type("email", "a"), onBlur).ready, null);
});

test("warnings do not refuse, and show after a submit beside what they are about", () => {
  const ready = after([...filled, type("billingStreet", "Main St 1"), submit]);
  assert.notEqual(ready.ready, null);
  assert.deepEqual(shown(ready, "billingCity"), ["address.incomplete"]);
});

test("a suggestion is taken only when accepted, and undone to the letter", () => {
  const offered = after([type("email", " ada@b.con"), leave("email")]);
  assert.equal(fieldState(offered, "email").value, " ada@b.con");
  const taken = step(offered, { type: "accept", field: "email" }, onBlur);
  assert.equal(fieldState(taken, "email").value, " ada@b.com");
  assert.deepEqual(shown(taken, "email"), []);
  const back = step(taken, { type: "undo", field: "email" }, onBlur);
  assert.equal(fieldState(back, "email").value, " ada@b.con");
});

test("a suggestion undone is not made again for the same value, but for another one", () => {
  const undone = after([
    type("email", "ada@b.con"),
    leave("email"),
    { type: "accept", field: "email" },
    { type: "undo", field: "email" },
  ]);
  assert.deepEqual(shown(undone, "email"), []);
  assert.deepEqual(shown(step(undone, leave("email"), onBlur), "email"), []);
  assert.deepEqual(shown(step(undone, submit, onBlur), "email"), []);
  const other = step(step(undone, type("email", "eve@b.con"), onBlur), leave("email"), onBlur);
  assert.deepEqual(shown(other, "email"), ["field.not_canonical"]);
});

test("typing after a suggestion was accepted takes the undo away", () => {
  const taken = after([type("email", "ada@b.con"), leave("email"), { type: "accept", field: "email" }]);
  assert.equal(fieldState(taken, "email").replaced, "ada@b.con");
  assert.equal(step(taken, type("email", "ada@b.co"), onBlur).fields["email"]?.replaced, null);
});

test("accepting or undoing where nothing is offered changes nothing", () => {
  const state = after([type("email", "ada@b.com"), leave("email")]);
  assert.equal(step(state, { type: "accept", field: "email" }, onBlur), state);
  assert.equal(step(state, { type: "undo", field: "email" }, onBlur), state);
});

test("the record has what was filled in, as typed, and no empty members", () => {
  assert.deepEqual(recordOf(after([type("name", " Ada "), type("email", "")])), { name: " Ada " });
});

test("no event changes a value but the ones that say so", () => {
  const typed = after([type("name", " - "), type("email", "x"), type("phone", "1")]);
  const events: readonly FormEvent[] = [leave("name"), leave("email"), submit, submit];
  const later = events.reduce((state, event) => step(state, event, onBlur), typed);
  assert.deepEqual(recordOf(later), recordOf(typed));
});

const served = { code: "text.placeholder", severity: "error", pointer: "/email", params: {} } as const;
const whole = { ...served, pointer: "" };

test("a form served with findings shows them, in the summary too, until their field is changed", () => {
  const state = initialState({ email: "ada@b.c", name: "-" }, [whole, served]);
  assert.deepEqual(shown(state, "email"), ["text.placeholder"]);
  assert.deepEqual(
    state.summary.map(({ field }) => field),
    ["email", null],
  );
  const elsewhere = [type("phone", "1"), leave("phone"), leave("email")];
  assert.deepEqual(
    shown(
      elsewhere.reduce((next, event) => step(next, event, onBlur), state),
      "email",
    ),
    ["text.placeholder"],
  );
  assert.deepEqual(shown(step(state, type("email", "ada@b.d"), onBlur), "email"), []);
});

test("a refusal shows what the gateway found, with the params of the core where both found it", () => {
  const tooLong = { code: "email.too_long", severity: "error", pointer: "/email", params: {} } as const;
  const typed = after([...filled, type("email", `ada@${"a".repeat(40)}`)]);
  const refused = step(typed, { type: "refused", findings: [tooLong, served] }, onBlur);
  const { summary, ready, attempt } = refused;
  assert.deepEqual(fieldState(refused, "email").shown, [{ ...tooLong, params: { max: "40" } }, served]);
  assert.deepEqual([summary.length, ready, attempt], [2, null, 1]);
  assert.equal(fieldState(refused, "name").value, "Ada");
});

test("a submit asks the core alone: what the gateway found it may find again", () => {
  const refused = after([...filled, type("email", "ada@b.c"), { type: "refused", findings: [served] }, submit]);
  assert.deepEqual(shown(refused, "email"), []);
  assert.deepEqual(refused.ready, { recordType: "Business", name: "Ada", email: "ada@b.c" });
});
