// What the form shows in a state. Computing is not showing: dom.ts and html.ts write this, and decide nothing.
import type { FormCore } from "./core.ts";
import { isError } from "./findings.ts";
import { type FormLanguage, messageOf } from "./messages.ts";
import { inNameOrder } from "./names.ts";
import { type FormState, fieldState, textOf } from "./state.ts";
import { type FieldView, unbroken, viewField } from "./view-field.ts";
import { withTyped } from "./words.ts";

export interface ViewOptions extends FormLanguage {
  /** Knows the parts of addresses and examples of numbers; without it every country has the same fields. */
  readonly core?: FormCore;
  /** Countries are called by their codes: their names take long to get, and are written when somebody looks. Default false. */
  readonly namesLater?: boolean;
}

export interface SummaryView {
  readonly field: string | null;
  readonly text: string;
  /** No longer wrong. The line stays, so that nothing moves under the person's hands. */
  readonly fixed: boolean;
}

export interface ReadyView {
  readonly field: string;
  readonly group: string;
  readonly label: string;
  readonly value: string;
  /** "typed as ..." where the record holds another spelling; else "". */
  readonly typed: string;
  /** What the form advised beside the field, and nobody took; else "". */
  readonly doubt: string;
}

export interface FormView {
  readonly fields: readonly FieldView[];
  readonly summary: readonly SummaryView[];
  readonly ready: readonly ReadyView[] | null;
  readonly reviewing: boolean;
  /** What a pasted text filled in can be undone; "" while there is nothing. */
  readonly filled: string;
  readonly hasErrors: boolean;
}

function viewSummary(state: FormState, language: FormLanguage): readonly SummaryView[] {
  return state.summary.map(({ field, finding }) => ({
    field,
    text: messageOf(finding, textOf(state, "recordType"), language),
    fixed: field !== null && !fieldState(state, field).shown.some(isError),
  }));
}

/** A stored value as the form shows it, such as a country by its name and a number in groups; itself where it has none. */
function shownValue({ field, choices }: FieldView, stored: string, core: FormCore | undefined): string {
  if (field.kind === "phone") return unbroken(core?.phone?.describe?.(stored)?.international || stored);
  return choices.find(({ value }) => value === stored)?.text ?? stored;
}

/** White space is not seen on a line: a note of it would say the same twice. */
function isSeenAs(typed: string, stored: string): boolean {
  const seen = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
  return seen(typed) === seen(stored);
}

/** What was advised and not followed; once it was, there is none. */
function openDoubt({ advice, action }: FieldView): string {
  if (action === null) return advice;
  return action.type === "accept" ? action.text : "";
}

function viewReady(state: FormState, fields: readonly FieldView[], { words, tag, core }: ViewOptions) {
  const { ready } = state;
  if (ready === null) return null;
  return fields.flatMap((view): readonly ReadyView[] => {
    const { field, label, value, hidden } = view;
    const stored = ready[field.name];
    if (stored === undefined || hidden) return [];
    const text = String(stored);
    const shown = shownValue(view, text, core);
    const isAsTyped = isSeenAs(value, text) || isSeenAs(value, shown) || value.trim() === "";
    const typed = isAsTyped ? "" : withTyped(words.typedAs, value.trim(), tag);
    const doubt = openDoubt(view);
    return [{ field: field.name, group: field.group, label, value: shown, typed, doubt }];
  });
}

function viewFilled({ filled }: FormState, { words, tag }: FormLanguage): string {
  if (filled === null) return "";
  // The words set the marks between and behind the lines.
  const lines = filled.rest.split("\n").map((line) => line.trim().replace(/[,;:]+$/, ""));
  const rest = lines
    .filter((line) => line !== "")
    .join(", ")
    .replace(/\.+$/, "");
  return rest === "" ? words.filled : `${words.filled} ${withTyped(words.leftOver, rest, tag)}`;
}

/** Words of a tenant's own fields are the tenant's. */
function withOwnLabels(options: ViewOptions, { asked }: FormState): ViewOptions {
  const own = asked.flatMap(({ name, label }) => (label === undefined ? [] : [[name, label] as const]));
  if (own.length === 0) return options;
  const { locale } = options;
  return { ...options, locale: { ...locale, labels: { ...locale.labels, ...Object.fromEntries(own) } } };
}

export function viewOf(state: FormState, given: ViewOptions): FormView {
  const options = withOwnLabels(given, state);
  const fields = inNameOrder(state.asked, options.tag).map((field) => viewField(field, state, options));
  const summary = viewSummary(state, options);
  return {
    fields,
    summary,
    ready: viewReady(state, fields, options),
    reviewing: state.reviewing,
    filled: viewFilled(state, options),
    hasErrors: summary.some(({ fixed }) => !fixed),
  };
}
