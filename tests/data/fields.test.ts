import assert from "node:assert/strict";
import { test } from "node:test";
import { groups, readFields } from "../../scripts/generate.d/fields.ts";
import { kinds } from "../../scripts/generate.d/kinds.ts";
import { readPicklists } from "../../scripts/generate.d/picklists.ts";
import { refuses, table } from "./refuses.ts";

const good = {
  of: "customer",
  name: "nick",
  kind: "text",
  required: "",
  signup: "yes",
  create: "yes",
  patch: "yes",
  max_utf16: "40",
  signup_max_utf16: "",
  min: "",
  max: "",
  picklist: "",
  salesforce: "",
  autocomplete: "",
  inputmode: "",
  group: "who",
  label: "Nickname",
  doc: "A name.",
};
const nobody = { signup: "", create: "", patch: "" };
const integer = { kind: "integer", max_utf16: "", min: "0", max: "9" };
const closed = { kind: "picklist", max_utf16: "", picklist: "closed" };

function row(changes: Partial<typeof good>): string {
  return Object.values({ ...good, ...changes }).join();
}

const picklists = readPicklists(table("picklist,open,values", ["open,yes,A;B", "closed,no,A;B"]));
const read = (rows: readonly string[]) => readFields(table(Object.keys(good).join(), rows), picklists);

test("fields.csv: the rows that are spoiled below are good themselves", () => {
  const fields = read([row({}), row({ name: "age", ...integer }), row({ name: "size", ...closed })]);
  assert.deepEqual(
    fields.map(({ name, signupMaxUtf16, max, picklist }) => [name, signupMaxUtf16, max, picklist?.name]),
    [
      ["nick", 40, 0n, undefined],
      ["age", 0, 9n, undefined],
      ["size", 0, 0n, "closed"],
    ],
  );
});

refuses("fields.csv", read, [
  ["an unknown entity", [row({ of: "lead" })], '3: "lead" is not an entity; entities are customer, contact.'],
  ["entities mixed", [row({ of: "contact" }), row({})], "4: customer fields come before contact fields."],
  ["a name with a dash", [row({ name: "nick-name" })], '3: "nick-name" is not a member name in camelCase.'],
  ["a keyword", [row({ name: "register" })], '3: "register" is a keyword of C++ and cannot be an enumerator.'],
  ["a field defined twice", [row({}), row({})], '4: the field "nick" is defined twice.'],
  [
    "two names with one enumerator",
    [row({ name: "aBC" }), row({ name: "aBc" })],
    '4: the field "aBc" is defined twice.',
  ],
  ["an odd flag", [row({ patch: "no" })], '3: "patch" is yes or empty, not "no".'],
  [
    "an unknown kind",
    [row({ kind: "string" })],
    `3: "string" is not a kind; kinds are ${Object.keys(kinds).join(", ")}.`,
  ],
  ["an unknown group", [row({ group: "x" })], `3: "x" is not a group; groups are ${Object.keys(groups).join(", ")}.`],
  [
    "groups mixed",
    [row({ group: "reach" }), row({ name: "late" })],
    '4: the group "who" comes before "reach"; groups stand together.',
  ],
  [
    "a Salesforce field twice",
    [row({ salesforce: "Name" }), row({ name: "late", salesforce: "Name" })],
    '4: the Salesforce field "Name" belongs to another field already.',
  ],
]);

refuses("fields.csv", read, [
  [
    "required but not writable",
    [row({ required: "yes", ...nobody })],
    '3: "nick" is required, but cannot be given when creating.',
  ],
  [
    "sign-up without create",
    [row({ create: "" })],
    '3: "nick" is taken at sign-up, but cannot be given when creating.',
  ],
  [
    "a writable field of a kind that nobody writes",
    [row({ kind: "records", max_utf16: "" })],
    '3: "nick" is of kind records, which nobody writes.',
  ],
]);

refuses("fields.csv", read, [
  [
    "a length that is no number",
    [row({ max_utf16: "many" })],
    '3: "max_utf16" is a whole number or empty, not "many".',
  ],
  ["a length of zero", [row({ max_utf16: "0" })], '3: "max_utf16" is a whole number or empty, not "0".'],
  ["a bound with a fraction", [row({ ...integer, max: "1.5" })], '3: "max" is a whole number or empty, not "1.5".'],
  [
    "a bound beyond 64 bits",
    [row({ ...integer, max: "9".repeat(19) })],
    `3: "max" is a whole number or empty, not "${"9".repeat(19)}".`,
  ],
  ["text without a length", [row({ max_utf16: "" })], '3: "nick" can be written, but has no max_utf16.'],
  ["a length where none fits", [row({ kind: "uuid" })], '3: "nick" is of kind uuid, which has no max_utf16.'],
  [
    "a sign-up length outside sign-up",
    [row({ signup: "", signup_max_utf16: "9" })],
    '3: "nick" has a signup_max_utf16, but is not taken at sign-up.',
  ],
  ["more at sign-up", [row({ signup_max_utf16: "41" })], '3: "nick" may be longer at sign-up than anywhere else.'],
  ["one bound", [row({ ...integer, max: "" })], '3: "nick" has one of min and max; it takes both or none.'],
  [
    "a number without bounds",
    [row({ ...integer, min: "", max: "" })],
    '3: "nick" can be written, but has no min and max.',
  ],
  ["bounds of a text", [row({ min: "1", max: "9" })], '3: "nick" is of kind text, which has no min and max.'],
  ["bounds the wrong way round", [row({ ...integer, min: "10" })], '3: the min of "nick" is above its max.'],
]);

refuses("fields.csv", read, [
  [
    "a picklist not defined",
    [row({ ...closed, picklist: "x" })],
    '3: the picklist "x" is not defined in core/data/picklists.csv.',
  ],
  [
    "a picklist kind without a list",
    [row({ ...closed, picklist: "" })],
    '3: "nick" is of kind picklist, but names no picklist.',
  ],
  ["a picklist of a text", [row({ picklist: "open" })], '3: "nick" is of kind text, which has no picklist.'],
  [
    "an open list without a length",
    [row({ ...closed, picklist: "open" })],
    '3: "nick" takes other values than those listed, but has no max_utf16.',
  ],
  [
    "a closed list with a length",
    [row({ ...closed, max_utf16: "40" })],
    '3: "nick" takes only listed values, which need no max_utf16.',
  ],
  ["no label", [row({ label: "" })], '3: "nick" has no label.'],
  ["no doc", [row({ doc: "" })], '3: "nick" has no doc.'],
  [
    "a doc that ends a comment",
    [row({ doc: "a */ b" })],
    '3: the doc of "nick" would end the comment it is copied into.',
  ],
  ["an odd inputmode", [row({ inputmode: "phone" })], '3: "phone" is not an inputmode of HTML.'],
  ["an odd autocomplete", [row({ autocomplete: "E-Mail" })], '3: "E-Mail" is not an autocomplete of HTML.'],
  ["an odd Salesforce name", [row({ salesforce: "No Name" })], '3: "No Name" is not a Salesforce field name.'],
]);
