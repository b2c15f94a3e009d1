// What callers see of pasted texts.
import type { SplitAddress, SplitPart } from "./address-types.ts";

/** A part of a signature, in the words of the fields: of a contact, of a customer, and of their addresses. */
export type SignaturePart =
  | "firstName"
  | "lastName"
  | "name"
  | "title"
  | "organization"
  | "email"
  | "phone"
  | "mobilePhone"
  | "website"
  | "street"
  | "district"
  | "city"
  | "state"
  | "postalCode"
  | "country";

export interface SplitSignature {
  /** What was found, as it was pasted. `firstName` and `lastName` are part of `name`, and never as sure. */
  readonly parts: { readonly [Part in SignaturePart]?: SplitPart };
  /** Two letters, "" when there is no address that names or implies one. */
  readonly country: string;
  /** Everything that no part took, line by line: greetings, fax numbers, registers, second numbers. */
  readonly rest: string;
}

export interface SplitOptions {
  /** Two letters of ISO 3166-1: taken where the text names no country. */
  readonly country?: string;
}

/** From a pasted text to fields. Needs the full module. */
export interface Split {
  /**
   * The signature of a mail, or a mail that ends in one: up to 30 lines and 4,000 bytes; what is longer comes back as the
   * rest. Without the atlas the address stays in the rest and phone numbers are "low".
   */
  (text: string, kind: "signature", options?: SplitOptions): SplitSignature;
  /** The same as `address.split`; null without the atlas. */
  (text: string, kind: "address", options?: SplitOptions): SplitAddress | null;
}
