// Unsent answers that a person asked this browser to keep: sealed, for a week, erased at a word.
import { get, put, remove, transact } from "./database.ts";
import { isCount, membersOf } from "./untrusted.ts";
import { isSealed, type Sealed, seal, unseal } from "./vault.ts";

/** By the names of fields. */
export type DraftValues = Readonly<Record<string, string>>;

export interface DraftStore {
  /** null when there is none, or it is older than a week. Rejects, like all of these, where nothing can be kept. */
  read(): Promise<DraftValues | null>;
  write(values: DraftValues): Promise<void>;
  clear(): Promise<void>;
}

const keptMs = 7 * 24 * 60 * 60 * 1000;

interface StoredDraft {
  readonly v: 1;
  /** Milliseconds since 1970. */
  readonly written: number;
  readonly sealed: Sealed;
}

/** The draft of one endpoint and form; all tabs of the site share it. */
export function draftStore(draft: string, now: () => number = Date.now): DraftStore {
  // One after the other: what is being sealed must not be written behind a word to erase it.
  let last: Promise<unknown> = Promise.resolve();
  const then = (change: () => Promise<void>): Promise<void> => {
    const done = last.then(change);
    last = done.catch(() => {});
    return done;
  };
  const clear = (): Promise<void> => then(() => transact("drafts", "readwrite", (store) => remove(store, draft)));
  return {
    clear,
    async read() {
      const stored = await transact("drafts", "readonly", (store) => get(store, draft));
      if (stored === undefined) return null;
      const { v, written, sealed } = membersOf(stored);
      if (v !== 1 || !isCount(written) || now() - written > keptMs || !isSealed(sealed)) {
        await clear();
        return null;
      }
      return ((await unseal(sealed, draft)) as DraftValues | undefined) ?? null;
    },
    write: (values) =>
      then(async () => {
        const sealed = await seal(values, draft);
        // Without cryptography nothing personal is written.
        if (sealed === null) throw new Error("no cryptography");
        await transact("drafts", "readwrite", (store) =>
          put(store, draft, { v: 1, written: now(), sealed } satisfies StoredDraft),
        );
      }),
  };
}
