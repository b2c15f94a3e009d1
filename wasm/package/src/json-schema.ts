// JSON Schemas of customers and contacts, made from the catalogue for whoever documents, generates or checks elsewhere.
//
// A schema says less than the core: what it refuses the core refuses too, but for spellings the core takes by
// normalising them (white space around a value, another case of a listed one, longer notations of what gets shorter).
import { type SchemaField, schemaFields } from "./generated/schema-fields.ts";
import { conditionsOf, describeNeed } from "./json-schema-conditions.ts";
import type { JsonSchema, JsonSchemaOptions, JsonSchemaTarget, SchemaFieldShape } from "./json-schema-types.ts";
import { type ShapedField, type TypeSchema, type ValueSchema, valueSchema } from "./json-schema-values.ts";
import { misused } from "./usage.ts";

const dialects: Readonly<Record<JsonSchemaTarget, string | undefined>> = {
  "draft-2020-12": "https://json-schema.org/draft/2020-12/schema",
  "draft-07": "http://json-schema.org/draft-07/schema#",
  "openapi-3.0": undefined,
};

/** A value that may be null as well. OpenAPI 3.0 has a keyword for it; everywhere else it is one more type. */
function orNull(schema: TypeSchema, target: JsonSchemaTarget): JsonSchema {
  const listed = Array.isArray(schema["enum"]) ? { enum: [...schema["enum"], null] } : {};
  if (target === "openapi-3.0") return { ...schema, ...listed, nullable: true };
  return { ...schema, ...listed, type: [schema.type, "null"] };
}

/** An upper bound that is not reached: a number of its own, in OpenAPI 3.0 a mark beside `maximum`. */
function below(schema: JsonSchema, target: JsonSchemaTarget): JsonSchema {
  const { exclusiveMaximum: bound, ...rest } = schema;
  if (bound === undefined || target !== "openapi-3.0") return schema;
  return { ...rest, maximum: bound, exclusiveMaximum: true };
}

function write({ types, examples }: ValueSchema, nullable: boolean, target: JsonSchemaTarget): JsonSchema {
  const written = types
    .map((type) => (nullable ? orNull(type, target) : { ...type }))
    .map((type) => below(type, target));
  const [only] = written;
  const schema: JsonSchema = written.length === 1 && only !== undefined ? only : { anyOf: written };
  // OpenAPI 3.0 knows one example; its extensions begin with "x-".
  if (examples !== undefined) schema[target === "openapi-3.0" ? "x-examples" : "examples"] = [...examples];
  return schema;
}

interface Shape {
  readonly target: JsonSchemaTarget;
  readonly op: "create" | "patch";
  readonly signup: boolean;
  readonly direction: "input" | "output";
}

function member(field: ShapedField, { target, op, signup, direction }: Shape): JsonSchema {
  // What means "no value" is not in an accepted new record.
  const nullable = field.required !== true && (direction === "input" || op === "patch");
  const schema = write(valueSchema(field, signup, direction), nullable, target);
  const readOnly = field[op] !== true;
  const description = op === "create" ? describeNeed(field, target) : field.doc;
  return { title: field.label, description, ...schema, ...(readOnly ? { readOnly } : {}) };
}

const kinds: ReadonlySet<string> = new Set(schemaFields.map(({ kind }) => kind));

function needOf({ required }: SchemaFieldShape): Pick<ShapedField, "requiredFor"> {
  return typeof required === "object" ? { requiredFor: required } : {};
}

/** A tenant's own field as a row of the catalogue. */
function customField(of: SchemaField["of"], given: SchemaFieldShape): ShapedField {
  const { name, min, max, values, pattern, label = name } = given;
  const kind = kinds.has(given.kind) ? (given.kind as SchemaField["kind"]) : "text";
  const isNumber = kind === "number" || kind === "integer" || kind === "cycle";
  return {
    ...{ of, name, kind, create: true, patch: true, label, doc: label },
    signup: given.signup === true,
    required: given.required === true,
    open: given.open === true,
    ...needOf(given),
    ...(isNumber && min !== undefined ? { min } : {}),
    ...(max === undefined ? {} : isNumber ? { max } : { maxUtf16: max }),
    ...(values === undefined ? {} : { values }),
    ...(pattern === undefined ? {} : { pattern }),
  };
}

/** A field of the catalogue as the tenant wants it: more can be required, other values listed, sign-up left out. */
function changedField(field: SchemaField, given: SchemaFieldShape | undefined): ShapedField {
  if (given === undefined) return field;
  const { signup = true, required, values, open } = given;
  return {
    ...field,
    signup: field.signup === true && signup,
    required: field.required === true || required === true,
    ...needOf(given),
    ...(values === undefined ? {} : { values }),
    ...(open === undefined ? {} : { open }),
  };
}

function fieldsOf(of: SchemaField["of"], given: readonly SchemaFieldShape[]): readonly ShapedField[] {
  const own = schemaFields.filter((field) => field.of === of);
  const names = new Set(own.map(({ name }) => name));
  return [
    ...own.map((field) =>
      changedField(
        field,
        given.find(({ name }) => name === field.name),
      ),
    ),
    ...given.filter(({ name }) => !names.has(name)).map((field) => customField(of, field)),
  ];
}

function oneOf<T extends string>(name: string, value: unknown, values: readonly T[]): T {
  const found = values.find((one) => one === value);
  return (
    found ??
    misused(
      name,
      value,
      values
        .map((one) => JSON.stringify(one))
        .join(", ")
        .replace(/, ([^,]*)$/, " or $1"),
    )
  );
}

/** The schema of one record. */
export function jsonSchema(
  of: "customer" | "contact",
  target: JsonSchemaTarget = "draft-2020-12",
  options: JsonSchemaOptions = {},
): JsonSchema {
  const entity = oneOf("of", of, ["customer", "contact"]);
  const signup = oneOf("strictness", options.strictness ?? "signup", ["signup", "api"]) === "signup";
  const shape: Shape = {
    target: oneOf("target", target, ["draft-2020-12", "draft-07", "openapi-3.0"]),
    op: oneOf("op", options.op ?? "create", ["create", "patch"]),
    direction: oneOf("direction", options.direction ?? "input", ["input", "output"]),
    signup,
  };
  const wanted = (field: SchemaField): boolean =>
    signup ? field.signup === true : shape.direction === "input" || field[shape.op] === true;
  const fields = fieldsOf(entity, options.fields ?? []).filter(wanted);
  const required = fields.filter((field) => shape.op === "create" && field.required === true).map(({ name }) => name);
  const dialect = dialects[shape.target];
  return {
    ...(dialect === undefined ? {} : { $schema: dialect }),
    title: entity === "customer" ? "Customer" : "Contact",
    type: "object",
    properties: Object.fromEntries(fields.map((field) => [field.name, member(field, shape)])),
    ...(required.length > 0 ? { required } : {}),
    ...(shape.op === "create" ? conditionsOf(fields, shape.target) : {}),
    additionalProperties: false,
  };
}
