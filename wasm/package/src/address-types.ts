// What callers see of addresses and countries.

/** A part of an address, in the words of the fields: `billingCity` is the part "city". */
export type AddressPart =
  | "name"
  | "organization"
  | "street"
  | "district"
  | "city"
  | "state"
  | "postalCode"
  | "sortingCode";

/** One first-level area of a country. */
export interface AddressArea {
  /** What is stored and written on labels: the code where labels carry it, else the name. */
  readonly value: string;
  /** In the script of the place. */
  readonly name: string;
  /** In Latin letters, where `name` is not. */
  readonly latin?: string;
  /** The ISO 3166-2 code without the country: "CA". */
  readonly iso?: string;
}

export interface AddressLayoutPart {
  readonly part: AddressPart;
  /** What the country calls it: "zip", "prefecture", "post_town"... A key for your own words. */
  readonly label: string;
  /** Whether mail there needs it. Advice: an address may be partial. */
  readonly required: boolean;
  /** Of a postal code. */
  readonly example?: string;
  /** Of a state, when asked for: in the order of the country's own lists, not of an alphabet. */
  readonly areas?: readonly AddressArea[];
}

export interface AddressLayout {
  readonly country: string;
  /** The country's name in English. */
  readonly name: string;
  /** In the order in which the country writes them. */
  readonly parts: readonly AddressLayoutPart[];
}

export interface AddressFormatOptions {
  /** Two letters of ISO 3166-1. */
  readonly country: string;
  /** A label of several lines, or all on one. Default "lines". */
  readonly style?: "lines" | "line";
  /** The order and the names for Latin letters, or for local ones. Default: by the letters of the parts. */
  readonly latin?: boolean;
  /** Whether the country's name comes last, for mail from abroad. Default false. */
  readonly withCountry?: boolean;
}

/** How sure a part is. What is "low" was taken for the part by its place alone: show it, never store it unseen. */
export type Confidence = "low" | "medium" | "high";

export interface SplitPart {
  /** As it was pasted; for the country "" when it was not named but follows from the rest. */
  readonly text: string;
  readonly confidence: Confidence;
}

export interface SplitAddress {
  readonly parts: { readonly [Part in AddressPart | "country"]?: SplitPart };
  /** Two letters, "" when the block neither names nor implies one. */
  readonly country: string;
  /** Everything that no part took. */
  readonly rest: string;
}

/** Postal addresses. All of it needs the atlas and answers null without one. */
export interface Addresses {
  /** The parts that forms and labels of a country have; null for what is no country. */
  layout(country: string, options?: { readonly latin?: boolean; readonly areas?: boolean }): AddressLayout | null;
  /** A postal label: order, signs, capitals and postal code as the country's post asks for. */
  format(parts: { readonly [Part in AddressPart]?: string | null }, options: AddressFormatOptions): string | null;
  /** A pasted block of up to 12 lines and 2,000 bytes as parts; `country` is taken where the block names none. */
  split(text: string, options?: { readonly country?: string }): SplitAddress | null;
}

export interface Countries {
  /** The country a code or a name means: "uk", "Deutschland". Null for none, and without the atlas. */
  find(text: string): { readonly code: string; readonly name: string } | null;
}
