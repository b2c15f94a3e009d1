// What is said aloud, by a polite status, of what has changed away from the focus.
import type { FormLanguage } from "./messages.ts";
import type { FormView } from "./view.ts";
import { withValue } from "./words.ts";

function viewOfField({ fields }: FormView, name: string) {
  return fields.find(({ field }) => field.name === name);
}

/** Of a field that was left: its label, and what shows beside it; "" where nothing does. */
export function fieldWords(view: FormView, name: string): string {
  const { label, error, advice, action } = viewOfField(view, name) ?? {};
  const words = [error, advice, action?.text].filter((text) => text !== undefined && text !== "");
  return words.length === 0 ? "" : [label, ...words].join(". ");
}

/** Which fields are asked for, and what they are called: to compare. */
export function askedWords({ fields }: FormView): string {
  const asked = fields.filter(({ hidden }) => !hidden);
  return JSON.stringify(asked.map(({ field: { name }, label }) => [name, label]));
}

/** Of another country, which asks for other parts of an address; "" of any other field. */
export function placeWords(view: FormView, name: string, { words }: FormLanguage): string {
  const { field, choices = [], value } = viewOfField(view, name) ?? {};
  const chosen = choices.find((choice) => choice.value === value);
  if (field?.kind !== "country" || chosen === undefined || chosen.value === "") return "";
  return withValue(words.placed, chosen.text);
}
