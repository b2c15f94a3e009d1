// vestibule/form: the sign-up form as a model without a screen, and its two writers. Nothing happens on import.

export { type Direction, directionOf } from "../direction.ts";
export type { FormCore } from "./core.ts";
export { type CountryName, countryNames } from "./countries.ts";
export { type BindOptions, type BoundForm, bindSignupForm, type LanguageChange } from "./dom.ts";
export { VestibuleFormError } from "./dom-parts.ts";
export {
  type Control,
  isSignupFieldName,
  type SignupField,
  type SignupFieldName,
  signupFieldNames,
  signupFields,
} from "./fields.ts";
export { type FormHtmlOptions, renderForm } from "./html.ts";
export { escapeHtml } from "./markup.ts";
export type { FormLanguage } from "./messages.ts";
export { type Fact, type OutcomeView, type PanelView, viewOutcome } from "./outcome.ts";
export {
  type FieldState,
  type FormState,
  initialState,
  type RecordValues,
  recordOf,
  type SummaryEntry,
} from "./state.ts";
export { type FormEvent, type FormRules, step } from "./step.ts";
export {
  type FieldAction,
  type FieldView,
  type FormView,
  type OptionText,
  type ReadyView,
  type SummaryView,
  viewOf,
} from "./view.ts";
export type { FormWords, MessageTable, PageWords, WordTable } from "./words.ts";
