// core.schema: the check behind the interface that forms, routers and servers share.
import { describe } from "./describe.ts";
import type { JsonSchema, JsonSchemaOptions, JsonSchemaTarget } from "./json-schema-types.ts";
import type { Schema, SchemaIssue, SchemaResult } from "./standard.ts";
import type { CheckOptions, CheckResult, Finding, SchemaOptions } from "./types.ts";
import { bytesOf } from "./usage.ts";

/** RFC 6901: "/a~1b" -> ["a/b"]. */
function pathOf(pointer: string): readonly string[] {
  const tokens = pointer.split("/").slice(1);
  return tokens.map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/** What the pointer of a finding leads to. */
function valueAt(record: unknown, pointer: string): unknown {
  return pathOf(pointer).reduce<unknown>((at, key) => (isRecord(at) ? Reflect.get(at, key) : undefined), record);
}

const notAnObject: Finding = { code: "json.shape", severity: "error", pointer: "", params: { expected: "object" } };

/** Bytes are text to `check`; here they are no record, and neither is an array. */
function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isBytes(value);
}

function isBytes(value: object): boolean {
  return ArrayBuffer.isView(value) || bytesOf(value) !== undefined;
}

export interface SchemaParts {
  readonly check: (record: object, options: CheckOptions) => CheckResult<unknown>;
  readonly jsonSchema: (of: "customer" | "contact", target: JsonSchemaTarget, options: JsonSchemaOptions) => JsonSchema;
}

export function makeSchema(
  { check, jsonSchema }: SchemaParts,
  of: "customer" | "contact",
  { locale, fields, ...options }: SchemaOptions,
): Schema<unknown> {
  // A form hands over "" for what was left out: nobody wants to read that nothing can be read in it.
  const worded = (finding: Finding, value: unknown): Finding =>
    finding.code === "text.blank" && valueAt(value, finding.pointer) === ""
      ? { ...finding, code: "field.required" }
      : finding;

  const issue = (finding: Finding, value: unknown): SchemaIssue => ({
    message: locale === undefined ? finding.code : describe(worded(finding, value), locale, of),
    path: pathOf(finding.pointer),
    code: finding.code,
    params: finding.params,
    ...(finding.suggestion === undefined ? {} : { suggestion: finding.suggestion }),
  });

  function validate(value: unknown): SchemaResult<unknown> {
    if (!isRecord(value)) return { issues: [issue(notAnObject, value)] };
    const result = check(value, { ...options, of });
    if (result.ok) return { value: result.value };
    return { issues: result.findings.filter(({ severity }) => severity === "error").map((one) => issue(one, value)) };
  }

  // An unknown target is refused there, as the standard asks.
  const convert =
    (direction: "input" | "output") =>
    ({ target }: { readonly target: string }): JsonSchema =>
      jsonSchema(of, target as JsonSchemaTarget, {
        ...options,
        direction,
        ...(fields === undefined ? {} : { fields }),
      });

  return {
    "~standard": {
      version: 1,
      vendor: "vestibule",
      validate,
      jsonSchema: { input: convert("input"), output: convert("output") },
    },
  };
}
