// What a finding's code means.
import { type Code, codeParams } from "./generated/codes.ts";
import { type ExplanationTexts, explanations } from "./generated/explanations.ts";
import { misused } from "./usage.ts";

/** A code with the rule behind it, who says so, and what to do. English; the words for people are in the locales. */
export interface Explanation<C extends Code = Code> extends ExplanationTexts {
  readonly code: C;
  /** The names of a finding's params, in their order. */
  readonly params: readonly string[];
}

export function explain<C extends Code>(code: C): Explanation<C> {
  if (!Object.hasOwn(explanations, code)) misused("the code", code, "one of the reference");
  return { code, ...explanations[code], params: codeParams[code] };
}
