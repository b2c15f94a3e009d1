// What every entry exports beside its own load().

export { describe } from "./describe.ts";
export { VestibuleLoadError, VestibuleUsageError } from "./errors.ts";
export type { Code } from "./generated/codes.ts";
export type { CountryCode } from "./generated/countries.ts";
export type {
  Contact,
  ContactCreate,
  ContactFieldName,
  ContactPatch,
  ContactSignup,
  Customer,
  CustomerCreate,
  CustomerFieldName,
  CustomerPatch,
  CustomerSignup,
} from "./generated/fields.ts";
export type {
  Accepted,
  BatchResult,
  Checked,
  CheckOptions,
  CheckResult,
  Core,
  FieldContext,
  FieldResult,
  FieldValue,
  Finding,
  IdResult,
  Ids,
  Load,
  LoadOptions,
  LoadReport,
  Locale,
  TextOptions,
} from "./types.ts";
