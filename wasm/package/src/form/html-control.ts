// One control of the form as HTML text: the native element of its kind, whole without JavaScript.
import type { CountryName } from "./countries.ts";
import type { SignupField } from "./fields.ts";
import { adviceId, controlId, describedBy, errorId } from "./ids.ts";
import { attribute, flag, type Markup, markup, nothing } from "./markup.ts";
import type { FieldView } from "./view.ts";
import type { FormWords } from "./words.ts";

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** The choices of a list; a select begins with the choice of nothing. */
export function choicesOf(field: SignupField, words: FormWords, countries: readonly CountryName[]): readonly Choice[] {
  if (field.kind === "country") return countries.map(({ code, name }) => ({ value: code, text: name }));
  return field.options.map((value) => ({ value, text: words.options[`${field.name}.${value}`] ?? value }));
}

// How a phone's keyboard and the spelling checker should treat what is typed.
function typingAttributes(field: SignupField): Markup {
  if (field.name === "name") return markup` autocapitalize="words" spellcheck="false" dir="auto"`;
  if (field.name === "billingPostalCode") return markup` autocapitalize="characters" spellcheck="false" dir="ltr"`;
  if (field.control === "text" || field.control === "textarea") return markup` dir="auto"`;
  return markup` autocapitalize="off" spellcheck="false" dir="ltr"`;
}

function commonAttributes({ field, autocomplete, ...shown }: FieldView): Markup {
  return markup` id="${controlId(field.name)}" name="${field.name}"${[
    attribute("autocomplete", autocomplete),
    attribute("aria-describedby", describedBy(field.name, shown)),
    attribute("aria-invalid", shown.error === "" ? "" : "true"),
    flag("required", field.required),
  ]}`;
}

function writeSelect(view: FieldView, words: FormWords, choices: readonly Choice[]): Markup {
  const empty = { value: "", text: words.options[`${view.field.name}.`] ?? "" };
  const options = [empty, ...choices].map(({ value, text }) => {
    return markup`<option value="${value}"${flag("selected", value !== "" && value === view.value)}>${text}</option>\n`;
  });
  return markup`<select class="vestibule-input"${commonAttributes(view)}>\n${options}</select>`;
}

function writeTextarea(view: FieldView): Markup {
  const rows = view.field.name === "description" ? "4" : "2";
  const typing = typingAttributes(view.field);
  // A line feed right after the tag belongs to the tag; without it a value's own first one would be lost.
  return markup`<textarea class="vestibule-input" rows="${rows}"${commonAttributes(view)}${typing}>\n${view.value}</textarea>`;
}

function writeInput(view: FieldView): Markup {
  const { control, inputMode } = view.field;
  // A text field's keyboard is the usual one, and saying so would be noise.
  const keyboard = attribute("inputmode", inputMode === "text" ? "" : inputMode);
  const typing = typingAttributes(view.field);
  // A browser takes no web address without its scheme; the core does.
  const type = control === "url" ? "text" : control;
  return markup`<input class="vestibule-input" type="${type}"${commonAttributes(view)}${keyboard}${typing}${attribute("value", view.value)}>`;
}

function writeRadios(view: FieldView, choices: readonly Choice[]): Markup {
  const { name, required } = view.field;
  const radios = choices.map(({ value, text }, index) => {
    const id = index === 0 ? controlId(name) : `${controlId(name)}-${value}`;
    const checked = [flag("required", required), flag("checked", value === view.value)];
    return markup`<label class="vestibule-choice" for="${id}"><input type="radio" id="${id}" name="${name}" value="${value}"${checked}><span data-part="choice">${text}</span></label>\n`;
  });
  return markup`<div class="vestibule-choices">\n${radios}</div>`;
}

export function writeControl(view: FieldView, words: FormWords, countries: readonly CountryName[]): Markup {
  const choices = choicesOf(view.field, words, countries);
  switch (view.field.control) {
    case "radio":
      return writeRadios(view, choices);
    case "select":
      return writeSelect(view, words, choices);
    case "textarea":
      return writeTextarea(view);
    default:
      return writeInput(view);
  }
}

/** The place of a field's error. It is there when empty too, so that a script only writes text. */
export function writeError({ field, error }: FieldView, words: FormWords): Markup {
  return markup`<p class="vestibule-error" id="${errorId(field.name)}" data-part="error"${flag("hidden", error === "")}>
<span class="vestibule-unseen" data-part="error-prefix">${words.errorPrefix}</span> <span data-part="error-text">${error}</span></p>`;
}

export function writeAdvice({ field, advice, action }: FieldView): Markup {
  // A button does nothing without a script, so it comes only with one.
  const hidden = advice === "" && action === null;
  return markup`<div class="vestibule-advice" data-part="advice"${flag("hidden", hidden)}>
<span id="${adviceId(field.name)}" data-part="advice-text"${flag("hidden", advice === "")}>${advice}</span>
<button class="vestibule-action" type="button" data-part="action" hidden></button></div>`;
}

export function writeOptional({ field }: FieldView, words: FormWords): Markup {
  return field.required
    ? nothing
    : markup` <span class="vestibule-optional" data-part="optional">${words.optional}</span>`;
}
