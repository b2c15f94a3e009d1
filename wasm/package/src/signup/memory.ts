// What a browser keeps of sign-ups beside the attempt that is under way: a draft, if the person wants one, and which
// customers were made here.
import { forgetStored } from "./database.ts";
import { type DraftStore, draftStore } from "./drafts.ts";
import { type KnownCustomer, knownLike, rememberCustomer } from "./known.ts";
import type { Created } from "./state.ts";

/** All of it rejects where nothing can be kept. */
export interface FormMemory {
  /** null where the host offers no drafts. */
  readonly drafts: DraftStore | null;
  known(customer: object): Promise<KnownCustomer | null>;
  remember(customer: object, created: Created): Promise<void>;
  /** Erases everything that is kept of sign-ups for this site. */
  forget(): Promise<void>;
}

export interface MemoryOptions {
  /** Where the gateway's API is. Default "/api". */
  readonly endpoint?: string;
  /** As for createSignup. Default "signup". */
  readonly form?: string;
  /** Whether a person may ask for unsent answers to be kept. Default false. */
  readonly drafts?: boolean;
}

/** This browser's, in its database. */
export function browserMemory({ endpoint = "/api", form = "signup", drafts = false }: MemoryOptions = {}): FormMemory {
  const store = drafts ? draftStore(`${endpoint} ${form}`) : null;
  return {
    drafts: store,
    known: knownLike,
    remember: rememberCustomer,
    async forget() {
      // A draft that is being written would make the database anew.
      await store?.clear().catch(() => {});
      await forgetStored();
    },
  };
}
