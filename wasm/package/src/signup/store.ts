// Where an attempt outlives reloads, crashes and tabs: IndexedDB, one record a draft, its answers sealed.
import { get, put, remove, transact } from "./database.ts";
import type { Submission } from "./state.ts";
import { isCount, membersOf } from "./untrusted.ts";
import { isSealed, type Sealed, seal, unseal } from "./vault.ts";

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

/** As makeFresh() makes them. */
const keyForm = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const secretForm = /^[\da-f]{64}$/;

/** null also for what no page wrote like this: nothing of it can be relied on, and the next attempt takes its place. */
function readRecord(value: unknown): StoredRecord | null {
  const { v, key, secret, began, sends, sealed } = membersOf(value);
  // A newer page wrote it: not to be understood, and not to be overwritten.
  if (isCount(v) && v !== 1) throw new Error("a record of another version");
  if (v !== 1 || typeof key !== "string" || typeof secret !== "string" || !isCount(began) || !isCount(sends))
    return null;
  if (!keyForm.test(key) || !secretForm.test(secret)) return null;
  return { v, key, secret, began, sends, sealed: isSealed(sealed) ? sealed : null };
}

function readSubmission(value: unknown): Submission | null {
  const { customer } = membersOf(value);
  return typeof customer === "object" && customer !== null ? (value as Submission) : null;
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
