// What every entry exports beside its own load().

export { describe } from "./describe.ts";
export { VestibuleLoadError, VestibuleProfileError, VestibuleUsageError } from "./errors.ts";
export type { Explanation } from "./explain.ts";
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
export type { IdResult, Ids, TaxScheme } from "./id-types.ts";
export type {
  JsonSchema,
  JsonSchemaOptions,
  JsonSchemaTarget,
  SchemaFieldShape,
} from "./json-schema-types.ts";
export type {
  Audit,
  AuditVerdict,
  Life,
  Lifecycle,
  LifecycleEffect,
  LifecycleEvent,
  LifecycleEventKind,
  LifecycleOptions,
  LifecycleOutcome,
  LifecycleReason,
  LifecycleStep,
  LifeDescription,
  Link,
  NextEvent,
  OrderFact,
  PreviewOptions,
  PreviewRow,
  Stage,
  Standing,
  Sync,
  SyncMode,
} from "./lifecycle-types.ts";
export type { Matching, MatchKeys, MatchReason } from "./matching-types.ts";
export type { Message, MessageChoice, MessagePart } from "./message.ts";
export type { PhoneDescription, Phones, PhoneType } from "./phone-types.ts";
export type { Profile, ProfileField } from "./profile-types.ts";
export type {
  MachineAttempt,
  MachineEffect,
  MachineEvent,
  MachineHappening,
  MachineState,
  MachineStep,
  SignupMachine,
  SignupStateName,
} from "./signup-types.ts";
export type { SignaturePart, Split, SplitOptions, SplitSignature } from "./split-types.ts";
export type { Schema, SchemaIssue, SchemaResult, StandardProps } from "./standard.ts";
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
  Load,
  LoadOptions,
  LoadReport,
  Locale,
  SchemaOptions,
  TextOptions,
} from "./types.ts";
