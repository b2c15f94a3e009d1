// Ids and tax numbers on their own: the types of `core.ids`.
import type { Finding } from "./types.ts";

export type IdResult =
  | { readonly ok: true; readonly value: string; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly value: null; readonly findings: readonly Finding[] };

/** EU and Northern Ireland, United Kingdom, Switzerland, Norway, United States, Australia, India, Brazil, Canada. */
export type TaxScheme =
  | "eu_vat"
  | "gb_vat"
  | "ch_vat"
  | "no_vat"
  | "us_ein"
  | "au_abn"
  | "in_gstin"
  | "br_cnpj"
  | "ca_bn";

export interface Ids {
  /** A Salesforce id of 15 or 18 characters, answered as 18; of any object, or of the one named. */
  salesforce(text: string, object?: "account" | "contact"): IdResult;
  /** A UUID in its usual form, answered in lower case. */
  uuid(text: string): IdResult;
  /** A new random UUID; from `random` if 16 bytes are given. */
  uuidV4(random?: Uint8Array): string;
  /**
   * A new UUID in the order of time: those a core makes without `time` and `random` are in the order they were made, also
   * within a millisecond and when the clock is set back. `time` is milliseconds since 1970, `random` 10 bytes.
   */
  uuidV7(time?: number, random?: Uint8Array): string;
  /** When a UUID of version 7 was made, in milliseconds since 1970; null for any other text. */
  uuidTime(text: string): number | null;
  /**
   * A tax number of a business, its check digits judged, answered without separators and in upper case. Of "eu_vat" and a
   * `country` only that state's, and its letters may be left out.
   */
  tax(scheme: TaxScheme, text: string, country?: string): IdResult;
  /** Whether two texts are the same Salesforce id; false if either is none. */
  equal(a: string, b: string): boolean;
}
