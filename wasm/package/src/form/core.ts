// The part of the core that the form asks. A whole Core fits; tests of the form alone bring their own.
import type { Addresses } from "../address-types.ts";
import type { Phones } from "../phone-types.ts";
import type { Profile } from "../profile-types.ts";
import type { Split } from "../split-types.ts";
import type { Finding } from "../types.ts";
import type { RecordValues } from "./state.ts";

export interface FormCore {
  /** Sent along, so that it is known later by which rules a record was judged. */
  readonly rules?: string;
  check(
    record: RecordValues,
    options?: { readonly of: "contact"; readonly country?: string },
  ): {
    readonly value: object | null;
    readonly findings: readonly Finding[];
  };
  /** What a country's addresses are made of; without it every country has the same fields. */
  readonly address?: Pick<Addresses, "layout">;
  /** For the example beside a phone number, and for how one is written where it is looked over. */
  readonly phone?: Pick<Phones, "example"> & Partial<Pick<Phones, "describe">>;
  /** What the tenant asks for; a core that was loaded with a profile has the full module. */
  readonly profile?: Profile;
  readonly hasFull?: boolean;
  /** Fetches the facts about countries. */
  loadAtlas?(): Promise<unknown>;
  /** Takes pasted addresses and signatures apart, once `loadFull` is done. */
  readonly split?: Split;
  loadFull?(): Promise<unknown>;
}
