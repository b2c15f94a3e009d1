// A form made in the page, where the page was served without one.
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

/** The same form that renderForm writes, as elements. */
export function makeForm(options: FormMakeOptions): HTMLFormElement {
  const state = initialState({}, [], options.fields);
  return makeElement(formTree(viewOf(state, options), state, options)) as HTMLFormElement;
}
