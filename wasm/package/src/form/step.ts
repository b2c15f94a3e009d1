// What happens to the form, and when findings show: never while a value is first typed, never on leaving an empty field.
import type { Finding } from "../types.ts";
import type { FormCore } from "./core.ts";
import { isSignupFieldName, type SignupFieldName, signupFieldNames } from "./fields.ts";
import { type FormState, type RecordValues, recordOf, withField } from "./state.ts";

export type FormEvent =
  /** `composing`: an input method is at work, the value is not finished. */
  | { readonly type: "input"; readonly field: SignupFieldName; readonly value: string; readonly composing?: boolean }
  | { readonly type: "leave"; readonly field: SignupFieldName }
  | { readonly type: "accept"; readonly field: SignupFieldName }
  | { readonly type: "undo"; readonly field: SignupFieldName }
  | { readonly type: "submit" };

export interface FormRules {
  readonly core: FormCore;
  /** "blur": also on leaving a field, when something is in it. "submit": only then. */
  readonly validateOn: "blur" | "submit";
}

// Findings that a later field may still settle: not shown on leaving before the person has been there.
const settledBy: Readonly<Partial<Record<Finding["code"], SignupFieldName>>> = { "phone.no_country": "billingCountry" };

const isError = (finding: Finding): boolean => finding.severity === "error";

/** The field a finding is about; null: the whole record, or a field the form does not show. */
export function fieldOf(finding: Finding): SignupFieldName | null {
  const name = finding.pointer.slice(1);
  return isSignupFieldName(name) ? name : null;
}

/** The findings of one field, without a suggestion that was already undone. */
function findingsFor(state: FormState, findings: readonly Finding[], name: SignupFieldName): readonly Finding[] {
  const { value, declined } = state.fields[name];
  return findings.filter((finding) => {
    if (fieldOf(finding) !== name) return false;
    return isError(finding) || finding.suggestion === undefined || value !== declined;
  });
}

/** While typing: an error goes when it is fixed or changes into the next one, advice only ever goes. */
function stillShown(shown: readonly Finding[], current: readonly Finding[]): readonly Finding[] {
  if (shown.some(isError)) return current.filter(isError);
  return current.filter((finding) => shown.some(({ code }) => code === finding.code));
}

function recheckShown(state: FormState, rules: FormRules): FormState {
  const names = signupFieldNames.filter((name) => state.fields[name].shown.length > 0);
  if (names.length === 0) return state;
  const { findings } = rules.core.check(recordOf(state));
  return names.reduce((next, name) => {
    return withField(next, name, { shown: stillShown(next.fields[name].shown, findingsFor(next, findings, name)) });
  }, state);
}

function onInput(state: FormState, event: FormEvent & { type: "input" }, rules: FormRules): FormState {
  const same = event.value === state.fields[event.field].value;
  const typed = same
    ? state
    : withField({ ...state, ready: null }, event.field, { value: event.value, replaced: null });
  // The end of a composition brings no new value, only the time to judge it.
  return event.composing === true ? typed : recheckShown(typed, rules);
}

function showField(state: FormState, name: SignupFieldName, rules: FormRules): FormState {
  const { findings } = rules.core.check(recordOf(state));
  const shown = findingsFor(state, findings, name).filter((finding) => {
    const other = settledBy[finding.code];
    return other === undefined || state.fields[other].visited;
  });
  return withField(state, name, { shown, visited: true });
}

function onLeave(state: FormState, name: SignupFieldName, rules: FormRules): FormState {
  if (state.fields[name].value.trim() === "") return state;
  if (rules.validateOn === "submit") return withField(state, name, { visited: true });
  return showField(state, name, rules);
}

function onAccept(state: FormState, name: SignupFieldName, rules: FormRules): FormState {
  const { value, shown } = state.fields[name];
  const suggestion = shown.find((finding) => finding.suggestion !== undefined)?.suggestion;
  if (suggestion === undefined) return state;
  return showField(withField({ ...state, ready: null }, name, { value: suggestion, replaced: value }), name, rules);
}

function onUndo(state: FormState, name: SignupFieldName, rules: FormRules): FormState {
  const { replaced } = state.fields[name];
  if (replaced === null) return state;
  const before = { value: replaced, replaced: null, declined: replaced };
  return showField(withField({ ...state, ready: null }, name, before), name, rules);
}

function onSubmit(state: FormState, rules: FormRules): FormState {
  const result = rules.core.check(recordOf(state));
  const shown = signupFieldNames.reduce((next, name) => {
    return withField(next, name, { shown: findingsFor(next, result.findings, name), visited: true });
  }, state);
  const errors = result.findings.filter(isError).map((finding) => ({ field: fieldOf(finding), finding }));
  // In the order of the page; what is about no field of it comes last.
  const ordered = [...signupFieldNames, null].flatMap((name) => errors.filter(({ field }) => field === name));
  // Of strings only: whatever the form asks for is text. null when the record was refused.
  const ready = result.value as RecordValues | null;
  return { ...shown, summary: ordered, ready, attempt: state.attempt + 1 };
}

/** The next state; the same object when the event changes nothing. */
export function step(state: FormState, event: FormEvent, rules: FormRules): FormState {
  switch (event.type) {
    case "input":
      return onInput(state, event, rules);
    case "leave":
      return onLeave(state, event.field, rules);
    case "accept":
      return onAccept(state, event.field, rules);
    case "undo":
      return onUndo(state, event.field, rules);
    case "submit":
      return onSubmit(state, rules);
  }
}
