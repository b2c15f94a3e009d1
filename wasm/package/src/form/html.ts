// The form as HTML text: for the static page when it is built, and for an answer to a form sent without JavaScript.
import type { CountryName } from "./countries.ts";
import { signupFields } from "./fields.ts";
import { choicesOf, writeAdvice, writeControl, writeError, writeOptional } from "./html-control.ts";
import { controlId, describedBy, hintId } from "./ids.ts";
import { attribute, flag, type Markup, markup, nothing } from "./markup.ts";
import { type FormLanguage, languageOf } from "./messages.ts";
import { writeFindings } from "./served.ts";
import { type FormState, initialState } from "./state.ts";
import { type FieldView, type FormView, type OptionText, type SummaryView, viewOf } from "./view.ts";
import type { FormWords } from "./words.ts";

export interface FormHtmlOptions extends FormLanguage {
  /** Where the form is posted. */
  readonly action: string;
  readonly countries: readonly CountryName[];
  /** What to show; an untouched form unless given. */
  readonly state?: FormState;
}

function writeHint({ field, hint }: FieldView): Markup {
  if (hint === "") return nothing;
  return markup`<p class="vestibule-hint" id="${hintId(field.name)}" data-part="hint">${hint}</p>\n`;
}

// A group of radios is named by its legend and carries what else belongs to a control.
function writeRadioField(view: FieldView, words: FormWords, control: Markup): Markup {
  const shown = [
    attribute("aria-describedby", describedBy(view.field.name, view)),
    attribute("aria-invalid", view.error === "" ? "" : "true"),
  ];
  return markup`<fieldset class="vestibule-field" role="radiogroup" data-field="${view.field.name}"${shown}>
<legend class="vestibule-label"><span data-part="label">${view.label}</span>${writeOptional(view, words)}</legend>
${writeHint(view)}${writeError(view, words)}
${control}
${writeAdvice(view)}
</fieldset>
`;
}

function writeField(view: FieldView, words: FormWords, countries: readonly CountryName[]): Markup {
  const control = writeControl(view, words, countries);
  if (view.field.control === "radio") return writeRadioField(view, words, control);
  return markup`<div class="vestibule-field" data-field="${view.field.name}">
<label class="vestibule-label" for="${controlId(view.field.name)}"><span data-part="label">${view.label}</span>${writeOptional(view, words)}</label>
${writeHint(view)}${writeError(view, words)}
${control}
${writeAdvice(view)}
</div>
`;
}

// Fields of one catalogue group, which stand together, under the group's heading.
function writeGroup(group: string, fields: readonly Markup[], words: FormWords): Markup {
  return markup`<fieldset class="vestibule-group" data-group="${group}">
<legend><h2 class="vestibule-heading" data-part="group">${words.groups[group] ?? group}</h2></legend>
<div class="vestibule-fields">
${fields}</div>
</fieldset>
`;
}

function writeSummary(entries: readonly SummaryView[], words: FormWords): Markup {
  const items = entries.map(({ field, text }) => {
    if (field === null) return markup`<li>${text}</li>\n`;
    return markup`<li><a href="#${controlId(field)}" data-goto="${field}">${text}</a></li>\n`;
  });
  // The outer block takes the focus and the inner one is the alert, or some screen readers would read it twice.
  return markup`<div class="vestibule-summary" data-part="summary" tabindex="-1"${flag("hidden", entries.length === 0)}>
<div role="alert">
<h2 class="vestibule-heading" data-part="summary-heading">${words.summaryHeading}</h2>
<ul data-part="summary-list">
${items}</ul>
</div>
</div>
`;
}

// For robots: a person neither sees nor reaches it. A value in it says who filled in the form.
function writeTrap(words: FormWords): Markup {
  return markup`<div class="vestibule-unseen" aria-hidden="true">
<label for="${controlId("trap")}" data-part="trap">${words.trap}</label>
<input type="text" id="${controlId("trap")}" name="form.trap" tabindex="-1" autocomplete="off">
</div>
`;
}

// The place of what a script has to say about the sending.
const outcome: Markup = markup`<section class="vestibule-outcome" data-part="outcome" tabindex="-1" aria-labelledby="${controlId("outcome")}" hidden>
<h2 class="vestibule-heading" id="${controlId("outcome")}" data-part="outcome-heading"></h2>
<div data-part="outcome-body"></div>
</section>
`;

function writeForm(view: FormView, state: FormState, options: FormHtmlOptions): Markup {
  const { words, countries, action } = options;
  const groups = [...new Set(view.fields.map(({ field }) => field.group))].map((group) => {
    const fields = view.fields.filter(({ field }) => field.group === group);
    return writeGroup(
      group,
      fields.map((field) => writeField(field, words, countries)),
      words,
    );
  });
  return markup`<form class="vestibule-form" method="post" action="${action}" data-vestibule="signup"${attribute("data-findings", writeFindings(state))}>
${writeSummary(view.summary, words)}${groups}<div class="vestibule-send">
<button class="vestibule-submit" type="submit" data-part="submit">${words.submit}</button>
${writeTrap(words)}<input type="hidden" name="form.locale" value="${languageOf(options)}">
<p class="vestibule-unseen" role="status" data-part="status"></p>
</div>
${outcome}</form>
`;
}

/** The whole form. Every value and every word is escaped. */
export function renderForm(options: FormHtmlOptions): string {
  const { words, countries, state = initialState() } = options;
  const optionText: OptionText = (name, value) => {
    const choices = signupFields
      .filter((field) => field.name === name)
      .flatMap((field) => choicesOf(field, words, countries));
    return choices.find((choice) => choice.value === value)?.text ?? value;
  };
  return writeForm(viewOf(state, options, optionText), state, options).toString();
}
