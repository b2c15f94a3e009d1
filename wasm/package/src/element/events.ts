// The events of <vestibule-signup>. They bubble, cross shadow roots, and hold no answers.
import type { FormReport } from "../form/report.ts";
import type { Problem, SignupState } from "../signup/state.ts";

type ReportOf<Type extends FormReport["type"]> = Omit<FormReport & { readonly type: Type }, "type">;

/** What each event's `detail` holds, by its name. */
export interface VestibuleSignupEvents {
  /** The core judges from now on. */
  readonly "vestibule-ready": { readonly version: string };
  readonly "vestibule-input": ReportOf<"input">;
  readonly "vestibule-findings": ReportOf<"findings">;
  readonly "vestibule-step": ReportOf<"step">;
  /** The one that can be cancelled: preventDefault() keeps the answers from being sent. */
  readonly "vestibule-submit": Readonly<Record<string, never>>;
  readonly "vestibule-created": { readonly id: string; readonly accountNumber: string | null; readonly stage: string };
  /** The sign-up was refused, or the core could not be had. */
  readonly "vestibule-error": { readonly code: Problem["code"] | "core.unavailable" };
  /** The customer has come further, or is tied to Salesforce. */
  readonly "vestibule-lifecycle": { readonly stage: string; readonly link: string };
}

export type VestibuleSignupEventName = keyof VestibuleSignupEvents;

/** Answers false when a listener cancelled it. */
export function tell<Name extends VestibuleSignupEventName>(
  target: EventTarget,
  name: Name,
  detail: VestibuleSignupEvents[Name],
): boolean {
  const cancelable = name === "vestibule-submit";
  return target.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
}

/** Tells what has become of a sign-up, once for each change. */
export function tellState(target: EventTarget, state: SignupState, before: SignupState): void {
  if (state.name === "refused" && before.name !== "refused")
    tell(target, "vestibule-error", { code: state.problem.code });
  if (state.name !== "confirmed") return;
  const { id, accountNumber, stage, link } = state.created;
  if (before.name !== "confirmed") return void tell(target, "vestibule-created", { id, accountNumber, stage });
  if (before.created.stage !== stage || before.created.link !== link)
    tell(target, "vestibule-lifecycle", { stage, link });
}
