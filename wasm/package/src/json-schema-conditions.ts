// What a tenant asks of records of some types only: a condition where a dialect has one, words where it has none.
import type { JsonSchema, JsonSchemaTarget } from "./json-schema-types.ts";
import type { ShapedField } from "./json-schema-values.ts";

/** For each record type the fields it needs: `null` is no value. OpenAPI 3.0 has no conditions. */
export function conditionsOf(fields: readonly ShapedField[], target: JsonSchemaTarget): JsonSchema {
  if (target === "openapi-3.0") return {};
  const types = new Set(fields.flatMap(({ requiredFor = [] }) => requiredFor));
  if (types.size === 0) return {};
  const allOf = [...types].map((type) => {
    const needed = fields.filter(({ requiredFor = [] }) => requiredFor.includes(type)).map(({ name }) => name);
    return {
      if: { properties: { recordType: { const: type } }, required: ["recordType"] },
      // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
      then: {
        properties: Object.fromEntries(needed.map((name) => [name, { not: { type: "null" } }])),
        required: needed,
      },
    };
  });
  return { allOf };
}

/** The text of a field, with the record types that need it where the schema itself cannot say so. */
export function describeNeed({ doc, requiredFor = [] }: ShapedField, target: JsonSchemaTarget): string {
  if (target !== "openapi-3.0" || requiredFor.length === 0) return doc;
  return `${doc.replace(/\.?$/, ".")} Needed for ${requiredFor.join(", ")}.`;
}
