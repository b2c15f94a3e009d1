// The contacts that come along with sign-ups. One waits here while its customer is not settled; then it is an intent of its
// own beside it, in the same transaction, and run like any other.
import type { IntentState } from "vestibule/gateway";
import type { ObjectStorage, SqlRow } from "../platform.ts";
import type { Intent, IntentName } from "./intent.ts";

const schema = `
CREATE TABLE IF NOT EXISTS contacts (
  site TEXT NOT NULL,
  key TEXT NOT NULL,
  payload TEXT NOT NULL,
  PRIMARY KEY (site, key)
) WITHOUT ROWID;
`;

/** claimed: it goes to the API. parked: a person has named the customer, and says what becomes of the contact too. */
export type ContactStart = "claimed" | "parked";

const suffix = "/contact";

/** The key of the sign-up that a key belongs to; keys of sign-ups are UUIDs. */
export function signupKey(key: string): string {
  return key.endsWith(suffix) ? key.slice(0, -suffix.length) : key;
}

function startOf(owner: string, state: ContactStart, now: number): IntentState {
  return state === "claimed"
    ? { state, owner, sentAt: now, dueAt: now }
    : { state, owner, sentAt: now, settledAt: now };
}

interface KeptContact extends SqlRow {
  readonly payload: string;
}

export class Contacts {
  readonly #storage: ObjectStorage;

  constructor(storage: ObjectStorage) {
    this.#storage = storage;
    storage.sql.exec(schema);
  }

  keep({ site, key }: IntentName, payload: string): void {
    this.#storage.sql.exec("INSERT INTO contacts VALUES (?, ?, ?)", site, key, payload);
  }

  /** The customer is settled. Where it was refused, nothing is left of its contact. */
  follow({ site, key, machine: { customerId } }: Intent, state: ContactStart, now: number): void {
    const [kept] = this.#storage.sql
      .exec<KeptContact>("DELETE FROM contacts WHERE site = ? AND key = ? RETURNING payload", site, key)
      .toArray();
    if (kept === undefined || customerId === undefined) return;
    const machine = startOf(customerId, state, now);
    this.#storage.sql.exec(
      "INSERT OR IGNORE INTO intents (site, key, state, epoch, due_at, machine, fingerprint, raw_body_hash," +
        " rules_version, payload, created_at, updated_at) VALUES (?, ?, ?, 0, ?, ?, '', '', '', ?, ?, ?)",
      ...[site, key + suffix, state, machine.dueAt ?? null, JSON.stringify(machine), kept.payload, now, now],
    );
  }

  /** Forgets those whose customers have waited for a person since before `old`. */
  clean(old: number): void {
    this.#storage.sql.exec(
      "DELETE FROM contacts WHERE EXISTS (SELECT 1 FROM intents WHERE intents.site = contacts.site" +
        " AND intents.key = contacts.key AND intents.state = 'parked' AND intents.updated_at < ?)",
      old,
    );
  }
}
