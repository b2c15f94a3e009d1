// What callers may pass, checked where it comes in.
import { VestibuleUsageError } from "./errors.ts";
import type { TextOptions } from "./types.ts";

// Bits of the options word (bridge.hpp).
const patchBit = 1;
const apiBit = 2;
const contactBit = 1 << 4;
const formats: Readonly<Record<string, number>> = { json: 0, batch: 1 << 2, form: 2 << 2 };
export const batchBit: number = 1 << 2;

// Never calls a method of the value.
function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  return typeof value === "object" && value !== null ? Object.prototype.toString.call(value) : String(value);
}

export function misused(name: string, value: unknown, allowed: string): never {
  throw new VestibuleUsageError(`${name} is ${show(value)}; it must be ${allowed}.`);
}

function countryBits(country: unknown): number {
  if (typeof country !== "string" || !/^[A-Za-z]{2}$/.test(country)) misused("country", country, "two letters");
  return (country.charCodeAt(0) << 8) | (country.charCodeAt(1) << 16);
}

/** The options word of a check, without the format. */
export function optionBits(options: TextOptions | undefined): number {
  if (options === undefined) return 0;
  if (typeof options !== "object" || options === null) misused("options", options, "an object");
  const { of, op, strictness, country } = options;
  let bits = 0;
  if (of === "contact") bits |= contactBit;
  else if (of !== undefined && of !== "customer") misused("of", of, '"customer" or "contact"');
  if (op === "patch") bits |= patchBit;
  else if (op !== undefined && op !== "create") misused("op", op, '"create" or "patch"');
  if (strictness === "api") bits |= apiBit;
  else if (strictness !== undefined && strictness !== "signup") misused("strictness", strictness, '"signup" or "api"');
  if (country !== undefined) bits |= countryBits(country);
  return bits;
}

/** Whether a check with these bits is as strict as Nue, which only the full module is. */
export function isApi(bits: number): boolean {
  return (bits & apiBit) !== 0;
}

/** The bits that say how bytes are read. */
export function formatBits(format: unknown): number {
  if (format === undefined) return 0;
  const bits = typeof format === "string" && Object.hasOwn(formats, format) ? formats[format] : undefined;
  return bits ?? misused("format", format, '"json", "batch" or "form"');
}

/** Objects have one meaning each, so they take no format. */
export function refuseFormat(options: TextOptions | undefined): void {
  if (options?.format !== undefined) misused("format", options.format, "left out: it is for bytes");
}

/** The bytes of a text; undefined for an object that is none. */
export function bytesOf(input: object): Uint8Array | undefined {
  if (Object.getPrototypeOf(input) === Object.prototype) return undefined; // nearly always
  if (input instanceof Uint8Array) return input;
  // Other realms have classes of their own, the tags are the same.
  const tag = Object.prototype.toString.call(input);
  if (tag === "[object ArrayBuffer]") return new Uint8Array(input as ArrayBuffer);
  if (!ArrayBuffer.isView(input)) return undefined;
  if (tag === "[object Uint8Array]") return input as Uint8Array;
  return misused("the record", input, "an object, an array, a Uint8Array or an ArrayBuffer");
}

export function requireEntity(of: unknown): "customer" | "contact" {
  return of === "customer" || of === "contact" ? of : misused("of", of, '"customer" or "contact"');
}

export function requireObject(name: string, value: unknown): object {
  return typeof value === "object" && value !== null ? value : misused(name, value, "an object");
}

export function requireString(name: string, value: unknown): string {
  return typeof value === "string" ? value : misused(name, value, "a string");
}
