// What `core.phone` takes and answers.

export type PhoneType =
  | "unknown"
  | "fixed_line"
  | "mobile"
  | "fixed_line_or_mobile"
  | "toll_free"
  | "premium_rate"
  | "shared_cost"
  | "voip"
  | "personal_number"
  | "pager"
  | "uan"
  | "voicemail";

export interface PhoneDescription {
  /** The plan of its country assigns the number. */
  readonly valid: boolean;
  /** Some number of its country is as long. */
  readonly possible: boolean;
  /** As it is stored: "+14155552671", with " x123" behind it for an extension. */
  readonly e164: string;
  /** As it is written in its country: "(415) 555-2671". */
  readonly national: string;
  /** As it is written elsewhere: "+1 415-555-2671". */
  readonly international: string;
  /** Two letters of ISO 3166-1; "001" for numbers of no country. */
  readonly region: string;
  /** "unknown" exactly when the number is not valid; "uan" is one number for a whole company. */
  readonly type: PhoneType;
  /** Digits, or "". */
  readonly extension: string;
}

/** Phone numbers. Needs the atlas: without one, numbers are null and typed text stays as it is. */
export interface Phones {
  /** A number as people write or dial it in `country`; null for what is none, or is dialled nationally in no country. */
  describe(text: string, country?: string): PhoneDescription | null;
  /**
   * What a field shows after a change: digits and the caret's place among them stay, separators come and go. A text with
   * anything else in it stays as it is. `caret` is `selectionStart`.
   */
  asYouType(text: string, caret: number, country?: string): { readonly text: string; readonly caret: number };
  /** A valid number for a placeholder, of a mobile where there is one; null for what is no country. */
  example(country: string): PhoneDescription | null;
}
