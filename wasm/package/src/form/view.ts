// What the form shows in a state. Computing is not showing: dom.ts and html.ts write this, and decide nothing.
import { formatMessage, isolate } from "../message.ts";
import type { Finding } from "../types.ts";
import { autocompleteOf, type SignupField, type SignupFieldName, signupFields } from "./fields.ts";
import { type FormLanguage, languageOf, messageOf } from "./messages.ts";
import type { FormState } from "./state.ts";
import { withValue, wordsFor } from "./words.ts";

/** A button under a field: take the suggestion, or take it back. */
export interface FieldAction {
  readonly type: "accept" | "undo";
  readonly text: string;
}

export interface FieldView {
  readonly field: SignupField;
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  readonly autocomplete: string;
  /** "" where there is none; the same for advice. */
  readonly error: string;
  readonly advice: string;
  readonly action: FieldAction | null;
}

export interface SummaryView {
  readonly field: SignupFieldName | null;
  readonly text: string;
  /** No longer wrong. The line stays, so that nothing moves under the person's hands. */
  readonly fixed: boolean;
}

export interface ReadyView {
  readonly field: SignupFieldName;
  readonly label: string;
  readonly value: string;
  /** "typed as ..." where the record holds another spelling; else "". */
  readonly typed: string;
}

export interface FormView {
  readonly fields: readonly FieldView[];
  readonly summary: readonly SummaryView[];
  readonly ready: readonly ReadyView[] | null;
  readonly hasErrors: boolean;
}

/** The words for a choice as the form shows it, such as a country's name; the value itself where it has none. */
export type OptionText = (field: SignupFieldName, value: string) => string;

const isError = (finding: Finding): boolean => finding.severity === "error";

function viewAction(field: SignupField, state: FormState, language: FormLanguage): FieldAction | null {
  const { shown, replaced } = state.fields[field.name];
  if (replaced !== null) return { type: "undo", text: language.words.undo };
  const suggestion = shown.find((finding) => finding.suggestion !== undefined)?.suggestion;
  if (suggestion === undefined) return null;
  return { type: "accept", text: withValue(language.words.suggestion, isolate(suggestion, languageOf(language))) };
}

function hintOf({ name, maxUtf16 }: SignupField, recordType: string, language: FormLanguage): string {
  const hint = wordsFor(language.words.hints, name, recordType);
  return formatMessage(hint, languageOf(language), (value) => (value === "max" ? String(maxUtf16) : undefined));
}

function viewField(field: SignupField, state: FormState, language: FormLanguage): FieldView {
  const { value, shown, replaced } = state.fields[field.name];
  const { words } = language;
  const recordType = state.fields.recordType.value;
  const error = shown.find(isError);
  // A suggestion's button says what is meant; words beside it only where the finding is an error.
  const remark = shown.find((finding) => !isError(finding) && finding.suggestion === undefined);
  const advice = remark === undefined ? "" : messageOf(remark, recordType, language);
  return {
    field,
    value,
    label: wordsFor(words.labels, field.name, recordType),
    hint: hintOf(field, recordType, language),
    autocomplete: autocompleteOf(field, recordType),
    error: error === undefined ? "" : messageOf(error, recordType, language),
    advice:
      replaced !== null
        ? withValue(words.replaced, isolate(value, languageOf(language)))
        : error === undefined
          ? advice
          : "",
    action: viewAction(field, state, language),
  };
}

function viewSummary(state: FormState, language: FormLanguage): readonly SummaryView[] {
  return state.summary.map(({ field, finding }) => ({
    field,
    text: messageOf(finding, state.fields.recordType.value, language),
    fixed: field !== null && !state.fields[field].shown.some(isError),
  }));
}

function viewReady(state: FormState, fields: readonly FieldView[], language: FormLanguage, text: OptionText) {
  if (state.ready === null) return null;
  const record = state.ready;
  return fields.flatMap(({ field: { name }, label, value }): readonly ReadyView[] => {
    const stored = record[name];
    if (stored === undefined) return [];
    const typed =
      value.trim() === stored ? "" : withValue(language.words.typedAs, isolate(value.trim(), languageOf(language)));
    return [{ field: name, label, value: text(name, stored), typed }];
  });
}

export function viewOf(state: FormState, language: FormLanguage, optionText: OptionText): FormView {
  const fields = signupFields.map((field) => viewField(field, state, language));
  const summary = viewSummary(state, language);
  return {
    fields,
    summary,
    ready: viewReady(state, fields, language, optionText),
    hasErrors: summary.some(({ fixed }) => !fixed),
  };
}
