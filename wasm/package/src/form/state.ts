// What the form knows: what was typed, and which findings are shown. Plain values; step.ts makes the next ones.
import type { Finding } from "../types.ts";
import { type SignupFieldName, signupFieldNames } from "./fields.ts";
import { withGiven } from "./findings.ts";

export interface FieldState {
  /** As typed; nothing in here is ever rewritten but by an accepted suggestion. */
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
  readonly field: SignupFieldName | null;
  readonly finding: Finding;
}

export type RecordValues = Readonly<Partial<Record<SignupFieldName, string>>>;

export interface FormState {
  readonly fields: Readonly<Record<SignupFieldName, FieldState>>;
  readonly summary: readonly SummaryEntry[];
  /** The normalised record, from an accepted submit until something is typed. */
  readonly ready: RecordValues | null;
  /** Counts submits, so that a writer sees when to move the focus. */
  readonly attempt: number;
}

function freshField(value: string): FieldState {
  return { value, visited: false, shown: [], given: [], replaced: null, declined: null };
}

/**
 * The form before anyone did anything; `values` are what it was served with or what was typed before the script ran,
 * `findings` what it was served with about them.
 */
export function initialState(values: RecordValues = {}, findings: readonly Finding[] = []): FormState {
  const fields = Object.fromEntries(signupFieldNames.map((name) => [name, freshField(values[name] ?? "")]));
  const untouched = { fields: fields as Record<SignupFieldName, FieldState>, summary: [], ready: null, attempt: 0 };
  return withGiven(untouched, findings);
}

/** The record to check. A field left empty is not in it, as in a form posted without JavaScript. */
export function recordOf(state: FormState): RecordValues {
  const filled = signupFieldNames.filter((name) => state.fields[name].value !== "");
  return Object.fromEntries(filled.map((name) => [name, state.fields[name].value]));
}

export function withField(state: FormState, name: SignupFieldName, change: Partial<FieldState>): FormState {
  return { ...state, fields: { ...state.fields, [name]: { ...state.fields[name], ...change } } };
}
