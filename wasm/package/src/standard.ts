// The two interfaces by which other libraries take our schemas, as far as we implement them.
// Source: https://standardschema.dev, @standard-schema/spec 1.1.0; tests/wasm/standard-types.ts holds ours against theirs.
import type { JsonSchema, JsonSchemaTarget } from "./json-schema-types.ts";
import type { Finding } from "./types.ts";

/** One reason why a value was refused: the finding behind it, with what the standard asks for. */
export interface SchemaIssue extends Pick<Finding, "code" | "params"> {
  /** The locale's words; the code where no locale was given. */
  readonly message: string;
  readonly path: readonly string[];
  readonly suggestion?: string;
}

export type SchemaResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly SchemaIssue[] };

interface ConverterOptions {
  readonly target: JsonSchemaTarget | (string & {});
  readonly libraryOptions?: Record<string, unknown> | undefined;
}

export interface StandardProps<Input, Output> {
  readonly version: 1;
  readonly vendor: "vestibule";
  readonly validate: (value: unknown) => SchemaResult<Output>;
  readonly jsonSchema: {
    readonly input: (options: ConverterOptions) => JsonSchema;
    readonly output: (options: ConverterOptions) => JsonSchema;
  };
  readonly types?: { readonly input: Input; readonly output: Output } | undefined;
}

/** A Standard Schema (version 1) and a Standard JSON Schema (version 1). */
export interface Schema<Input, Output = Input> {
  readonly "~standard": StandardProps<Input, Output>;
}
