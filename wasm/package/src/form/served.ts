// The findings a form was served with, carried in the page itself for the script that takes it over: what the gateway
// found out the core in the browser may not be able to.
import type { Finding } from "../types.ts";
import type { FormState } from "./state.ts";

/** The text of an attribute; "" when there is nothing to tell. */
export function writeFindings({ fields, summary }: FormState): string {
  const aboutFields = Object.values(fields).flatMap(({ shown }) => shown);
  const aboutNone = summary.filter(({ field }) => field === null).map(({ finding }) => finding);
  const findings = [...aboutFields, ...aboutNone];
  return findings.length === 0 ? "" : JSON.stringify(findings);
}

/** Reads it back; the page is our own, so what is damaged is only left out. */
export function readFindings(text: string): readonly Finding[] {
  try {
    return text === "" ? [] : JSON.parse(text);
  } catch {
    return [];
  }
}
