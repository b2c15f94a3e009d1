// An example that fits a schema: its own where it has one, else the least that fits.
// Depends on schemas.
import type { Schema, Schemas } from "./schemas.ts";

const byFormat: Readonly<Record<string, string>> = {
  uuid: "020796fe-7c28-438c-a7fb-d7533da21cfe",
  date: "2026-03-05",
  "date-time": "2026-03-05T08:00:41.000Z",
  "idn-email": "accounts@fjordlys.example",
};

const byType: Readonly<Record<string, unknown>> = { string: "text", boolean: true, null: null, object: {}, array: [] };

/** The required members, and those that the first of several choices requires. */
function members({ properties = {}, required = [], anyOf = [] }: Schema, sample: (schema: Schema) => unknown): object {
  const [choice] = anyOf as readonly Schema[];
  const wanted = [required, choice?.["required"] ?? []].flat() as readonly string[];
  return Object.fromEntries(wanted.map((name) => [name, sample((properties as Schemas)[name] ?? {})]));
}

function scalar({ type, pattern, format, minimum }: Schema): unknown {
  if (typeof format === "string") return byFormat[format];
  if (type === "integer" || type === "number") return minimum ?? 0;
  // Of all patterns only those of Salesforce ids come without an example.
  if (typeof pattern === "string") return `${/^\^([0-9A-Za-z]{3})\[/.exec(pattern)?.[1] ?? "001"}Ot00000mx5KzIAI`;
  return byType[String(type)] ?? null;
}

export function sampleIn(schemas: Schemas): (schema: Schema) => unknown {
  const sample = (schema: Schema): unknown => {
    const { $ref, examples, const: only, enum: listed, anyOf, oneOf, type, items, minItems } = schema;
    if (typeof $ref === "string") return sample(schemas[$ref.slice($ref.lastIndexOf("/") + 1)] ?? {});
    if (Array.isArray(examples)) return examples[0];
    if (only !== undefined) return only;
    if (Array.isArray(type) && type.includes("null")) return null;
    if (Array.isArray(listed)) return listed[0];
    if (type === "object") return members(schema, sample);
    const choices = (anyOf ?? oneOf) as readonly Schema[] | undefined;
    if (choices?.[0] !== undefined)
      return choices.some((choice) => choice["type"] === "null") ? null : sample(choices[0]);
    if (type === "array") return minItems === 0 ? [] : [sample(items as Schema)];
    return scalar(schema);
  };
  return sample;
}
