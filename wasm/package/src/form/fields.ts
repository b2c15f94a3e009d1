// The inputs of the sign-up form: which fields it shows, in which order, and with which control.
import { contactFormFields, type FormField, formFields } from "../generated/form-fields.ts";
import type { Profile, ProfileField } from "../profile-types.ts";
import type { FormCore } from "./core.ts";
import { contactName, isOfContact, memberOf } from "./names.ts";

/** Reading order of the form. Country stands before the address, so that the rest can follow it. */
const usualNames = [
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

/** What is asked of the person at a company, who may be left out. */
const usualContact = ["firstName", "lastName", "email", "title"] as const;

export type Control = "radio" | "select" | "textarea" | "text" | "email" | "tel" | "url" | "date";

/** A field of the form, by its name in a record. */
export interface SignupField {
  readonly name: string;
  readonly kind: FormField["kind"] | ProfileField["kind"];
  readonly control: Control;
  /** Fields of one group stand together. */
  readonly group: string;
  /** "" where the browser has nothing to fill in. */
  readonly autocomplete: string;
  /** "" where the usual keyboard fits. */
  readonly inputMode: string;
  /** Whether an answer is needed, or for which record types. */
  readonly required: boolean | readonly string[];
  /** The most characters; absent where there is no such limit. */
  readonly maxUtf16?: number;
  /** The values of a picklist, else empty. */
  readonly options: readonly string[];
  /** How the tenant calls them; others are called by the words of the language, or by themselves. */
  readonly optionLabels?: Readonly<Record<string, string>>;
  /** Of a tenant's own field; the labels of the others are words. */
  readonly label?: string;
  /** The record types it belongs to; absent: all. */
  readonly recordTypes?: readonly string[];
  /** Of the name: the record types of which it is a person's; absent: of Consumer. */
  readonly personTypes?: readonly string[];
}

/** A closed list this short is shown whole; a longer one opens. */
const radioMaxOptions = 4;

function controlOf(kind: SignupField["kind"], options: readonly string[], open: boolean): Control {
  switch (kind) {
    case "picklist":
      return !open && options.length <= radioMaxOptions ? "radio" : "select";
    case "boolean":
      return "radio";
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
    case "date":
      return "date";
    default:
      return "text";
  }
}

function usualField(name: string): SignupField {
  const list = isOfContact(name) ? contactFormFields : formFields;
  const field = list.find((candidate) => candidate.name === memberOf(name));
  if (field === undefined) throw new Error(`the catalogue has no sign-up field ${name}`);
  const { kind, options, open, autocomplete, inputMode, required, maxUtf16 } = field;
  const group = isOfContact(name) ? "contact" : field.group;
  const shape = { name, kind, control: controlOf(kind, options, open), group, autocomplete, inputMode };
  return { ...shape, required, maxUtf16, options };
}

/** What is asked for where no profile says otherwise. */
export const signupFields: readonly SignupField[] = usualNames.map(usualField);

/** The person at a company, where a form asks for one and no profile says otherwise. */
export const contactFields: readonly SignupField[] = usualContact.map((name) => {
  return { ...usualField(contactName(name)), recordTypes: ["Business"] };
});

/** The person stands behind the ways to reach the customer. */
export function withContact(
  fields: readonly SignupField[],
  contact: readonly SignupField[] = contactFields,
): readonly SignupField[] {
  const at = fields.findLastIndex(({ group }) => group === "who" || group === "reach") + 1;
  return [...fields.slice(0, at), ...contact, ...fields.slice(at)];
}

const keyboards: Readonly<Record<string, string>> = {
  number: "decimal",
  integer: "numeric",
  phone: "tel",
  email: "email",
};

/** A boolean is answered by one of two words, or not at all. */
const booleans = ["true", "false"];

function customField(field: ProfileField): SignupField {
  const { name, kind, required, values, open = false, autocomplete = "", label = name, recordTypes } = field;
  const options = kind === "boolean" ? booleans : (values ?? []);
  const shape = { name, kind, control: controlOf(kind, options, open), group: "profile", autocomplete };
  const own = { ...shape, inputMode: keyboards[kind] ?? "", required, options, label };
  return recordTypes === undefined ? own : { ...own, recordTypes };
}

/** A field of the catalogue as the tenant has it; null for one that is not asked for at sign-up. */
function adapted(usual: SignupField, { recordTypes, fields }: Profile): SignupField | null {
  const field = fields.customer.find(({ name }) => name === usual.name);
  if (field === undefined || !field.signup) return null;
  const { required, values = usual.options, open = false } = field;
  if (usual.name === "name") {
    const people = recordTypes.filter((type) => type.extends === "Consumer").map(({ value }) => value);
    return { ...usual, required, personTypes: people };
  }
  if (usual.name !== "recordType")
    return { ...usual, required, options: values, control: controlOf(usual.kind, values, open) };
  const options = recordTypes.map(({ value }) => value);
  const optionLabels = Object.fromEntries(
    recordTypes.flatMap(({ value, label }) => (label === undefined ? [] : [[value, label]])),
  );
  return { ...usual, required, options, optionLabels, control: controlOf(usual.kind, options, false) };
}

/**
 * What a tenant asks for: the usual fields but for hidden ones, others of the catalogue that are required, and the
 * tenant's own that a person may set.
 */
export function fieldsOf(profile: Profile): readonly SignupField[] {
  const isAsked = (name: string): boolean => {
    const field = profile.fields.customer.find((candidate) => candidate.name === name);
    return signupFields.some((usual) => usual.name === name) || (field !== undefined && field.required !== false);
  };
  const catalogue = formFields.filter(({ name }) => isAsked(name)).map(({ name }) => usualField(name));
  const order = [
    ...signupFields,
    ...catalogue.filter(({ name }) => !signupFields.some((usual) => usual.name === name)),
  ];
  const own = profile.fields.customer.filter(({ custom, signup }) => custom && signup).map(customField);
  const asked = [...order.flatMap((usual) => adapted(usual, profile) ?? []), ...own];
  const groups = [...new Set(asked.map(({ group }) => group))];
  return groups.flatMap((group) => asked.filter((field) => field.group === group));
}

/** The same of the person at a company of any type: the usual fields, others that are required, the tenant's own. */
export function contactFieldsOf({ recordTypes, fields }: Profile): readonly SignupField[] {
  const companies = recordTypes.filter((type) => type.extends === "Business").map(({ value }) => value);
  const asked = fields.contact.filter(({ name, custom, required, signup }) => {
    return signup && (custom || required !== false || usualContact.some((usual) => usual === name));
  });
  const rank = (name: string): number => [...usualContact, name].indexOf(name);
  const inTurn = [...asked].sort((a, b) => rank(a.name) - rank(b.name));
  return inTurn.flatMap((field): readonly SignupField[] => {
    // Made of the first and the last one.
    if (field.name === "name") return [];
    const name = contactName(field.name);
    if (field.custom) return [{ ...customField(field), name, group: "contact", recordTypes: companies }];
    return [{ ...usualField(name), required: field.required, recordTypes: companies }];
  });
}

/** What a form over this core asks for; `contact`: a person at the customer too. */
export function askedBy(core: Pick<FormCore, "hasFull" | "profile">, contact = false): readonly SignupField[] {
  const profile = core.hasFull === true ? core.profile : undefined;
  const fields = profile === undefined ? signupFields : fieldsOf(profile);
  if (!contact) return fields;
  return withContact(fields, profile === undefined ? contactFields : contactFieldsOf(profile));
}

export function belongs({ recordTypes }: SignupField, recordType: string): boolean {
  return recordTypes === undefined || recordTypes.includes(recordType);
}

/** Whether a field of the form needs an answer, for a record of this type ("" while it is not chosen). */
export function isRequired({ required }: SignupField, recordType: string): boolean {
  return typeof required === "boolean" ? required : required.includes(recordType);
}

/** Whether the name of a record of this type is a person's, and not an organisation's. */
export function isPersonType({ personTypes = ["Consumer"] }: SignupField, recordType: string): boolean {
  return personTypes.includes(recordType);
}

/** What a browser may fill in. */
export function autocompleteOf(field: SignupField, recordType: string): string {
  return field.name === "name" && isPersonType(field, recordType) ? "name" : field.autocomplete;
}
