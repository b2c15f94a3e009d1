// Where an attempt outlives reloads, crashes and tabs: IndexedDB, one record a draft, its answers sealed.
import { get, put, remove, transact } from "./database.ts";
import type { Submission } from "./state.ts";
import { type Sealed, seal, unseal } from "./vault.ts";

/** An attempt as the machine counts it. */
export interface KeptAttempt {
  readonly key: string;
  readonly secret: string;
  /** Milliseconds since 1970. */
  readonly began: number;
  readonly sends: number;
}

export interface Held extends KeptAttempt {
  /** null where the answers are not kept. */
  readonly submission: Submission | null;
}

export interface AttemptStore {
  /** null when there is none. Rejects, like all of these, where nothing can be kept. */
  read(): Promise<Held | null>;
  /** Keeps an attempt unless another one is kept already, in one step; answers the one that is kept now. */
  write(attempt: KeptAttempt, submission: Submission): Promise<Held>;
  erasePayload(key: string): Promise<void>;
  /** Forgets the attempt with this key. */
  clear(key: string): Promise<void>;
}

interface StoredRecord extends KeptAttempt {
  readonly v: 1;
  readonly sealed: Sealed | null;
}

function readRecord(value: unknown): StoredRecord | null {
  if (value === undefined) return null;
  const record = value as StoredRecord;
  const { v, key, secret, began, sends } = record;
  const isWhole = typeof key === "string" && typeof secret === "string" && began >= 0 && sends >= 0;
  // A newer page wrote it: not to be understood, and not to be overwritten.
  if (v !== 1 || !isWhole) throw new Error("a record of another version");
  return record;
}

function readSubmission(value: unknown): Submission | null {
  const submission = value as Submission | undefined;
  return typeof submission?.customer === "object" && submission.customer !== null ? submission : null;
}

async function held({ v: _, sealed, ...attempt }: StoredRecord): Promise<Held> {
  const submission = sealed === null ? null : readSubmission(await unseal(sealed, attempt.key));
  return { ...attempt, submission };
}

/** The store of one draft: of an endpoint and a form. All tabs of the site share it. */
export function browserStore(draft: string): AttemptStore {
  return {
    async read() {
      const record = await transact("attempts", "readonly", async (store) => readRecord(await get(store, draft)));
      return record === null ? null : held(record);
    },
    async write(attempt, submission) {
      // Before the transaction, which would end while it waited for this.
      const sealed = await seal(submission, attempt.key);
      const own: StoredRecord = { v: 1, ...attempt, sealed };
      const kept = await transact("attempts", "readwrite", async (store) => {
        const there = readRecord(await get(store, draft));
        if (there !== null && there.key !== attempt.key) return there;
        await put(store, draft, own);
        return own;
      });
      return kept === own ? { ...attempt, submission: sealed === null ? null : submission } : held(kept);
    },
    erasePayload: (key) =>
      transact("attempts", "readwrite", async (store) => {
        const there = readRecord(await get(store, draft));
        if (there?.key === key) await put(store, draft, { ...there, sealed: null });
      }),
    clear: (key) =>
      transact("attempts", "readwrite", async (store) => {
        const there = readRecord(await get(store, draft));
        if (there?.key === key) await remove(store, draft);
      }),
  };
}
