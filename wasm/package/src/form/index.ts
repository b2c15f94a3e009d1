// vestibule/form: the sign-up form as a model without a screen, and its two writers. Nothing happens on import.
export { type Direction, directionOf } from "../direction.ts";
export { nearestLanguage } from "../nearest-language.ts";
export type { FormCore } from "./core.ts";
export { type CountryName, countryNames } from "./countries.ts";
export { type BindOptions, type BoundForm, bindSignupForm, type LanguageChange } from "./dom.ts";
export { type FormMakeOptions, makeForm } from "./dom-make.ts";
export { VestibuleFormError } from "./dom-parts.ts";
export {
  askedBy,
  type Control,
  contactFields,
  contactFieldsOf,
  fieldsOf,
  type SignupField,
  signupFields,
  withContact,
} from "./fields.ts";
export { type FormHtmlOptions, renderForm } from "./html.ts";
export type { FormLanguage } from "./messages.ts";
export { type Fact, type OutcomeView, type PanelView, viewOutcome } from "./outcome.ts";
export type { FormHooks, FormReport, FormStep } from "./report.ts";
export {
  type FieldState,
  type FormState,
  initialState,
  type RecordValues,
  recordOf,
  type SummaryEntry,
} from "./state.ts";
export { type FormEvent, type FormRules, step } from "./step.ts";
export { escapeHtml } from "./tree-text.ts";
export { type FormView, type ReadyView, type SummaryView, type ViewOptions, viewOf } from "./view.ts";
export type { Choice, FieldAction, FieldView } from "./view-field.ts";
export type { FormWords, MessageTable, PageWords, WordTable } from "./words.ts";
