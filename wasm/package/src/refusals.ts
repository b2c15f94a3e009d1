// The findings the package makes itself: the core was not asked, or could not answer.
import { maxInput } from "./instance.ts";
import type { Halved } from "./pack.ts";
import { pointerOf } from "./read-answer.ts";
import type { CheckResult, Finding } from "./types.ts";

export function overInput(): Finding {
  return { code: "limit.input", severity: "error", pointer: "", params: { max: String(maxInput) } };
}

export function outOfMemory(): Finding {
  return { code: "limit.memory", severity: "error", pointer: "", params: {} };
}

/** Half a surrogate pair, at that byte of the member's text or name. */
export function halfCharacter({ name, text }: Halved): Finding {
  const offset = new TextEncoder().encode(text.slice(0, text.search(/\p{Surrogate}/u))).length;
  const pointer = pointerOf(name.toWellFormed());
  return { code: "json.surrogate", severity: "error", pointer, params: { offset: String(offset) } };
}

export function refused(finding: Finding): CheckResult<never> {
  return { ok: false, value: null, changed: [], findings: [finding] };
}
