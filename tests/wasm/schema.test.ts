// core.schema: what libraries that take a Standard Schema see.
import assert from "node:assert/strict";
import { test } from "node:test";
import { importLocale, importPackage } from "./support/package.ts";

const { load, VestibuleUsageError } = await importPackage();
const core = await load();
const english = await importLocale();

test("it is a Standard Schema and a Standard JSON Schema of version 1", () => {
  const { "~standard": standard, ...rest } = core.schema("customer");
  assert.deepEqual(Object.keys(rest), []);
  assert.deepEqual([standard.version, standard.vendor], [1, "vestibule"]);
  assert.deepEqual(Object.keys(standard), ["version", "vendor", "validate", "jsonSchema"]);
});

test("an accepted value comes back normalised, at once", () => {
  const { validate } = core.schema("customer")["~standard"];
  assert.deepEqual(validate({ name: " Acme  Ltd ", recordType: "business" }), {
    value: { name: "Acme Ltd", recordType: "Business" },
  });
});

test("a refused value comes back as issues with words, paths and the finding", () => {
  const { validate } = core.schema("contact", { locale: english })["~standard"];
  const contact = { firstName: "Ada", lastName: "Lovelace", name: "Ada Lovelace", email: "ada@example", emial: 1 };
  assert.deepEqual(validate(contact), {
    issues: [
      {
        message: "Enter an e-mail address, like name@example.com.",
        path: ["email"],
        code: "email.syntax",
        params: {},
      },
      { message: "There is no such field.", path: ["emial"], code: "field.unknown", params: {}, suggestion: "email" },
    ],
  });
  assert.deepEqual(
    validate({ ...contact, emial: undefined, email: "a@b.co", firstName: undefined }).issues?.map(
      ({ message }) => message,
    ),
    ["Enter First name."],
  );
});

test("a required field that was left empty is asked for, one with nothing to read in it is told so", () => {
  const { validate } = core.schema("customer", { locale: english })["~standard"];
  const said = (name: string) =>
    validate({ name, recordType: "Business" }).issues?.map(({ message, code }) => [code, message]);
  assert.deepEqual(said(""), [["text.blank", "Enter Name."]]);
  assert.deepEqual(said("\u3164"), [["text.blank", "Enter Name; there is nothing to read in it."]]);
});

test("without a locale the message is the code", () => {
  const { issues } = core.schema("customer")["~standard"].validate({ name: "A", recordType: "x" });
  assert.deepEqual(
    issues?.map(({ message }) => message),
    ["enum.unknown"],
  );
});

test("warnings are no issues", () => {
  const { validate } = core.schema("customer", { op: "patch" })["~standard"];
  assert.equal(core.check({ industry: "Alchemy" }, { op: "patch" }).findings.length, 1);
  assert.deepEqual(validate({ industry: "Alchemy" }), { value: { industry: "Alchemy" } });
  const { issues } = validate({ industry: "Alchemy", email: "x" });
  assert.deepEqual(
    issues?.map(({ code }) => code),
    ["email.syntax"],
  );
});

test("paths are members as they are named, not as pointers write them", () => {
  const { issues } = core.schema("customer", { op: "patch" })["~standard"].validate({ "a/b~c": 1 });
  assert.deepEqual(issues?.[0]?.path, ["a/b~c"]);
});

test("what is no record is an issue too, and nothing is thrown", () => {
  const { validate } = core.schema("customer", { locale: english })["~standard"];
  const bytes = new TextEncoder().encode('{"name":"A","recordType":"Business"}');
  for (const value of [
    undefined,
    null,
    7,
    "x",
    true,
    Symbol("x"),
    [],
    [{}],
    () => 1,
    bytes,
    bytes.buffer,
    new DataView(bytes.buffer),
  ]) {
    const { issues } = validate(value);
    assert.deepEqual(
      issues?.map(({ code, path }) => [code, path]),
      [["json.shape", []]],
      String(value),
    );
  }
});

test("options reach the check and the JSON Schema", () => {
  const { validate, jsonSchema } = core.schema("customer", { op: "patch", strictness: "api", country: "DE" })[
    "~standard"
  ];
  assert.deepEqual(validate({ paymentTerm: "Net 30" }), { value: { paymentTerm: "Net 30" } });
  for (const target of ["draft-2020-12", "draft-07", "openapi-3.0"] as const) {
    for (const direction of ["input", "output"] as const) {
      const expected = core.jsonSchema("customer", target, { op: "patch", strictness: "api", direction });
      assert.deepEqual(jsonSchema[direction]({ target }), expected);
    }
  }
  assert.throws(() => jsonSchema.input({ target: "draft-04" }), VestibuleUsageError);
});

test("the schema of another record is a mistake of the caller", () => {
  assert.throws(() => core.schema("lead" as "contact"), VestibuleUsageError);
});

test("only the JSON Schema needs the reference", async () => {
  const { validate, jsonSchema } = (await load({ reference: false })).schema("customer")["~standard"];
  assert.ok("value" in validate({ name: "A", recordType: "Business" }));
  assert.throws(() => jsonSchema.input({ target: "draft-07" }), /loadReference/);
});
