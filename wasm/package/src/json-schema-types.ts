// What core.jsonSchema takes and answers.

/** The dialects a schema can be written in. */
export type JsonSchemaTarget = "draft-2020-12" | "draft-07" | "openapi-3.0";

/** A JSON Schema object: plain data, new with every call. */
export type JsonSchema = { [keyword: string]: unknown };

/**
 * What a tenant says about a field: of its own, or about one of the catalogue. The fields of a profile are of this
 * shape: `core.profile.fields.customer`.
 */
export interface SchemaFieldShape {
  readonly name: string;
  /** A kind of the catalogue; others are texts. */
  readonly kind: string;
  /** Whether a value must be there, or for which record types: in OpenAPI 3.0 these stand in the description. */
  readonly required?: boolean | readonly string[];
  /** Whether a person signing up may set it. */
  readonly signup?: boolean;
  /** Of numbers. */
  readonly min?: number;
  /** Of numbers; of texts in UTF-16 units. */
  readonly max?: number;
  /** Of a picklist, and whether others are taken too. */
  readonly values?: readonly string[];
  readonly open?: boolean;
  readonly pattern?: string;
  readonly label?: string;
}

export interface JsonSchemaOptions {
  /** As in `check`. Default "create". */
  readonly op?: "create" | "patch";
  /** As in `check`. Default "signup". With "api" the schema has what only Nue sets too, as `readOnly`. */
  readonly strictness?: "signup" | "api";
  /** The schema of what is given to a check (default), or of the value it accepts. */
  readonly direction?: "input" | "output";
  /**
   * What the tenant says about its own fields and about those of the catalogue. Default: what the core's profile says;
   * nothing without one, and nothing where the reference is used by itself.
   */
  readonly fields?: readonly SchemaFieldShape[];
}
