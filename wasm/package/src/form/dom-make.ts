// A form made in the page, where the page was served without one.
import { nameLater } from "./dom-names.ts";
import { controls, part } from "./dom-parts.ts";
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

/** Also in a page that has another style sheet than ours, or none. By properties, which the strictest policy lets be set. */
function hideTrap(form: HTMLFormElement): void {
  const { parentElement: trap } = part(form, "trap");
  if (trap !== null) Object.assign(trap.style, { position: "absolute", clipPath: "inset(50%)" });
}

/** The same form that renderForm writes, as elements; countries are named once somebody looks at them, or the browser is at rest. */
export function makeForm(options: FormMakeOptions): HTMLFormElement {
  const state = initialState({}, [], options.fields);
  const view = viewOf(state, { ...options, namesLater: true });
  const form = makeElement(formTree(view, state, options)) as HTMLFormElement;
  hideTrap(form);
  const countries = view.fields.filter(({ field }) => field.kind === "country");
  for (const select of countries.flatMap(({ field }) => controls(form, field.name))) {
    if (select instanceof HTMLSelectElement) nameLater(select, options.tag);
  }
  return form;
}
