// What happens to the form, and when findings show: never while a value is first typed, never on leaving an empty field.
import type { Finding } from "../types.ts";
import type { FormCore } from "./core.ts";
import { type SignupFieldName, signupFieldNames } from "./fields.ts";
import { findingsFor, isError, summaryOf, withGiven } from "./findings.ts";
import { type FormState, initialState, type RecordValues, recordOf, withField } from "./state.ts";

export type FormEvent =
  /** `composing`: an input method is at work, the value is not finished. */
  | { readonly type: "input"; readonly field: SignupFieldName; readonly value: string; readonly composing?: boolean }
  | { readonly type: "leave"; readonly field: SignupFieldName }
  | { readonly type: "accept"; readonly field: SignupFieldName }
  | { readonly type: "undo"; readonly field: SignupFieldName }
  | { readonly type: "submit" }
  /** What is being sent is not what stands here: a reload emptied the form, or another tab was first. */
  | { readonly type: "restore"; readonly record: RecordValues }
  /** What was sent was refused; the findings may lack their params. */
  | { readonly type: "refused"; readonly findings: readonly Finding[] };

export interface FormRules {
  readonly core: FormCore;
  /** "blur": also on leaving a field, when something is in it. "submit": only then. */
  readonly validateOn: "blur" | "submit";
}

// Findings that a later field may still settle: not shown on leaving before the person has been there.
const settledBy: Readonly<Partial<Record<Finding["code"], SignupFieldName>>> = { "phone.no_country": "billingCountry" };

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
    : withField({ ...state, ready: null }, event.field, { value: event.value, replaced: null, given: [] });
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
  return showField(
    withField({ ...state, ready: null }, name, { value: suggestion, replaced: value, given: [] }),
    name,
    rules,
  );
}

function onUndo(state: FormState, name: SignupFieldName, rules: FormRules): FormState {
  const { replaced } = state.fields[name];
  if (replaced === null) return state;
  const before = { value: replaced, replaced: null, declined: replaced, given: [] };
  return showField(withField({ ...state, ready: null }, name, before), name, rules);
}

/** The core alone judges a new attempt: whoever found more can say so again. */
function onSubmit(state: FormState, rules: FormRules): FormState {
  const result = rules.core.check(recordOf(state));
  const shown = signupFieldNames.reduce((next, name) => {
    const judged = withField(next, name, { given: [] });
    return withField(judged, name, { shown: findingsFor(judged, result.findings, name), visited: true });
  }, state);
  // Of strings only: whatever the form asks for is text. null when the record was refused.
  const ready = result.value as RecordValues | null;
  return { ...shown, summary: summaryOf(result.findings), ready, attempt: state.attempt + 1 };
}

/** It was judged before it was sent. */
function onRestore(state: FormState, record: RecordValues): FormState {
  return { ...initialState(record), ready: record, attempt: state.attempt };
}

/** A finding the core makes as well has its params from there. */
function onRefused(state: FormState, findings: readonly Finding[], rules: FormRules): FormState {
  const own = rules.core.check(recordOf(state)).findings;
  const whole = findings.map((finding) => {
    return own.find(({ code, pointer }) => code === finding.code && pointer === finding.pointer) ?? finding;
  });
  return withGiven({ ...state, ready: null, attempt: state.attempt + 1 }, whole);
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
    case "restore":
      return onRestore(state, event.record);
    case "refused":
      return onRefused(state, event.findings, rules);
  }
}
