// vestibule/reference: what the catalogue and the codes say, as data. Works without the WebAssembly module.

export type { Explanation } from "./explain.ts";
export { explain } from "./explain.ts";
export type { Code } from "./generated/codes.ts";
export { jsonSchema } from "./json-schema.ts";
export type {
  JsonSchema,
  JsonSchemaOptions,
  JsonSchemaTarget,
  SchemaFieldShape,
} from "./json-schema-types.ts";
