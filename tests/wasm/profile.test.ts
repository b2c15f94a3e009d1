// A tenant's profile in the package: given to load, described for forms, and on the packed path.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import type { VestibuleProfileError } from "../../wasm/package/src/errors.ts";
import type { Core, Finding } from "../../wasm/package/src/types.ts";
import { importPackage, root, type Vestibule } from "./support/package.ts";

const profile = {
  v: 1,
  recordTypes: [{ value: "Business" }, { value: "Reseller", label: "Reseller", extends: "Business" }],
  hidden: { customer: ["fax"] },
  customFields: [
    { name: "orderNote", label: "Note", kind: "text", max: 10, pattern: "^[a-z ]+$", signup: true },
    { name: "teamSize", label: "Team", kind: "integer", min: 1, signup: true },
    { name: "newsletter", label: "News", kind: "boolean", signup: true },
    { name: "deskPhone", label: "Desk", kind: "phone", recordTypes: ["Reseller"], required: true, signup: true },
    { name: "jobLevel", of: "contact", label: "Level", kind: "integer", signup: true },
  ],
};
const record = { name: "A", recordType: "Business" };

let vestibule: Vestibule;
let core: Core;
before(async () => {
  vestibule = await importPackage();
  core = await vestibule.load({ profile });
});

const codes = (findings: readonly Finding[]): readonly string[] => findings.map(({ pointer, code }) => pointer + code);

/** What the core says of the same record as JSON text. */
function asText(value: object): unknown {
  return core.check(new TextEncoder().encode(JSON.stringify(value)));
}

test("custom values travel beside the standard ones, normalised alike", () => {
  const given = { orderNote: " a  b ", newsletter: false, teamSize: 5, ...record };
  const result = core.check(given);
  assert.deepEqual(result, {
    ok: true,
    value: { name: "A", recordType: "Business", orderNote: "a b", teamSize: 5, newsletter: false },
    changed: ["/orderNote"],
    findings: [],
  });
  assert.deepEqual(result, asText(given));
});

test("an object and its text are judged alike, whatever is wrong", () => {
  for (const more of [
    { orderNote: "A" },
    { orderNote: 1, teamSize: 0, newsletter: "yes" },
    { orderNote: ["a"], teamSize: {}, newsletter: null },
    { orderNote: "", teamSize: null },
    { deskPhone: "+4722001122" },
    { recordType: "Reseller" },
    { recordType: "reseller", deskPhone: "+47 22 00 11 22" },
    { ordrNote: "a", jobLevel: 1, fax: "1" },
    { orderNote: "\u{1f3a4}" },
  ]) {
    const given = { ...record, ...more };
    assert.deepEqual(core.check(given), asText(given), JSON.stringify(more));
  }
});

test("half a pair in a custom text is refused", () => {
  const result = core.check({ ...record, orderNote: "a\ud800" });
  assert.deepEqual(codes(result.findings), ["/orderNotejson.surrogate"]);
});

test("one custom field is judged alone, with the record's type", () => {
  assert.deepEqual(core.checkField("orderNote", " b "), {
    ok: true,
    value: "b",
    changed: ["/orderNote"],
    findings: [],
  });
  assert.deepEqual(codes(core.checkField("teamSize", 0).findings), ["/teamSizenumber.range"]);
  const context = { record: { recordType: "Business" } };
  assert.deepEqual(codes(core.checkField("deskPhone", "+4722001122", context).findings), [
    "/deskPhonefield.record_type",
  ]);
  assert.deepEqual(codes(core.checkField("jobLevel", 1).findings), ["/jobLevelfield.unknown"]);
  assert.equal(core.checkField("jobLevel", 1, { of: "contact" }).ok, true);
});

test("the profile is described for forms", () => {
  const { fields, recordTypes } = core.profile;
  assert.deepEqual(recordTypes[1], { value: "Reseller", label: "Reseller", extends: "Business" });
  const find = (name: string) => fields.customer.find((field) => field.name === name);
  assert.deepEqual(find("deskPhone"), {
    name: "deskPhone",
    kind: "phone",
    custom: true,
    required: ["Reseller"],
    signup: true,
    max: 40,
    label: "Desk",
    recordTypes: ["Reseller"],
  });
  assert.equal(find("fax")?.signup, false);
  assert.deepEqual(find("recordType")?.values, ["Business", "Reseller"]);
  assert.equal(fields.contact.at(-1)?.name, "jobLevel");
});

test("without a profile Nue's own default is described, and custom members are unknown", async () => {
  const plain = await vestibule.load();
  assert.deepEqual(
    plain.profile.recordTypes.map(({ value }) => value),
    ["Business", "Consumer"],
  );
  assert.deepEqual(codes(plain.check({ ...record, orderNote: "a" }).findings), ["/orderNotefield.unknown"]);
});

test("a profile may be JSON text, and every example loads", async () => {
  for (const name of ["b2b", "b2c", "own-record-type"]) {
    const text = readFileSync(join(root, `core/data/profiles/${name}.json`), "utf8");
    assert.ok((await vestibule.load({ profile: text })).profile.fields.customer.some(({ custom }) => custom));
  }
});

test("mistakes are thrown with their findings", async () => {
  const load = vestibule.load({ profile: { v: 2, recordTyps: [], customFields: [{ kind: "txt" }] } });
  const error = await load.then(
    () => assert.fail("loaded"),
    (thrown: VestibuleProfileError) => thrown,
  );
  assert.equal(error.name, "VestibuleProfileError");
  assert.ok(error instanceof vestibule.VestibuleUsageError);
  assert.deepEqual(codes(error.findings), [
    "/vprofile.version",
    "/customFields/0profile.missing",
    "/customFields/0profile.missing",
    "/customFields/0/kindprofile.choice",
    "/recordTypsprofile.unknown",
  ]);
  assert.equal(
    error.message,
    "The profile has mistakes: /v profile.version, /customFields/0 profile.missing (member name), " +
      "/customFields/0 profile.missing (member label), and more.",
  );
  const pattern = { name: "orderNote", label: "Note", kind: "text", pattern: "ab(?=c)" } as const;
  await assert.rejects(vestibule.load({ profile: { v: 1, customFields: [pattern] } }), {
    message:
      "The profile has mistakes: /customFields/0/pattern profile.pattern (offset 2, what of the groups with ? only (?:...) is known).",
  });
  await assert.rejects(vestibule.load({ profile: '{"v":1' }), {
    message: "The profile has mistakes: the profile json.syntax (offset 6).",
  });
  await assert.rejects(vestibule.load({ profile: "{" }), { name: "VestibuleProfileError" });
  await assert.rejects(vestibule.load({ profile: 1 as unknown as string }), { name: "VestibuleUsageError" });
});

test("JSON Schemas have the tenant's fields, unless others are given", () => {
  const names = (schema: object): readonly string[] =>
    Object.keys((schema as { readonly properties: object }).properties);
  const own = names(core.jsonSchema("customer"));
  assert.ok(own.includes("orderNote"));
  assert.ok(!own.includes("fax"));
  assert.ok(names(core.jsonSchema("contact")).includes("jobLevel"));
  const { jsonSchema } = core.schema("customer")["~standard"];
  assert.deepEqual(names(jsonSchema.input({ target: "draft-2020-12" })), own);
  const without = names(core.jsonSchema("customer", "draft-07", { fields: [] }));
  assert.deepEqual([without.includes("orderNote"), without.includes("fax")], [false, true]);
});
