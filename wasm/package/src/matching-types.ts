// What `core.matching` answers.

/** What of a record is compared; "" where there is nothing. For comparing only: never shown, stored or sent. */
export interface MatchKeys {
  /** Folded words without punctuation and legal forms: "acme" of "ACME, Ltd." */
  readonly name: string;
  /** Folded, without dots and tags before the "@". */
  readonly email: string;
  /** "" where anybody gets an address, as at gmail.com. */
  readonly emailDomain: string;
  /** Digits, with "+" in front where the country code is known. */
  readonly phone: string;
  /** The registrable part of the host. */
  readonly website: string;
}

/** Why two records look alike. */
export interface MatchReason {
  readonly key: "name" | "email" | "emailDomain" | "phone" | "website";
  /** "near" is a slip of the pen, the order of words, dots and tags, or a country code apart. */
  readonly likeness: "equal" | "near";
  readonly strength: "weak" | "medium" | "strong";
}

/** Hints at duplicates among records at hand; nothing is looked up anywhere. */
export interface Matching {
  /** The keys of a customer or contact, checked or not. */
  keys(record: object): MatchKeys;
  /** Every reason why two look alike; none, and nothing speaks for it. */
  compare(a: object, b: object): readonly MatchReason[];
}
