// Findings in the order and the places of the form, and the ones that only somebody else could know.
import type { Finding } from "../types.ts";
import { isSignupFieldName, type SignupFieldName, signupFieldNames } from "./fields.ts";
import type { FieldState, FormState, SummaryEntry } from "./state.ts";

export const isError = (finding: Finding): boolean => finding.severity === "error";

/** The field a finding is about; null: the whole record, or a field the form does not show. */
export function fieldOf(finding: Finding): SignupFieldName | null {
  const name = finding.pointer.slice(1);
  return isSignupFieldName(name) ? name : null;
}

/** The errors in the order of the page; what is about no field of it comes last. */
export function summaryOf(findings: readonly Finding[]): readonly SummaryEntry[] {
  const errors = findings.filter(isError).map((finding) => ({ field: fieldOf(finding), finding }));
  return [...signupFieldNames, null].flatMap((name) => errors.filter(({ field }) => field === name));
}

/**
 * The findings of one field: the core's, and the ones it was given for the value that still stands there. A suggestion
 * that was already undone is not among them.
 */
export function findingsFor(state: FormState, found: readonly Finding[], name: SignupFieldName): readonly Finding[] {
  const { value, declined, given } = state.fields[name];
  const own = found.filter((finding) => {
    if (fieldOf(finding) !== name) return false;
    return isError(finding) || finding.suggestion === undefined || value !== declined;
  });
  return [...own, ...given.filter(({ code }) => !own.some((finding) => finding.code === code))];
}

/** The form with findings that its own core may not make; each stays until its field is changed. */
export function withGiven(state: FormState, findings: readonly Finding[]): FormState {
  const giveTo = (name: SignupFieldName): readonly [SignupFieldName, FieldState] => {
    const field = state.fields[name];
    const given = findings.filter((finding) => fieldOf(finding) === name);
    return [name, given.length === 0 ? field : { ...field, visited: true, given, shown: given }];
  };
  const fields = Object.fromEntries(signupFieldNames.map(giveTo)) as Record<SignupFieldName, FieldState>;
  return { ...state, fields, summary: summaryOf(findings) };
}
