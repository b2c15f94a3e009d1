// The schema of one member's value, before anything of a dialect: its types, and keywords all dialects share.
import type { SchemaField } from "./generated/schema-fields.ts";

/** Alternatives are types a value may have; most have one. */
export interface ValueSchema {
  readonly types: readonly TypeSchema[];
  /** Values that are listed without being the only ones. */
  readonly examples?: readonly string[];
}

export interface TypeSchema {
  readonly type: "string" | "integer" | "number" | "boolean" | "array";
  readonly [keyword: string]: unknown;
}

/** `longest` is in UTF-16 units; JSON Schema counts code points, of which a text never has more. */
function text(longest: number, more: object = {}): TypeSchema {
  return { type: "string", ...(longest > 0 ? { maxLength: longest, "x-maxLengthUtf16": longest } : {}), ...more };
}

/** A row, and what only a tenant's field can have. */
export interface ShapedField extends SchemaField {
  readonly pattern?: string;
  /** The record types that need it, where not all do. */
  readonly requiredFor?: readonly string[];
}

// Of more than 15 nines the nearest number JavaScript has is the round one above, which is one too many.
function bounds({ min, max }: SchemaField): object {
  const most = Number.isSafeInteger(max) ? { maximum: max } : { exclusiveMaximum: max };
  return { ...(min === undefined ? {} : { minimum: min }), ...(max === undefined ? {} : most) };
}

function picklist(field: SchemaField, longest: number): ValueSchema {
  const values = field.values ?? [];
  if (field.kind === "picklist_set") {
    return { types: [{ type: "array", items: { type: "string", enum: [...values] }, uniqueItems: true }] };
  }
  if (field.open === true) return { types: [text(longest)], examples: values };
  return { types: [{ type: "string", enum: [...values] }] };
}

export function valueSchema(field: ShapedField, signup: boolean, direction: "input" | "output"): ValueSchema {
  const longest = (signup ? field.signupMaxUtf16 : undefined) ?? field.maxUtf16 ?? 0;
  const { pattern } = field;
  const required = field.required === true ? { minLength: 1 } : {};
  switch (field.kind) {
    case "picklist":
    case "picklist_set":
      return picklist(field, longest);
    case "integer":
      return { types: [{ type: "integer", ...bounds(field) }] };
    case "number":
      return { types: [{ type: "number", ...bounds(field) }] };
    case "boolean":
      return { types: [{ type: "boolean" }] };
    case "cycle":
      // A check takes both and answers text.
      return { types: [text(0), ...(direction === "input" ? [{ type: "integer", ...bounds(field) } as const] : [])] };
    case "email":
      return { types: [text(longest, { ...required, format: "idn-email" })] };
    case "uuid":
      return { types: [text(0, { format: "uuid" })] };
    case "date":
      return { types: [text(0, { format: "date" })] };
    case "datetime":
      return { types: [text(0, { format: "date-time" })] };
    case "records":
      return { types: [{ type: "array", items: { type: "object" } }] };
    default:
      return { types: [text(longest, { ...required, ...(pattern === undefined ? {} : { pattern }) })] };
  }
}
