// What is sent: the records, and what only the page knows of them.
import type { Submission } from "../signup/state.ts";
import { partRecords } from "./contact.ts";
import type { FormCore } from "./core.ts";
import { readTrap } from "./dom-parts.ts";
import type { RecordValues } from "./state.ts";

/** Of the normalised record by the names of the form's fields. */
export function submissionOf(form: HTMLFormElement, record: RecordValues, { rules = "" }: FormCore): Submission {
  const locale = form.closest<HTMLElement>("[lang]")?.lang ?? "";
  return { ...partRecords(record), trap: readTrap(form), locale, rules };
}
