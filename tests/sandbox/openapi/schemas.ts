// The words in which the document's schemas are written: JSON Schema 2020-12, as OpenAPI 3.1 takes it.
// Depends on nothing.

export type Schema = { readonly [keyword: string]: unknown };
export type Schemas = Readonly<Record<string, Schema>>;

export const text: Schema = { type: "string" };
export const whole: Schema = { type: "integer" };
export const number: Schema = { type: "number" };
export const flag: Schema = { type: "boolean" };
export const uuid: Schema = { type: "string", format: "uuid" };
export const date: Schema = { type: "string", format: "date" };
export const moment: Schema = { type: "string", format: "date-time" };
export const money: Schema = { type: "number", description: "USD, kept in whole cents." };
export const nothing: Schema = { type: "null" };

/** A Salesforce id of 18 characters that begins with its object's prefix. */
export function salesforceId(prefix = "[0-9A-Za-z]{3}"): Schema {
  return { type: "string", pattern: `^${prefix}[0-9A-Za-z]{12}[A-Z0-5]{3}$` };
}

/** A number counted by the sandbox: "SUB-00000531". */
export function numbered(prefix: string): Schema {
  return { type: "string", pattern: `^${prefix}-[0-9]{8,}$`, examples: [`${prefix}-00000001`] };
}

/** The same with a version: "SUB-00000531-2". */
export function versioned(prefix: string): Schema {
  return { type: "string", pattern: `^${prefix}-[0-9]{8,}-[0-9]+$`, examples: [`${prefix}-00000001-1`] };
}

export function oneOf(...values: readonly string[]): Schema {
  return { type: "string", enum: values };
}

/** Listed values in any case, as queries take them. */
export function inAnyCase(...values: readonly string[]): Schema {
  const loose = (value: string): string =>
    value.replace(/[a-z]/gi, (letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`);
  return { type: "string", pattern: `^(?:${values.map(loose).join("|")})$`, examples: values };
}

export function atMost(maxLength: number): Schema {
  return { type: "string", maxLength };
}

export function between(minimum: number, maximum: number): Schema {
  return { type: "integer", minimum, maximum };
}

export function listOf(items: Schema, bounds: Schema = {}): Schema {
  return { type: "array", items, ...bounds };
}

export function ref(name: string): Schema {
  return { $ref: `#/components/schemas/${name}` };
}

export function orNull(schema: Schema): Schema {
  if (typeof schema["type"] !== "string") return { anyOf: [schema, nothing] };
  const listed = Array.isArray(schema["enum"]) ? { enum: [...schema["enum"], null] } : {};
  return { ...schema, type: [schema["type"], "null"], ...listed };
}

/**
 * An answered object: every member is there and no other; those in `more` only where they were asked for. By the
 * setting `modifiedDate`, `lastModifiedDate` has that name, or both.
 */
export function record(members: Schemas, more: Schemas = {}): Schema {
  const spelled = members["lastModifiedDate"];
  const required = Object.keys(members).filter((name) => name !== "lastModifiedDate");
  const properties = { ...members, ...(spelled === undefined ? {} : { modifiedDate: spelled }), ...more };
  const either = ["lastModifiedDate", "modifiedDate"].map((name) => ({ properties: { [name]: {} }, required: [name] }));
  const modified = spelled === undefined ? {} : { anyOf: either };
  return { type: "object", properties, required, additionalProperties: false, ...modified };
}

/** An object of a request: what is optional may be null as well, which is no value. */
export function given(required: Schemas, optional: Schemas = {}, example?: object): Schema {
  const nullable = Object.fromEntries(Object.entries(optional).map(([name, schema]) => [name, orNull(schema)]));
  const names = Object.keys(required);
  return {
    type: "object",
    properties: { ...required, ...nullable },
    ...(names.length === 0 ? {} : { required: names }),
    additionalProperties: false,
    ...(example === undefined ? {} : { examples: [example] }),
  };
}
