// The customers that were made in this browser, so that somebody who signs up again may be told. Of what was typed only
// keyed digests are kept, and nobody but this browser is asked.
import { getAll, put, transact } from "./database.ts";
import type { Created } from "./state.ts";
import { isCount, membersOf } from "./untrusted.ts";
import { digest } from "./vault.ts";

export type Likeness = "name" | "email" | "phone" | "website";

export interface KnownCustomer {
  readonly id: string;
  readonly accountNumber: string | null;
  /** Milliseconds since 1970. */
  readonly since: number;
  /** What is the same, the most telling first. */
  readonly same: readonly Likeness[];
}

const telling: readonly Likeness[] = ["email", "phone", "website", "name"];

interface StoredCustomer {
  readonly v: 1;
  readonly id: string;
  readonly accountNumber: string | null;
  readonly since: number;
  readonly digests: Readonly<Partial<Record<Likeness, string>>>;
}

function isStored(value: unknown): value is StoredCustomer {
  const { v, id, accountNumber, since, digests } = membersOf(value);
  const isNumbered = accountNumber === null || typeof accountNumber === "string";
  return (
    v === 1 && typeof id === "string" && isNumbered && isCount(since) && typeof digests === "object" && digests !== null
  );
}

/** Without case, marks of width, punctuation and spaces; the core has made the rest of it one. */
function comparable(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\p{P}\p{Z}\p{S}]/gu, "");
}

async function digestsOf(customer: object): Promise<StoredCustomer["digests"]> {
  const record = customer as Readonly<Record<string, unknown>>;
  const pairs = telling.map(async (name) => {
    const value = record[name];
    const text = typeof value === "string" ? comparable(value) : "";
    return [name, text === "" ? "" : await digest(`${name} ${text}`)] as const;
  });
  return Object.fromEntries((await Promise.all(pairs)).filter(([, each]) => each !== ""));
}

/** Remembers a customer by what was accepted; where nothing can be kept it is not remembered. */
export async function rememberCustomer(customer: object, { id, accountNumber }: Created): Promise<void> {
  const stored: StoredCustomer = { v: 1, id, accountNumber, since: Date.now(), digests: await digestsOf(customer) };
  await transact("customers", "readwrite", (store) => put(store, id, stored));
}

/** The customer of this browser that an accepted record is most like; null where there is none. */
export async function knownLike(customer: object): Promise<KnownCustomer | null> {
  const kept = (await transact("customers", "readonly", getAll)).filter(isStored);
  if (kept.length === 0) return null;
  const digests = await digestsOf(customer);
  const found = kept.map(({ v: _, digests: others, ...known }) => ({
    ...known,
    same: telling.filter((name) => digests[name] !== undefined && digests[name] === others[name]),
  }));
  const like = found.filter(({ same }) => same.length > 0);
  return like.reduce<KnownCustomer | null>(
    (best, each) => (best === null || each.same.length > best.same.length ? each : best),
    null,
  );
}
