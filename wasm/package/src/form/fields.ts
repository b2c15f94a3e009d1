// The inputs of the sign-up form: which fields it shows, in which order, and with which control.
import { type FormField, formFields } from "../generated/form-fields.ts";

/** Reading order of the form. Country stands before the address, so that the rest can follow it. */
export const signupFieldNames = [
  "recordType",
  "name",
  "email",
  "phone",
  "website",
  "billingCountry",
  "billingStreet",
  "billingCity",
  "billingState",
  "billingPostalCode",
  "industry",
  "description",
] as const;

export type SignupFieldName = (typeof signupFieldNames)[number];

export type Control = "radio" | "select" | "textarea" | "text" | "email" | "tel" | "url";

export interface SignupField extends FormField {
  readonly name: SignupFieldName;
  readonly control: Control;
}

/** A closed list this short is shown whole; a longer one opens. */
const radioMaxOptions = 4;

function controlOf(field: FormField): Control {
  switch (field.kind) {
    case "picklist":
      return !field.open && field.options.length <= radioMaxOptions ? "radio" : "select";
    case "country":
      return "select";
    case "multiline":
    case "street":
      return "textarea";
    case "email":
      return "email";
    case "phone":
      return "tel";
    case "url":
      return "url";
    default:
      return "text";
  }
}

/** In the order of signupFieldNames. */
export const signupFields: readonly SignupField[] = signupFieldNames.map((name) => {
  const field = formFields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new Error(`the catalogue has no sign-up field ${name}`);
  return { ...field, name, control: controlOf(field) };
});

/** What a browser may fill in: a consumer's name is a person's, any other an organisation's. */
export function autocompleteOf(field: SignupField, recordType: string): string {
  return field.name === "name" && recordType === "Consumer" ? "name" : field.autocomplete;
}

export function isSignupFieldName(name: string): name is SignupFieldName {
  return (signupFieldNames as readonly string[]).includes(name);
}
