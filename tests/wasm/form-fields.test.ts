// What a form asks for by a tenant's profile: its own fields, record types and requirements in the place of the usual ones.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import {
  autocompleteOf,
  contactFieldsOf,
  fieldsOf,
  isRequired,
  type SignupField,
} from "../../wasm/package/src/form/fields.ts";
import { importPackage, root } from "./support/package.ts";

const reseller = JSON.parse(readFileSync(join(root, "core/data/profiles/own-record-type.json"), "utf8"));
const { load } = await importPackage();
const described = async (profile: object) => (await load({ profile })).profile;

function named(fields: readonly SignupField[], name: string): SignupField {
  const field = fields.find((candidate) => candidate.name === name);
  assert.ok(field, name);
  return field;
}

test("record types, what each needs and the tenant's own fields are asked for", async () => {
  const fields = fieldsOf(await described(reseller));
  assert.deepEqual(named(fields, "recordType").options, ["Business", "Consumer", "Reseller"]);
  assert.equal(named(fields, "recordType").optionLabels?.["Business"], "Company");
  assert.deepEqual(named(fields, "resellerSince").recordTypes, ["Reseller"]);
  assert.equal(isRequired(named(fields, "website"), "Reseller"), true);
  assert.equal(isRequired(named(fields, "website"), "Business"), false);
  assert.equal(isRequired(named(fields, "email"), "Consumer"), true);
  // Nobody sets these at sign-up.
  for (const name of ["revenueShare", "salesNotes"])
    assert.ok(
      fields.every((field) => field.name !== name),
      name,
    );
});

test("what is hidden is not asked for, and of fields of the catalogue what is required besides is", async () => {
  const fields = fieldsOf(
    await described({ v: 1, hidden: { customer: ["website"] }, required: { customer: ["industry"] } }),
  );
  assert.ok(fields.every(({ name }) => name !== "website"));
  assert.equal(named(fields, "industry").control, "select");
});

test("the name of a record type that extends Consumer is a person's", async () => {
  const types = [{ value: "Business" }, { value: "Member", extends: "Consumer" }];
  const name = named(fieldsOf(await described({ v: 1, recordTypes: types })), "name");
  assert.equal(autocompleteOf(name, "Member"), "name");
  assert.equal(autocompleteOf(name, "Business"), "organization");
});

test("a person at a company is asked for with what the tenant wants to know", async () => {
  const fields = contactFieldsOf(await described(reseller));
  assert.equal(named(fields, "contact.phone").required, true);
  assert.deepEqual(named(fields, "contact.decisionMaker").recordTypes, ["Business", "Reseller"]);
});
