// The two findings the package makes itself: the core was not asked, or could not answer.
import { maxInput } from "./instance.ts";
import type { CheckResult, Finding } from "./types.ts";

export function overInput(): Finding {
  return { code: "limit.input", severity: "error", pointer: "", params: { max: String(maxInput) } };
}

export function outOfMemory(): Finding {
  return { code: "limit.memory", severity: "error", pointer: "", params: {} };
}

export function refused(finding: Finding): CheckResult<never> {
  return { ok: false, value: null, changed: [], findings: [finding] };
}
