// The part of the core that the form asks. A whole Core fits; tests of the form alone bring their own.
import type { Finding } from "../types.ts";
import type { RecordValues } from "./state.ts";

export interface FormCore {
  /** Sent along, so that it is known later by which rules a record was judged. */
  readonly version?: string;
  check(record: RecordValues): {
    readonly value: object | null;
    readonly findings: readonly Finding[];
  };
}
