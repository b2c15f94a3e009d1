// The kinds of a field: what a value is, which columns of fields.csv the kind uses, and its spelling in TypeScript.
// Depends on nothing.

export interface KindRules {
  /** For the reference page: a value is ... */
  readonly meaning: string;
  /** Length in UTF-16 units: a writable field of the kind must have one, may have one, or never has. */
  readonly length: "must" | "may" | "never";
  /** Uses min and max; a writable field must have them. */
  readonly bounds: boolean;
  readonly picklist: boolean;
  readonly writable: boolean;
  /** What a caller gives and what Nue answers; picklists are spelled from their values instead. */
  readonly given: string;
  readonly answered: string;
}

export type Kind =
  | "text"
  | "multiline"
  | "street"
  | "state"
  | "postal"
  | "email"
  | "phone"
  | "url"
  | "country"
  | "picklist"
  | "picklist_set"
  | "integer"
  | "number"
  | "cycle"
  | "boolean"
  | "uuid"
  | "salesforce_account"
  | "salesforce_contact"
  | "date"
  | "datetime"
  | "records"
  | "reserved";

const plain = { bounds: false, picklist: false, writable: true, given: "string", answered: "string" } as const;
const text = { ...plain, length: "must" } as const;
const fixed = { ...plain, length: "never" } as const;
const picklist = { ...plain, length: "may", picklist: true } as const;
const bounded = { ...fixed, bounds: true, given: "number", answered: "number" } as const;

export const kinds: Readonly<Record<Kind, KindRules>> = {
  text: { ...text, meaning: "One line of text." },
  multiline: { ...text, meaning: "Text of several lines." },
  street: { ...text, meaning: "The lines of an address above the city." },
  state: { ...text, meaning: "A first-level area of a country, by name or code." },
  postal: { ...text, meaning: "A postal code." },
  email: { ...text, meaning: "One e-mail address." },
  phone: { ...text, meaning: "One phone number." },
  url: { ...text, meaning: "One web address." },
  country: { ...text, meaning: "A country, ISO 3166-1 alpha-2 where it is known." },
  picklist: { ...picklist, meaning: "One value of a list." },
  picklist_set: { ...picklist, meaning: "Values of a list, each once." },
  integer: { ...bounded, meaning: "A whole number." },
  number: { ...bounded, meaning: "A decimal number." },
  cycle: { ...bounded, given: "string | number", answered: "string", meaning: "A whole number, answered as text." },
  boolean: { ...fixed, given: "boolean", answered: "boolean", meaning: "true or false." },
  uuid: { ...fixed, meaning: "An id of Nue, as in RFC 9562." },
  salesforce_account: { ...fixed, meaning: "The id of a Salesforce account." },
  salesforce_contact: { ...fixed, meaning: "The id of a Salesforce contact." },
  date: { ...fixed, meaning: "A day, as in RFC 3339: 2026-02-28." },
  datetime: { ...fixed, meaning: "A moment, as in RFC 3339, in UTC." },
  records: { ...fixed, writable: false, answered: "readonly unknown[]", meaning: "Records of another kind, inside." },
  reserved: { ...fixed, writable: false, meaning: "Nothing: the name is taken so that it can be refused." },
};

export function isKind(name: string): name is Kind {
  return Object.hasOwn(kinds, name);
}
