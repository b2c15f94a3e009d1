// Findings in the order and the places of the form, and the ones that only somebody else could know.
import type { Finding } from "../types.ts";
import { pointerOf } from "./names.ts";
import { type FormState, fieldState, type SummaryEntry, withField } from "./state.ts";

export const isError = (finding: Finding): boolean => finding.severity === "error";

/** The field a finding is about; null: the whole record, or a field the form does not show. */
export function fieldOf({ asked }: FormState, finding: Finding): string | null {
  return asked.find(({ name }) => pointerOf(name) === finding.pointer)?.name ?? null;
}

/** The errors in the order of the page; what is about no field of it comes last. */
export function summaryOf(state: FormState, findings: readonly Finding[]): readonly SummaryEntry[] {
  const errors = findings.filter(isError).map((finding) => ({ field: fieldOf(state, finding), finding }));
  const names = [...state.asked.map(({ name }) => name), null];
  return names.flatMap((name) => errors.filter(({ field }) => field === name));
}

/**
 * The findings of one field: the core's, and the ones it was given for the value that still stands there. A suggestion
 * that was already undone is not among them.
 */
export function findingsFor(state: FormState, found: readonly Finding[], name: string): readonly Finding[] {
  const { value, declined, given } = fieldState(state, name);
  const own = found.filter((finding) => {
    if (finding.pointer !== pointerOf(name)) return false;
    return isError(finding) || finding.suggestion === undefined || value !== declined;
  });
  return [...own, ...given.filter(({ code }) => !own.some((finding) => finding.code === code))];
}

/** The form with findings that its own core may not make; each stays until its field is changed. */
export function withGiven(state: FormState, findings: readonly Finding[]): FormState {
  const next = state.asked.reduce((before, { name }) => {
    const given = findings.filter((finding) => finding.pointer === pointerOf(name));
    return given.length === 0 ? before : withField(before, name, { visited: true, given, shown: given });
  }, state);
  return { ...next, summary: summaryOf(state, findings) };
}
