// The core's verdict over everything the form asks for: the customer, and the person at it where one is named.
import type { Finding } from "../types.ts";
import { contactOf, joinRecords } from "./contact.ts";
import type { FormCore } from "./core.ts";
import { type FormState, fieldState, type RecordValues, recordOf, textOf } from "./state.ts";

export interface Verdict {
  /** Pointers as in the customer, "/email", or the contact, "/contact/email". */
  readonly findings: readonly Finding[];
  /** The normalised record by the names of the form's fields; null when anything was refused. */
  readonly value: RecordValues | null;
}

const isError = ({ severity }: Finding): boolean => severity === "error";

/** What is made of other answers is judged with them: nobody can change it by itself. */
function aboutContact(findings: readonly Finding[], state: FormState, aboutCustomer: readonly Finding[]) {
  const isGiven = fieldState(state, "contact.email").value.trim() !== "";
  const isTold = (pointer: string, others: readonly Finding[]): boolean => {
    return others.some((finding) => isError(finding) && finding.pointer !== pointer);
  };
  return findings.filter(({ pointer }) => {
    if (pointer === "/name") return !isTold(pointer, findings);
    return pointer !== "/email" || isGiven || !aboutCustomer.some((other) => other.pointer === pointer);
  });
}

export function judge(state: FormState, core: FormCore): Verdict {
  const customer = core.check(recordOf(state));
  const contact = contactOf(state);
  if (contact === null) return { findings: customer.findings, value: joined(customer.value, undefined) };
  const country = textOf(state, "billingCountry");
  const person = core.check(contact, country === "" ? { of: "contact" } : { of: "contact", country });
  const told = aboutContact(person.findings, state, customer.findings);
  const findings = [
    ...customer.findings,
    ...told.map((finding) => ({ ...finding, pointer: `/contact${finding.pointer}` })),
  ];
  return { findings, value: person.value === null ? null : joined(customer.value, person.value) };
}

function joined(customer: object | null, contact: object | undefined): RecordValues | null {
  return customer === null ? null : joinRecords(customer, contact);
}
