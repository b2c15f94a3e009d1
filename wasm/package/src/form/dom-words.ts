// Writes the words of a language that stand in the form whatever is typed: headings, choices, the button.
import { directionOf } from "../direction.ts";
import { countryNames } from "./countries.ts";
import { controls, fieldBlock } from "./dom-parts.ts";
import { type SignupField, signupFields } from "./fields.ts";
import { choicesOf } from "./html-control.ts";
import { type FormLanguage, languageOf } from "./messages.ts";

function setAll(root: HTMLElement, part: string, text: string): void {
  for (const element of root.querySelectorAll(`[data-part="${part}"]`)) element.textContent = text;
}

/** The choices in the order of the language. They stay the elements they are, so the choice made stays too. */
function writeSelect(select: HTMLSelectElement, texts: ReadonlyMap<string, string>): void {
  const { value } = select;
  const options = new Map([...select.options].map((option) => [option.value, option]));
  for (const [choice, text] of texts) {
    const option = options.get(choice);
    if (option === undefined) continue;
    option.text = text;
    select.append(option);
  }
  if (select.value !== value) select.value = value;
}

function writeChoices(form: HTMLFormElement, field: SignupField, language: FormLanguage): void {
  const { words } = language;
  const countries = field.kind === "country" ? countryNames(languageOf(language)) : [];
  const choices = choicesOf(field, words, countries).map(({ value, text }) => [value, text] as const);
  const texts = new Map([["", words.options[`${field.name}.`] ?? ""], ...choices]);
  for (const control of controls(form, field.name)) {
    if (control instanceof HTMLSelectElement) writeSelect(control, texts);
    else {
      const text = control.labels?.[0]?.querySelector('[data-part="choice"]');
      if (text) text.textContent = texts.get(control.value) ?? control.value;
    }
  }
}

/** Everything but what depends on the state of the form, which is written after this. */
export function writeWords(form: HTMLFormElement, language: FormLanguage): void {
  const { words } = language;
  form.lang = languageOf(language);
  form.dir = directionOf(form.lang);
  for (const group of form.querySelectorAll<HTMLElement>("[data-group]")) {
    setAll(group, "group", words.groups[group.dataset["group"] ?? ""] ?? "");
  }
  for (const field of signupFields) {
    setAll(fieldBlock(form, field.name), "optional", words.optional);
    if (field.control === "radio" || field.control === "select") writeChoices(form, field, language);
  }
  setAll(form, "error-prefix", words.errorPrefix);
  setAll(form, "summary-heading", words.summaryHeading);
  setAll(form, "trap", words.trap);
  setAll(form, "submit", words.submit);
  const locale = form.querySelector<HTMLInputElement>('input[name="form.locale"]');
  if (locale !== null) locale.value = form.lang;
}
