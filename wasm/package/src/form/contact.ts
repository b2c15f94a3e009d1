// The person at the customer: a record of its own, asked for in the same form under names of its own, "contact.email". It is
// there once anything of it is answered.
import { contactName, isOfContact, memberOf } from "./names.ts";
import { type FormState, type RecordValues, storedValue, textOf } from "./state.ts";

function answersOf(state: FormState): RecordValues {
  const asked = state.asked.filter(({ name }) => isOfContact(name) && !state.unasked.has(name));
  const answered = asked.filter(({ name }) => textOf(state, name).trim() !== "");
  return Object.fromEntries(
    answered.map((field) => [memberOf(field.name), storedValue(field, textOf(state, field.name))]),
  );
}

/** Whether a person is being named. */
export function hasContact(state: FormState): boolean {
  return Object.keys(answersOf(state)).length > 0;
}

// Where the family's name is written first.
const familyFirst = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\s]+$/u;

function fullName(first: string, last: string): string {
  const parts = familyFirst.test(first + last) ? [last, first] : [first, last];
  return parts.filter((part) => part !== "").join(" ");
}

/**
 * The record of the person; null while nobody is named. Nothing is asked for twice: the full name is made of its parts,
 * and the address that was given for the account is the person's too unless there is another.
 */
export function contactOf(state: FormState): RecordValues | null {
  const answers = answersOf(state);
  if (Object.keys(answers).length === 0) return null;
  const name = fullName(String(answers["firstName"] ?? ""), String(answers["lastName"] ?? ""));
  const email = textOf(state, "email").trim();
  const usual = { ...(name === "" ? {} : { name }), ...(email === "" ? {} : { email }) };
  return { ...usual, ...answers };
}

/** Both records as one, by the names of the form's fields. */
export function joinRecords(customer: object, contact: object | undefined): RecordValues {
  const named = Object.entries(contact ?? {}).map(([name, value]) => [contactName(name), value]);
  // Of plain values only, as the form asks for them.
  return { ...(customer as RecordValues), ...Object.fromEntries(named) };
}

/** And back: what is sent. */
export function partRecords(record: RecordValues): { readonly customer: object; readonly contact?: object } {
  const entries = Object.entries(record);
  const customer = Object.fromEntries(entries.filter(([name]) => !isOfContact(name)));
  const contact = entries.flatMap(([name, value]) => (isOfContact(name) ? [[memberOf(name), value]] : []));
  return contact.length === 0 ? { customer } : { customer, contact: Object.fromEntries(contact) };
}
