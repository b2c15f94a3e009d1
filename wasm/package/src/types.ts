// What callers see. The customer's own types are generated: generated/fields.ts.
import type { Addresses, Countries } from "./address-types.ts";
import type { Explanation } from "./explain.ts";
import type { Code } from "./generated/codes.ts";
import type {
  ContactCreate,
  ContactPatch,
  ContactSignup,
  CustomerCreate,
  CustomerPatch,
  CustomerSignup,
} from "./generated/fields.ts";
import type { Ids } from "./id-types.ts";
import type { JsonSchema, JsonSchemaOptions, JsonSchemaTarget, SchemaFieldShape } from "./json-schema-types.ts";
import type { Audit, Lifecycle, Sync } from "./lifecycle-types.ts";
import type { Matching } from "./matching-types.ts";
import type { Message } from "./message.ts";
import type { Phones } from "./phone-types.ts";
import type { Profile } from "./profile-types.ts";
import type { SignupMachine } from "./signup-types.ts";
import type { Split } from "./split-types.ts";
import type { Schema } from "./standard.ts";

/** One judgement about one member. Words are made from it by `describe`. */
export interface Finding {
  readonly code: Code;
  /** An error refuses the record, a warning does not. */
  readonly severity: "error" | "warning";
  /** RFC 6901: "/email", in a batch "/3/email"; "" is the whole record. */
  readonly pointer: string;
  /** What the words are filled with. May hold what a person typed: keep it out of logs. */
  readonly params: Readonly<Record<string, string>>;
  /** A value that would be accepted, where the core knows one. */
  readonly suggestion?: string;
}

export interface CheckOptions {
  /** Which record it is. Default "customer". */
  readonly of?: "customer" | "contact";
  /** "create" asks for the required members, "patch" judges only what is there. Default "create". */
  readonly op?: "create" | "patch";
  /**
   * "signup" takes what a stranger may set and normalises it, "api" is as strict as Nue, which takes the full module.
   * Default "signup".
   */
  readonly strictness?: "signup" | "api";
  /** Two letters of ISO 3166-1: where phone numbers without a prefix belong if the record does not say it. */
  readonly country?: string;
}

/** How bytes are read: one JSON object, a JSON array of them, or the body of a form post. Default "json". */
export interface TextOptions extends CheckOptions {
  readonly format?: "json" | "batch" | "form";
}

export interface FieldContext extends CheckOptions {
  /** The other members, for what they say about this one. */
  readonly record?: object;
}

interface Noted {
  readonly findings: readonly Finding[];
  /** There, and true, when there were more findings than are listed. */
  readonly truncated?: true;
  /** Pointers of members that were judged by their structure alone, because the atlas is not loaded. */
  readonly unchecked?: readonly string[];
}

/** The result of checking one record: a whole value, or none. */
export type CheckResult<Value = CustomerSignup> =
  | (Noted & {
      readonly ok: true;
      /** The record with every value normalised, members in the order of the catalogue. */
      readonly value: Value;
      /** Pointers of the members whose value is not the one given. */
      readonly changed: readonly string[];
    })
  | (Noted & { readonly ok: false; readonly value: null; readonly changed: readonly [] });

/** The result of checking a batch. Rows stand where they stood; a refused one is null. */
export type BatchResult<Value = CustomerSignup> =
  | (Noted & { readonly ok: true; readonly value: readonly Value[]; readonly changed: readonly string[] })
  | (Noted & {
      readonly ok: false;
      /** null when the text could not be read as a batch at all. */
      readonly value: readonly (Value | null)[] | null;
      /** Of the accepted rows. */
      readonly changed: readonly string[];
    });

export type FieldValue = string | number | boolean | readonly string[] | null | undefined;

/** The result of checking one value. null means "no value", undefined that none was given. */
export type FieldResult =
  | (Noted & { readonly ok: true; readonly value: FieldValue; readonly changed: readonly string[] })
  | (Noted & { readonly ok: false; readonly value: null; readonly changed: readonly [] });

/** What a record is once a check with these options has accepted it. */
export type Accepted<Options> = Options extends { readonly of: "contact" }
  ? AcceptedAs<Options, ContactPatch, ContactCreate, ContactSignup>
  : AcceptedAs<Options, CustomerPatch, CustomerCreate, CustomerSignup>;

type AcceptedAs<Options, Patch, Create, Signup> = Options extends { readonly op: "patch" }
  ? Patch
  : Options extends { readonly strictness: "api" }
    ? Create
    : Signup;

/** The result of checking `Input`: a batch for an array or the format "batch", else one record. */
export type Checked<Input, Options> = Options extends { readonly format: "batch" }
  ? BatchResult<Accepted<Options>>
  : 0 extends 1 & Input // any, as from JSON.parse
    ? CheckResult<Accepted<Options>>
    : Input extends readonly unknown[]
      ? BatchResult<Accepted<Options>>
      : CheckResult<Accepted<Options>>;

/** What a schema is for, and in whose words it speaks. */
export interface SchemaOptions extends Omit<CheckOptions, "of"> {
  /** The language of the messages: `vestibule/locales/en` or another. Without it a message is the finding's code. */
  readonly locale?: Locale;
  /** What the tenant says about fields, for the JSON Schema. Default: what the core's profile says. */
  readonly fields?: readonly SchemaFieldShape[];
}

/** A loaded core. Everything here answers at once and never waits. */
export interface Core {
  readonly version: string;
  /** The version, a digest of the rules and one of the profile: what a record was judged by. Sent with each sign-up. */
  readonly rules: string;
  readonly ids: Ids;
  readonly address: Addresses;
  readonly country: Countries;
  readonly matching: Matching;
  /** Where a customer stands, and what can happen next. Needs the full module. */
  readonly lifecycle: Lifecycle;
  /** What Salesforce would hold. Needs the full module. */
  readonly sync: Sync;
  /** Needs the full module. */
  readonly audit: Audit;
  readonly phone: Phones;
  /** The rules by which a browser sends a sign-up once; createSignup of "vestibule/signup" runs them. */
  readonly signup: SignupMachine;
  /** A pasted signature or address as fields, each with how sure it is. */
  readonly split: Split;

  /**
   * Checks one record: an object, or its text in UTF-8. Members that are undefined are absent. An array of objects, or
   * of text with the format "batch", is a batch. Batches and texts need the full module.
   */
  check<Input extends object, const Options extends TextOptions = CheckOptions>(
    input: Input,
    options?: Options,
  ): Checked<Input, Options>;

  /** What the tenant asks of each field: the profile given to `load`, or the built-in one. Needs the full module. */
  readonly profile: Profile;

  /**
   * Whether the full module is in use. Node and workerd have it from the start; browsers start with a smaller one that
   * judges records and fields, and get this one with `load({ full: true })`, `load({ profile })` or `loadFull()`. What
   * needs it throws a VestibuleUsageError without it.
   */
  readonly hasFull: boolean;

  /** Fetches the full module, or takes the given one, and goes on with it; rejects with a VestibuleLoadError. */
  loadFull(module?: LoadOptions["module"]): Promise<void>;

  /** Whether the country facts are there; without them what needs them is judged by structure, and `unchecked` says so. */
  readonly hasAtlas: boolean;

  /**
   * Loads the country facts: the package's own, or those given. In a browser they are a file of their own, fetched when
   * this is called and not before. Rejects with a VestibuleLoadError and leaves the core as it was.
   */
  loadAtlas(atlas?: LoadOptions["atlas"]): Promise<void>;

  /**
   * A Standard Schema and Standard JSON Schema, for forms, routers and servers that take one. `validate` answers at
   * once and never throws; warnings are no issues. Its JSON Schema needs the reference.
   */
  schema<const Of extends "customer" | "contact", const Options extends SchemaOptions = SchemaOptions>(
    of: Of,
    options?: Options,
  ): Schema<Accepted<Options & { readonly of: Of }>>;

  /** The rule behind a code, its source and what to do. Needs the reference. */
  explain<C extends Code>(code: C): Explanation<C>;

  /**
   * The catalogue as a JSON Schema, default "draft-2020-12". It says less than the core, which alone decides: what the
   * schema refuses the core refuses too, but for spellings that get normalised. Needs the reference.
   */
  jsonSchema(of: "customer" | "contact", target?: JsonSchemaTarget, options?: JsonSchemaOptions): JsonSchema;

  /** Whether `explain` and `jsonSchema` can answer. */
  readonly hasReference: boolean;

  /** Loads their texts, a file of its own: `vestibule/reference`. */
  loadReference(): Promise<void>;

  /** Checks one value as it would be judged in a record, without asking for the members that are not there. */
  checkField(name: string, value: unknown, context?: FieldContext): FieldResult;
}

/** What went wrong while loading, though loading went on. */
export interface LoadReport {
  /** Its bytes were not the published ones, or it was not reachable. */
  readonly code: "core.integrity" | "core.unreachable";
}

export interface LoadOptions {
  /**
   * Instead of the package's own module: a compiled WebAssembly.Module, its bytes, or a URL to fetch it from; of
   * "vestibule/core.wasm" in a browser, of "vestibule/full.wasm" elsewhere, and wherever the full module is asked for.
   * Typed as any object, because TypeScript knows WebAssembly only together with a page.
   */
  readonly module?: object | string;
  /**
   * The country facts: true for the package's own, false for none yet, or an atlas's bytes or address. Default: the own
   * ones at once in Node and workerd, none yet in a browser.
   */
  readonly atlas?: boolean | Uint8Array | ArrayBuffer | string | { readonly href: string };
  /**
   * What the tenant changes about the catalogue, as an object or as JSON text (core/docs/profile.md). Mistakes in it are
   * thrown as a VestibuleProfileError with their findings. Default: Nue's own record types and lists.
   */
  readonly profile?: object | string;
  /** Whether the core has the full module from the start. Default: not in a browser, unless there is a profile. */
  readonly full?: boolean;
  /** Whether the core has the reference from the start, for `explain` and `jsonSchema`. Default: only in Node. */
  readonly reference?: boolean;
  /** Told when the module was not usable and the copy inside the package was taken (browser entry only). */
  readonly onReport?: (report: LoadReport) => void;
}

/** Compiles the module once for the whole program; each call makes a core with memory of its own. */
export type Load = (options?: LoadOptions) => Promise<Core>;

/** The words of one language: `vestibule/locales/en` and others. */
export interface Locale {
  /** BCP 47, such as "pt-BR": how numbers are written, and which way the text runs. English unless given. */
  readonly language?: string;
  readonly codes: Readonly<Record<string, Message>>;
  readonly labels: Readonly<Record<string, string>>;
  /** Numbers as the language writes them, by their digits: "2000". The platform writes those that are not here. */
  readonly numbers?: Readonly<Record<string, string>>;
}
