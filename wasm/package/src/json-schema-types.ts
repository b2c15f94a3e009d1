// What core.jsonSchema takes and answers.

/** The dialects a schema can be written in. */
export type JsonSchemaTarget = "draft-2020-12" | "draft-07" | "openapi-3.0";

/** A JSON Schema object: plain data, new with every call. */
export type JsonSchema = { [keyword: string]: unknown };

/** The kinds of custom field that have a schema of their own; others are texts. */
export type CustomKind =
  | "text"
  | "number"
  | "boolean"
  | "date"
  | "picklist"
  | "email"
  | "phone"
  | "url"
  | "tax_id"
  | (string & {});

/** A tenant's own field. */
export interface CustomFieldShape {
  readonly name: string;
  readonly kind: CustomKind;
  /** Longest length of a text in UTF-16 units, largest value of a number. */
  readonly max?: number;
  /** Of a picklist. */
  readonly values?: readonly string[];
  readonly required?: boolean;
  readonly label?: string;
}

export interface JsonSchemaOptions {
  /** As in `check`. Default "create". */
  readonly op?: "create" | "patch";
  /** As in `check`. Default "signup". With "api" the schema has what only Nue sets too, as `readOnly`. */
  readonly strictness?: "signup" | "api";
  /** The schema of what is given to a check (default), or of the value it accepts. */
  readonly direction?: "input" | "output";
  /** The tenant's own fields; accepted through the API only, like everywhere. */
  readonly fields?: readonly CustomFieldShape[];
}
