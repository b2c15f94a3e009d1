// What a form tells whoever listens: where a person is and which rules were met, never what was typed.
import type { Code } from "../generated/codes.ts";

export type FormStep = "fields" | "review" | "sending" | "ended";

export type FormReport =
  | { readonly type: "input"; readonly field: string }
  /** What shows beside a field has changed; no codes: it is in order now. */
  | { readonly type: "findings"; readonly field: string; readonly codes: readonly Code[] }
  /** `durationMs`: how long the step before took. */
  | { readonly type: "step"; readonly step: FormStep; readonly durationMs: number };

/** How a host takes part. */
export interface FormHooks {
  report?(report: FormReport): void;
  /** Called with the accepted record before it is sent; false keeps it from being sent. */
  beforeSend?(record: object): boolean;
}
