// What <vestibule-signup> takes in the templates of a framework: its attributes, its properties, and listeners to its events.
import type { VestibuleSignupEvents, VestibuleSignupOptions } from "../element/index.js";

export interface VestibuleSignupAttributes {
  /** Where the gateway's API is; default "/api". */
  readonly endpoint?: string;
  /** A language tag; default: the language of the page around the element. Changing it changes the words in place. */
  readonly locale?: string;
  /** When a field is judged first; default "blur". */
  readonly "validate-on"?: "blur" | "submit";
  /** "none" sends without showing the record once more. */
  readonly review?: "none";
  /** Offers to keep unsent answers in the browser, sealed, for a week. */
  readonly drafts?: boolean;
  /** Asks for a person at a company too, who may be left out. */
  readonly contact?: boolean;
  /** Tells several forms of a site apart; default "signup". */
  readonly name?: string;
}

/** Listeners by the names that React and Svelte give them: "onvestibule-created". */
export type VestibuleSignupListeners = {
  readonly [Name in keyof VestibuleSignupEvents as `on${Name}`]?: (
    event: CustomEvent<VestibuleSignupEvents[Name]>,
  ) => void;
};

/** "onVestibuleCreated", as Vue names a listener that a template writes "@vestibule-created". */
type VueName<Name extends string> = Name extends `vestibule-${infer Rest}` ? `onVestibule${Capitalize<Rest>}` : never;

export type VestibuleSignupVueListeners = {
  readonly [Name in keyof VestibuleSignupEvents as VueName<Name>]?: (
    event: CustomEvent<VestibuleSignupEvents[Name]>,
  ) => void;
};

export type VestibuleSignupProps = VestibuleSignupAttributes & Readonly<VestibuleSignupOptions>;
