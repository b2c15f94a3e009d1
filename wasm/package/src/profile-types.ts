// A profile as it is described for forms (core/docs/profile.md).

/** One field a record may have, as a form needs it. */
export interface ProfileField {
  readonly name: string;
  readonly kind: string;
  /** Whether the tenant added it. */
  readonly custom: boolean;
  /** Of a tenant's own field; the labels of the others are words of a locale. */
  readonly label?: string;
  /** Whether a value must be there, or for which record types. */
  readonly required: boolean | readonly string[];
  /** Whether a person signing up may set it. */
  readonly signup: boolean;
  /** The record types it belongs to; absent: all. */
  readonly recordTypes?: readonly string[];
  /** Of numbers. */
  readonly min?: number;
  /** Of numbers; of texts in UTF-16 units. */
  readonly max?: number;
  readonly values?: readonly string[];
  /** Whether other values are kept, with a warning. */
  readonly open?: boolean;
  readonly pattern?: string;
  readonly scheme?: string;
  readonly autocomplete?: string;
}

/** What a tenant asks of records. */
export interface Profile {
  readonly recordTypes: readonly { readonly value: string; readonly label?: string; readonly extends: string }[];
  readonly fields: { readonly customer: readonly ProfileField[]; readonly contact: readonly ProfileField[] };
  /** What `type` a sign-up gets. */
  readonly defaultType: string;
  readonly countryOnWire: "code" | "name";
}
