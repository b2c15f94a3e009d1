// The form as HTML text: for the static page when it is built, and for an answer to a form sent without JavaScript.
import { signupFields, withContact } from "./fields.ts";
import { type FormState, initialState } from "./state.ts";
import { formTree } from "./template.ts";
import { writeTree } from "./tree-text.ts";
import { type ViewOptions, viewOf } from "./view.ts";

export interface FormHtmlOptions extends ViewOptions {
  /** Where the form is posted. */
  readonly action: string;
  /** What to show; an untouched form unless given. */
  readonly state?: FormState;
  /** Whether an untouched form asks for a person at the customer; a script shows these fields. Default false. */
  readonly contact?: boolean;
}

/** The whole form. Every value and every word is escaped. */
export function renderForm(options: FormHtmlOptions): string {
  const { contact = false } = options;
  const { state = initialState({}, [], contact ? withContact(signupFields) : signupFields) } = options;
  return writeTree(formTree(viewOf(state, options), state, options));
}
