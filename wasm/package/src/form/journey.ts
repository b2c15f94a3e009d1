// Follows a person through the form, for whoever wants to know where people stop: steps and rules, no answers.
import type { SignupState } from "../signup/state.ts";
import type { FormHooks, FormStep } from "./report.ts";
import { type FormState, fieldState } from "./state.ts";

/** Where a person is, by the sign-up and the form. */
export function stepOf({ name }: SignupState, { reviewing }: FormState): FormStep {
  if (name === "confirmed") return "ended";
  if (name !== "editing" && name !== "refused") return "sending";
  return reviewing ? "review" : "fields";
}

export class Journey {
  readonly #hooks: FormHooks;
  #step: FormStep = "fields";
  #since: number = performance.now();

  constructor(hooks: FormHooks) {
    this.#hooks = hooks;
  }

  enter(step: FormStep): void {
    if (step === this.#step) return;
    const now = performance.now();
    this.#hooks.report?.({ type: "step", step, durationMs: Math.round(now - this.#since) });
    this.#step = step;
    this.#since = now;
  }

  /** Tells of the fields whose findings are others now. */
  note(before: FormState, after: FormState): void {
    for (const { name } of after.asked) {
      const codes = fieldState(after, name).shown.map(({ code }) => code);
      const were = fieldState(before, name).shown.map(({ code }) => code);
      if (codes.join() !== were.join()) this.#hooks.report?.({ type: "findings", field: name, codes });
    }
  }
}
