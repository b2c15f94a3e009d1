// Customers and contacts as schemas, from the rows of core/data/fields.csv and by the package's own reading of a value.
// Depends on schemas; the generator's catalogue and the package's json-schema-values.
import type { Catalogue } from "../../../scripts/generate.d/catalogue.ts";
import type { Field } from "../../../scripts/generate.d/fields.ts";
import type { SchemaFieldKind } from "../../../wasm/package/src/generated/schema-fields.ts";
import { type ShapedField, valueSchema } from "../../../wasm/package/src/json-schema-values.ts";
import { orNull, type Schema, type Schemas, salesforceId } from "./schemas.ts";

type Entity = "customer" | "contact";

/** What the sandbox's tenant has beside the catalogue. */
export const signupToken = { name: "signupToken", label: "Sign-up token", kind: "text", max: 26 } as const;

const custom: ShapedField = {
  ...{ of: "customer", name: signupToken.name, kind: signupToken.kind, create: true, patch: true },
  ...{ maxUtf16: signupToken.max, label: signupToken.label, doc: signupToken.label },
};

/** The row that the package's tables have of a field. */
function shaped(field: Field): ShapedField {
  const { of, name, required, create, patch, maxUtf16, min, max, picklist, label, doc } = field;
  return {
    ...{ of, name, kind: field.kind as SchemaFieldKind, required, create, patch, label, doc },
    ...(maxUtf16 === 0 ? {} : { maxUtf16 }),
    ...(min === 0n && max === 0n ? {} : { min: Number(min), max: Number(max) }),
    ...(picklist === undefined ? {} : { values: picklist.values, open: picklist.open }),
  };
}

function rowsOf({ fields }: Catalogue, of: Entity): readonly ShapedField[] {
  const own = fields.filter((field) => field.of === of && field.kind !== "reserved").map(shaped);
  return of === "customer" ? [...own, custom] : own;
}

function member(row: ShapedField, direction: "input" | "output"): Schema {
  const { types, examples } = valueSchema(row, false, direction);
  const written = types.map((type) => (row.required === true ? type : orNull(type)));
  const [only] = written;
  return {
    title: row.label,
    description: row.doc,
    ...(written.length === 1 ? only : { anyOf: written }),
    ...(examples === undefined ? {} : { examples }),
  };
}

/** What a client may send. */
export function requestSchema(catalogue: Catalogue, of: Entity, op: "create" | "patch", example: object): Schema {
  const rows = rowsOf(catalogue, of).filter((row) => row[op] === true);
  const required = op === "create" ? rows.filter((row) => row.required === true).map(({ name }) => name) : [];
  return {
    type: "object",
    properties: Object.fromEntries(rows.map((row) => [row.name, member(row, "input")])),
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
    examples: [example],
  };
}

const prefixes: Readonly<Partial<Record<SchemaFieldKind, string>>> = {
  salesforce_account: "001",
  salesforce_contact: "003",
};

function answered(row: ShapedField, never: ReadonlySet<string>): Schema {
  const schema = member(row, "output");
  const prefix = prefixes[row.kind];
  if (prefix !== undefined) return { ...schema, ...orNull(salesforceId(prefix)) };
  return never.has(row.name) ? { ...schema, type: [schema["type"]].flat()[0] } : schema;
}

/** What is answered. `never` names the members that are never null although nobody need send them. */
export function answeredMembers(catalogue: Catalogue, of: Entity, never: readonly string[]): Schemas {
  const rows = rowsOf(catalogue, of).filter(({ kind }) => kind !== "records");
  return Object.fromEntries(rows.map((row) => [row.name, answered(row, new Set(never))]));
}
