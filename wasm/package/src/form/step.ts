// What happens to the form, and when findings show: never while a value is first typed, never on leaving an empty field.
import type { Finding } from "../types.ts";
import type { FormCore } from "./core.ts";
import { findingsFor, isError, summaryOf, withGiven } from "./findings.ts";
import { judge } from "./judge.ts";
import { settle } from "./settle.ts";
import { type FormState, fieldState, initialState, type RecordValues, textOf, withField } from "./state.ts";

export type FormEvent =
  /** `composing`: an input method is at work, the value is not finished. */
  | { readonly type: "input"; readonly field: string; readonly value: string; readonly composing?: boolean }
  | { readonly type: "leave"; readonly field: string }
  | { readonly type: "accept"; readonly field: string }
  | { readonly type: "undo"; readonly field: string }
  | { readonly type: "submit" }
  /** The person wants to change what is being reviewed. */
  | { readonly type: "change" }
  /** What a pasted text was taken apart into. */
  | { readonly type: "fill"; readonly values: RecordValues; readonly rest: string }
  /** Everything is to stand as it did before that. */
  | { readonly type: "unfill" }
  /** A draft is put back, or everything is erased: as if the form had come with these values. */
  | { readonly type: "recall"; readonly values: RecordValues }
  /** The core knows more than before: facts about countries have arrived. */
  | { readonly type: "learned" }
  /** What is being sent is not what stands here: a reload emptied the form, or another tab was first. */
  | { readonly type: "restore"; readonly record: RecordValues }
  /** What was sent was refused; the findings may lack their params. */
  | { readonly type: "refused"; readonly findings: readonly Finding[] };

export interface FormRules {
  readonly core: FormCore;
  /** "blur": also on leaving a field, when something is in it. "submit": only then. */
  readonly validateOn: "blur" | "submit";
  /** Shows the record once more before it is sent. */
  readonly review?: boolean;
}

// Findings that a later field may still settle: not shown on leaving before the person has been there.
const settledBy: Readonly<Partial<Record<Finding["code"], string>>> = { "phone.no_country": "billingCountry" };

const deciding: ReadonlySet<string> = new Set(["recordType", "billingCountry", "shippingCountry"]);

/** While typing: an error goes when it is fixed or changes into the next one, advice only ever goes. */
function stillShown(shown: readonly Finding[], current: readonly Finding[]): readonly Finding[] {
  if (shown.some(isError)) return current.filter(isError);
  return current.filter((finding) => shown.some(({ code }) => code === finding.code));
}

function recheckShown(state: FormState, rules: FormRules): FormState {
  const names = state.asked.map(({ name }) => name).filter((name) => fieldState(state, name).shown.length > 0);
  if (names.length === 0) return state;
  const { findings } = judge(state, rules.core);
  return names.reduce((next, name) => {
    const shown = stillShown(fieldState(next, name).shown, findingsFor(next, findings, name));
    return withField(next, name, { shown });
  }, state);
}

/** Nothing of an earlier answer to the form holds for the one that is being changed. */
function reopened(state: FormState): FormState {
  return { ...state, ready: null, reviewing: false };
}

function onInput(state: FormState, event: FormEvent & { type: "input" }, rules: FormRules): FormState {
  const { field, value, composing } = event;
  if (value === textOf(state, field)) return composing === true ? state : recheckShown(state, rules);
  const typed = withField({ ...reopened(state), filled: null }, field, { value, replaced: null, given: [] });
  // The end of a composition brings no new value, only the time to judge it.
  if (composing === true) return typed;
  return recheckShown(deciding.has(field) ? settle(typed, state, rules.core) : typed, rules);
}

function showField(state: FormState, name: string, rules: FormRules): FormState {
  const { findings } = judge(state, rules.core);
  const shown = findingsFor(state, findings, name).filter((finding) => {
    const other = settledBy[finding.code];
    return other === undefined || fieldState(state, other).visited;
  });
  return withField(state, name, { shown, visited: true });
}

function onLeave(state: FormState, name: string, rules: FormRules): FormState {
  if (textOf(state, name).trim() === "") return state;
  if (rules.validateOn === "submit") return withField(state, name, { visited: true });
  return showField(state, name, rules);
}

function onAccept(state: FormState, name: string, rules: FormRules): FormState {
  const { value, shown } = fieldState(state, name);
  const suggestion = shown.find((finding) => finding.suggestion !== undefined)?.suggestion;
  if (suggestion === undefined) return state;
  return showField(withField(reopened(state), name, { value: suggestion, replaced: value, given: [] }), name, rules);
}

function onUndo(state: FormState, name: string, rules: FormRules): FormState {
  const { replaced } = fieldState(state, name);
  if (replaced === null) return state;
  const before = { value: replaced, replaced: null, declined: replaced, given: [] };
  return showField(withField(reopened(state), name, before), name, rules);
}

/** Values put in from elsewhere: judged where there is something to judge, as if each field had been left. */
function withValues(state: FormState, values: RecordValues, rules: FormRules): FormState {
  const names = state.asked.map(({ name }) => name).filter((name) => values[name] !== undefined);
  const put = names.reduce((next, name) => {
    return withField(next, name, { value: String(values[name] ?? ""), replaced: null, given: [], shown: [] });
  }, reopened(state));
  const settled = settle(put, state, rules.core);
  return names.reduce((next, name) => onLeave(next, name, rules), settled);
}

function onFill(state: FormState, { values, rest }: FormEvent & { type: "fill" }, rules: FormRules): FormState {
  const before = Object.fromEntries(state.asked.map(({ name }) => [name, textOf(state, name)]));
  return { ...withValues(state, values, rules), filled: { before, rest } };
}

function onUnfill(state: FormState, rules: FormRules): FormState {
  return state.filled === null ? state : { ...withValues(state, state.filled.before, rules), filled: null };
}

/** The core alone judges a new attempt: whoever found more can say so again. */
function onSubmit(state: FormState, rules: FormRules): FormState {
  const { findings, value: ready } = judge(state, rules.core);
  const shown = state.asked.reduce((next, { name }) => {
    const judged = withField(next, name, { given: [] });
    return withField(judged, name, { shown: findingsFor(judged, findings, name), visited: true });
  }, state);
  const reviewing = ready !== null && rules.review === true;
  const summary = summaryOf(state, findings);
  return { ...shown, summary, ready, reviewing, filled: null, attempt: state.attempt + 1 };
}

/** It was judged before it was sent. */
function onRestore(state: FormState, record: RecordValues, rules: FormRules): FormState {
  const restored = settle(initialState(record, [], state.asked), state, rules.core);
  return { ...restored, ready: record, attempt: state.attempt };
}

/** A finding the core makes as well has its params from there. */
function onRefused(state: FormState, findings: readonly Finding[], rules: FormRules): FormState {
  const own = judge(state, rules.core).findings;
  const whole = findings.map((finding) => {
    return own.find(({ code, pointer }) => code === finding.code && pointer === finding.pointer) ?? finding;
  });
  return withGiven({ ...reopened(state), attempt: state.attempt + 1 }, whole);
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
    case "change":
      return state.reviewing ? { ...state, reviewing: false } : state;
    case "fill":
      return onFill(state, event, rules);
    case "unfill":
      return onUnfill(state, rules);
    case "recall":
      return settle(initialState(event.values, [], state.asked), state, rules.core);
    case "learned":
      return settle(state, state, rules.core);
    case "restore":
      return onRestore(state, event.record, rules);
    case "refused":
      return onRefused(state, event.findings, rules);
  }
}
