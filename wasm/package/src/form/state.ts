// What the form knows: what was typed, and which findings are shown. Plain values; step.ts makes the next ones.
import type { Finding } from "../types.ts";
import { belongs, type SignupField, signupFields } from "./fields.ts";
import { withGiven } from "./findings.ts";
import { isOfContact } from "./names.ts";

export interface FieldState {
  /** As typed; nothing in here is ever rewritten but by an accepted suggestion, a paste that was taken apart, or a country. */
  readonly value: string;
  /** Left once with a value in it, or submitted. */
  readonly visited: boolean;
  readonly shown: readonly Finding[];
  /** Findings about this value that came from elsewhere, such as the gateway. */
  readonly given: readonly Finding[];
  /** What stood here before a suggestion was accepted; null when there is nothing to undo. */
  readonly replaced: string | null;
  /** The value for which a suggestion was undone, and so is not made again. */
  readonly declined: string | null;
}

/** An error as it stood when the form was last submitted; without a field it is about the whole record. */
export interface SummaryEntry {
  readonly field: string | null;
  readonly finding: Finding;
}

/** A record by the names of its fields. */
export type RecordValues = Readonly<Record<string, string | number | boolean>>;

export interface Filled {
  /** What stood in the fields before. */
  readonly before: RecordValues;
  /** What of the text found no field. */
  readonly rest: string;
}

export interface FormState {
  /** What the form asks for, in its usual order. */
  readonly asked: readonly SignupField[];
  readonly fields: Readonly<Record<string, FieldState>>;
  /** Not asked for as things stand: another record type has it, or the country knows no such part of an address. */
  readonly unasked: ReadonlySet<string>;
  /** The areas chosen for other countries, by field and country: they are there again when the country is. */
  readonly areas: Readonly<Record<string, string>>;
  readonly summary: readonly SummaryEntry[];
  /** The normalised record, from an accepted submit until something is typed. */
  readonly ready: RecordValues | null;
  /** The record is shown once more before it is sent. */
  readonly reviewing: boolean;
  /** What a pasted text was made of; null when there is nothing to undo. */
  readonly filled: Filled | null;
  /** Counts submits, so that a writer sees when to move the focus. */
  readonly attempt: number;
}

const fresh: FieldState = { value: "", visited: false, shown: [], given: [], replaced: null, declined: null };

/**
 * The form before anyone did anything; `values` are what it was served with or what was typed before the script ran,
 * `findings` what it was served with about them.
 */
export function initialState(
  values: RecordValues = {},
  findings: readonly Finding[] = [],
  asked: readonly SignupField[] = signupFields,
): FormState {
  const fields = Object.fromEntries(asked.map(({ name }) => [name, { ...fresh, value: String(values[name] ?? "") }]));
  const others = asked.filter((field) => !belongs(field, String(values["recordType"] ?? "")));
  const untouched = { summary: [], ready: null, reviewing: false, filled: null, attempt: 0 };
  const unasked = new Set(others.map(({ name }) => name));
  return withGiven({ asked, fields, unasked, areas: {}, ...untouched }, findings);
}

/** The field's state; that of a field the form does not have is empty. */
export function fieldState({ fields }: FormState, name: string): FieldState {
  return fields[name] ?? fresh;
}

/** What was typed, or "" where the form does not have the field. */
export function textOf(state: FormState, name: string): string {
  return fieldState(state, name).value;
}

/** What records hold for a text that was typed; a number that is none stays a text, for the core to refuse. */
export function storedValue({ kind }: SignupField, text: string): string | number | boolean {
  if (kind === "boolean") return text === "true";
  const isNumber = (kind === "number" || kind === "integer") && /^-?\d{1,15}(\.\d{1,9})?$/.test(text.trim());
  return isNumber ? Number(text) : text;
}

/**
 * The customer's record. A field left empty is not in it, as in a form posted without JavaScript; nor is one that is not
 * asked for.
 */
export function recordOf(state: FormState): RecordValues {
  const own = state.asked.filter(({ name }) => !isOfContact(name));
  const filled = own.filter(({ name }) => textOf(state, name) !== "" && !state.unasked.has(name));
  return Object.fromEntries(filled.map((field) => [field.name, storedValue(field, textOf(state, field.name))]));
}

export function withField(state: FormState, name: string, change: Partial<FieldState>): FormState {
  return { ...state, fields: { ...state.fields, [name]: { ...fieldState(state, name), ...change } } };
}
