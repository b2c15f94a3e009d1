// A form made in the page, where the page was served without one.
import { nameLater } from "./dom-names.ts";
import { controls } from "./dom-parts.ts";
import type { SignupField } from "./fields.ts";
import type { FormLanguage } from "./messages.ts";
import { initialState } from "./state.ts";
import { formTree } from "./template.ts";
import { makeElement } from "./tree-dom.ts";
import { viewOf } from "./view.ts";

export interface FormMakeOptions extends FormLanguage {
  /** Where the form would be posted without a script. */
  readonly action: string;
  /** Default: what is asked for where no profile says otherwise. */
  readonly fields?: readonly SignupField[];
}

/** The same form that renderForm writes, as elements; countries are named once somebody looks at them. */
export function makeForm(options: FormMakeOptions): HTMLFormElement {
  const state = initialState({}, [], options.fields);
  const view = viewOf(state, { ...options, namesLater: true });
  const form = makeElement(formTree(view, state, options)) as HTMLFormElement;
  const countries = view.fields.filter(({ field }) => field.kind === "country");
  for (const select of countries.flatMap(({ field }) => controls(form, field.name))) {
    if (select instanceof HTMLSelectElement) nameLater(select, options.tag);
  }
  return form;
}
