// The person at the customer in the form, with the real core: when one is asked for, needed, judged and sent.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { load } from "vestibule";
import { atlasBytes } from "vestibule/atlas";
import {
  askedBy,
  contactFieldsOf,
  type FormEvent,
  type FormState,
  initialState,
  recordOf,
  step,
  viewOf,
} from "vestibule/form";
import { openGateway } from "vestibule/gateway";
import { contactOf, joinRecords, partRecords } from "../../wasm/package/src/form/contact.ts";
import { judge } from "../../wasm/package/src/form/judge.ts";
import { english } from "./support/language.ts";

const core = await load();
const module = new WebAssembly.Module(readFileSync(new URL(import.meta.resolve("vestibule/full.wasm"))));
const gateway = await openGateway(module, atlasBytes());
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const rules = { core, validateOn: "blur", review: true } as const;

const type = (field: string, value: string): FormEvent => ({ type: "input", field, value });
const company: readonly FormEvent[] = [type("recordType", "Business"), type("name", "Acme Ltd")];
const submit: FormEvent = { type: "submit" };

function after(...events: readonly FormEvent[]): FormState {
  return events.reduce((state, event) => step(state, event, rules), initialState({}, [], askedBy({}, true)));
}

function shown(state: FormState) {
  return viewOf(state, { ...english, core }).fields.filter(({ field, hidden }) => field.group === "contact" && !hidden);
}

function errors(state: FormState): readonly (readonly [string, string])[] {
  return shown(state).flatMap(({ field, error }) => (error === "" ? [] : [[field.name, error] as const]));
}

test("a company is asked for a person, somebody who signs up alone is not, and nothing of it goes along", () => {
  assert.deepEqual(shown(after()), []);
  assert.deepEqual(
    shown(after(...company)).map(({ label }) => label),
    ["First name", "Last name", "E-mail address of this person", "Job title"],
  );
  const changed = after(...company, type("contact.firstName", "Ada"), type("recordType", "Consumer"));
  assert.deepEqual(shown(changed), []);
  assert.equal(contactOf(changed), null);
  assert.deepEqual(Object.keys(recordOf(changed)), ["recordType", "name"]);
});

test("nothing of it is needed until somebody is named, and then the names and an address are", () => {
  const needed = (state: FormState) => shown(state).flatMap(({ field, required }) => (required ? [field.name] : []));
  assert.deepEqual(needed(after(...company)), []);
  assert.notEqual(after(...company, submit).ready, null);
  const titled = after(...company, type("contact.title", "Head of Finance"));
  assert.deepEqual(needed(titled), ["contact.firstName", "contact.lastName", "contact.email"]);
  const refused = after(...company, type("contact.title", "Head of Finance"), submit);
  assert.deepEqual(errors(refused), [
    ["contact.firstName", "Enter the first name."],
    ["contact.lastName", "Enter the last name."],
    ["contact.email", "Enter this person\u2019s e-mail address."],
  ]);
  assert.deepEqual(
    refused.summary.map(({ field }) => field),
    ["contact.firstName", "contact.lastName", "contact.email"],
  );
});

test("the address of the account is the person's too, and what is wrong with it is said once, where it was typed", () => {
  const named = [type("contact.firstName", " Ada "), type("contact.lastName", "Lovelace")];
  const fine = after(...company, type("email", "Ada@Acme.example"), ...named, submit);
  assert.deepEqual(partRecords(fine.ready ?? {}).contact, {
    firstName: "Ada",
    lastName: "Lovelace",
    name: "Ada Lovelace",
    email: "Ada@acme.example",
  });
  const wrong = after(...company, type("email", "ada"), ...named, submit);
  assert.deepEqual(errors(wrong), []);
  assert.deepEqual(
    wrong.summary.map(({ field }) => field),
    ["email"],
  );
  const own = after(...company, type("email", "ada"), ...named, type("contact.email", "ada@"), submit);
  assert.deepEqual(
    own.summary.map(({ field }) => field),
    ["email", "contact.email"],
  );
});

test("an error shows on leaving its field, and what the core would say of the name made of both is not said twice", () => {
  const typed = [type("contact.firstName", "Ada\u202e"), { type: "leave", field: "contact.firstName" } as const];
  const left = after(...company, ...typed);
  assert.deepEqual(
    errors(left).map(([name]) => name),
    ["contact.firstName"],
  );
  const sent = after(...company, ...typed, type("contact.lastName", "L"), type("contact.email", "a@b.example"), submit);
  assert.deepEqual(
    sent.summary.map(({ field }) => field),
    ["contact.firstName"],
  );
});

test("a name in letters that begin with the family begins with it", () => {
  const events = [type("contact.firstName", "\u592a\u90ce"), type("contact.lastName", "\u5c71\u7530")];
  assert.equal(contactOf(after(...company, ...events))?.["name"], "\u5c71\u7530 \u592a\u90ce");
});

test("the review shows the person as a group of its own; two records become one and two again", () => {
  const named = [type("contact.firstName", "Ada"), type("contact.lastName", "Lovelace")];
  const state = after(...company, type("email", "a@acme.example"), ...named, submit);
  const rows = viewOf(state, { ...english, core }).ready?.filter(({ group }) => group === "contact");
  assert.deepEqual(
    rows?.map(({ label, value, typed }) => [label, value, typed]),
    [
      ["First name", "Ada", ""],
      ["Last name", "Lovelace", ""],
      ["E-mail address of this person", "a@acme.example", ""],
    ],
  );
  const parted = partRecords(state.ready ?? {});
  assert.deepEqual(joinRecords(parted.customer, parted.contact), state.ready);
});

test("what the gateway finds about the person stands at the person's field", () => {
  const findings = [{ code: "email.syntax", severity: "error", pointer: "/contact/email", params: {} }] as const;
  const state = after(...company, type("contact.email", "a@b.example"), { type: "refused", findings });
  assert.deepEqual(errors(state), [["contact.email", "Enter an e-mail address, like name@example.com."]]);
});

/** What the page sends, and what a browser posts by itself of the same answers. */
function bothWays(values: Readonly<Record<string, string>>) {
  const state = step(initialState(values, [], askedBy({}, true)), submit, { core, validateOn: "submit" });
  const posted = gateway.readRequest(encode(new URLSearchParams({ "form.v": "1", ...values }).toString()), "form");
  const { ready } = state;
  const sent =
    ready === null ? null : gateway.readRequest(encode(JSON.stringify({ v: 1, ...partRecords(ready) })), "json");
  const told = judge(state, core).findings.map(({ pointer, code, severity }) => [pointer, code, severity]);
  return { told, sent, posted, tells: posted.findings.map(({ pointer, code, severity }) => [pointer, code, severity]) };
}

const ada = { "contact.firstName": " Ada", "contact.lastName": "Lovelace ", "contact.email": "", "contact.title": "" };

for (const [what, values] of Object.entries<Readonly<Record<string, string>>>({
  "a person with an address of her own": { ...ada, "contact.email": "ADA@acme.Example", email: "office@acme.example" },
  "a person with the address of the account": { ...ada, email: "office@acme.example" },
  nobody: { "contact.firstName": "", "contact.lastName": " ", "contact.email": "\u3000", email: "a@acme.example" },
  "half a person": { "contact.firstName": "Ada", email: "a@acme.example" },
  "a title alone": { "contact.title": "Head of Finance" },
  "a name that begins with the family": {
    "contact.firstName": "\u592a\u90ce",
    "contact.lastName": "\u5c71\u7530",
    email: "a@acme.example",
  },
  "a name in two kinds of letters": {
    "contact.firstName": "Taro",
    "contact.lastName": "\u5c71\u7530",
    email: "a@acme.example",
  },
  "an address that is none, for both": { ...ada, email: "ada" },
  "an address that is none, for the person": { ...ada, "contact.email": "ada", email: "a@acme.example" },
  "an address that looks mistyped, for both": { ...ada, email: "ada@gmial.com" },
  "an address that is too long for both": { ...ada, email: `${"a".repeat(60)}@${"b".repeat(60)}.example` },
  "a name that is refused": { ...ada, "contact.firstName": "Ada\u202e", email: "a@acme.example" },
  "a name that is too long once it is whole": {
    "contact.firstName": "a".repeat(41),
    "contact.lastName": "b".repeat(81),
    email: "a@acme.example",
  },
})) {
  test(`a form that is posted without a script is read as the page reads it: ${what}`, () => {
    const { told, sent, posted, tells } = bothWays({ recordType: "Business", name: "Acme Ltd", ...values });
    assert.deepEqual(tells, told);
    assert.equal(posted.ok, sent !== null);
    if (sent === null) return;
    assert.deepEqual("contact" in posted ? posted.contact : undefined, "contact" in sent ? sent.contact : undefined);
    assert.equal(posted.fingerprint, sent.fingerprint);
  });
}

test("a tenant's profile says which fields a person has, for its own companies", async () => {
  const text = readFileSync(new URL("../../core/data/profiles/own-record-type.json", import.meta.url), "utf8");
  const { profile } = await load({ profile: text, full: true });
  const fields = contactFieldsOf(profile);
  assert.deepEqual(
    fields.map(({ name, control }) => `${name} ${control}`),
    [
      "contact.firstName text",
      "contact.lastName text",
      "contact.email email",
      "contact.title text",
      "contact.phone tel",
      "contact.decisionMaker radio",
    ],
  );
  const companies = profile.recordTypes.filter(({ extends: kind }) => kind === "Business").map(({ value }) => value);
  assert.deepEqual(fields[0]?.recordTypes, companies);
  assert.equal(fields.find(({ name }) => name === "contact.phone")?.required, true);
});
