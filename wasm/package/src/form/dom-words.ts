// Writes the words of a language that stand in the form whatever is typed: headings, choices, the button.
import { directionOf } from "../direction.ts";
import { writeChoices } from "./dom-names.ts";
import { controls } from "./dom-parts.ts";
import type { FormLanguage } from "./messages.ts";
import type { FormView } from "./view.ts";
import type { FieldView } from "./view-field.ts";

function setAll(root: HTMLElement, part: string, text: string): void {
  for (const element of root.querySelectorAll(`[data-part="${part}"]`)) element.textContent = text;
}

function writeField(form: HTMLFormElement, view: FieldView): void {
  for (const control of controls(form, view.field.name)) {
    if (control instanceof HTMLSelectElement) writeChoices(control, view.choices);
    else {
      const text = control.labels?.[0]?.querySelector('[data-part="choice"]');
      const choice = view.choices.find(({ value }) => value === control.value);
      if (text && choice !== undefined) text.textContent = choice.text;
    }
  }
}

/** Everything but what depends on the state of the form, which is written with its view. */
export function writeWords(form: HTMLFormElement, view: FormView, { words, tag }: FormLanguage): void {
  form.lang = tag;
  form.dir = directionOf(tag);
  for (const group of form.querySelectorAll<HTMLElement>("[data-group]")) {
    const name = group.dataset["group"] ?? "";
    setAll(group, "group", words.groups[name] ?? "");
    setAll(group, "about", words.about[name] ?? "");
  }
  for (const field of view.fields) writeField(form, field);
  setAll(form, "optional", words.optional);
  setAll(form, "error-prefix", words.errorPrefix);
  setAll(form, "summary-heading", words.summaryHeading);
  setAll(form, "trap", words.trap);
  setAll(form, "submit", words.submit);
  setAll(form, "unfill", words.unfill);
  setAll(form, "memory-said", "");
  setAll(form, "keep-text", words.memory.keep);
  setAll(form, "forget", words.memory.forget);
  const locale = form.querySelector<HTMLInputElement>('input[name="form.locale"]');
  if (locale !== null) locale.value = tag;
}
