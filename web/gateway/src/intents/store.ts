// The intents of one shard in its SQLite database. Every write is on the disk before anything that depends on it.
import type { IntentState } from "vestibule/gateway";
import type { ObjectStorage, SqlRow, SqlValue } from "../platform.ts";
import { type ContactStart, Contacts } from "./contacts.ts";
import type { Claim, Intent, IntentName } from "./intent.ts";
import { responseOf } from "./stored-answer.ts";

// `machine` is the core's text; `state`, `epoch`, `due_at` and `customer_id` repeat what is searched for.
const schema = `
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS intents (
  site TEXT NOT NULL,
  key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('claimed', 'sent', 'unknown', 'created', 'rejected', 'parked')),
  epoch INTEGER NOT NULL,
  due_at INTEGER,
  machine TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  raw_body_hash TEXT NOT NULL,
  rules_version TEXT NOT NULL,
  secret_hash TEXT,
  payload TEXT,
  response_status INTEGER,
  response_body TEXT,
  customer_id TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (site, key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS intents_due ON intents (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS intents_age ON intents (updated_at);
CREATE TABLE IF NOT EXISTS form_tokens (
  id TEXT PRIMARY KEY, key TEXT NOT NULL, expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS form_tokens_expiry ON form_tokens (expires_at);
`;

function isFinal({ state }: IntentState): boolean {
  return state === "created" || state === "rejected";
}

interface IntentRow extends SqlRow {
  readonly site: string;
  readonly key: string;
  readonly machine: string;
  readonly fingerprint: string;
  readonly raw_body_hash: string;
  readonly secret_hash: string | null;
  readonly payload: string | null;
  readonly response_status: number | null;
  readonly response_body: string | null;
}

function intentOf(row: IntentRow): Intent {
  const { response_status: status, response_body: body } = row;
  return {
    site: row.site,
    key: row.key,
    machine: JSON.parse(row.machine),
    fingerprint: row.fingerprint,
    rawBodyHash: row.raw_body_hash,
    secretHash: row.secret_hash,
    payload: row.payload,
    response: status === null || body === null ? null : { status, body },
  };
}

export class IntentStore {
  readonly #storage: ObjectStorage;
  readonly #contacts: Contacts;

  /** Refuses a database made for another number of shards: keys would be looked for in the wrong ones. */
  constructor(storage: ObjectStorage, shardCount: number) {
    this.#storage = storage;
    this.#run(schema);
    this.#contacts = new Contacts(storage);
    this.#run("INSERT OR IGNORE INTO meta VALUES ('shard_count', ?)", String(shardCount));
    const [row] = this.#run<{ readonly value: string }>("SELECT value FROM meta WHERE name = 'shard_count'");
    if (row?.value !== String(shardCount)) throw new Error("The intent store was made for another number of shards.");
  }

  #run<Row extends SqlRow>(query: string, ...values: readonly SqlValue[]): readonly Row[] {
    return this.#storage.sql.exec<Row>(query, ...values).toArray();
  }

  find({ site, key }: IntentName): Intent | undefined {
    const [row] = this.#run<IntentRow>("SELECT * FROM intents WHERE site = ? AND key = ?", site, key);
    return row === undefined ? undefined : intentOf(row);
  }

  /** Adds the claim unless its key is there; answers what is there then. */
  claim(claim: Claim & { readonly fingerprint: string; readonly payload: string }, now: number): Intent {
    const { site, key, fingerprint, rawBodyHash, rulesVersion, token, secretHash, payload, contact } = claim;
    const machine: IntentState = { state: "claimed", token };
    const insert = (): readonly IntentRow[] =>
      this.#run<IntentRow>(
        "INSERT OR IGNORE INTO intents (site, key, state, epoch, due_at, machine, fingerprint, raw_body_hash," +
          " rules_version, secret_hash, payload, created_at, updated_at)" +
          " VALUES (?, ?, 'claimed', 0, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *",
        ...[site, key, now, JSON.stringify(machine), fingerprint, rawBodyHash, rulesVersion, secretHash, payload],
        ...[now, now],
      );
    const insertBoth = (given: string): readonly IntentRow[] =>
      this.#storage.transactionSync(() => {
        const rows = insert();
        if (rows.length > 0) this.#contacts.keep(claim, given);
        return rows;
      });
    const [made] = contact === null ? insert() : insertBoth(contact);
    const intent = made === undefined ? this.find(claim) : intentOf(made);
    if (intent === undefined) throw new Error("A claim was not stored.");
    return intent;
  }

  /**
   * Writes what a step made of `intent`; answers undefined when another run has taken it meanwhile. With a customer that is
   * bound, the intent of its contact is there: `contact` says in which state.
   */
  write(intent: Intent, machine: IntentState, now: number, contact: ContactStart = "claimed"): Intent | undefined {
    if (!isFinal(machine) || machine.owner !== undefined) return this.#update(intent, machine, now);
    return this.#storage.transactionSync(() => {
      const written = this.#update(intent, machine, now);
      if (written !== undefined) this.#contacts.follow(written, contact, now);
      return written;
    });
  }

  #update({ site, key, machine: { epoch: read = 0 } }: Intent, machine: IntentState, now: number): Intent | undefined {
    const { state, epoch = 0, dueAt = null, customerId = null } = machine;
    const response = responseOf(machine);
    // A binding and its answer never change: what stands there stays.
    const [row] = this.#run<IntentRow>(
      "UPDATE intents SET state = ?, epoch = ?, due_at = ?, machine = ?, customer_id = ?, updated_at = ?," +
        " payload = iif(?, NULL, payload), response_status = coalesce(response_status, ?)," +
        " response_body = coalesce(response_body, ?) WHERE site = ? AND key = ? AND epoch = ? RETURNING *",
      ...[state, epoch, dueAt, JSON.stringify(machine), customerId, now],
      ...[isFinal(machine) ? 1 : 0, response?.status ?? null, response?.body ?? null, site, key, read],
    );
    return row === undefined ? undefined : intentOf(row);
  }

  due(now: number, limit: number): readonly Intent[] {
    return this.#run<IntentRow>("SELECT * FROM intents WHERE due_at <= ? ORDER BY due_at LIMIT ?", ...[now, limit]).map(
      intentOf,
    );
  }

  /** When the next intent is due; null when none is. */
  nextDue(): number | null {
    const [row] = this.#run<{ readonly at: number | null }>(
      "SELECT min(due_at) AS at FROM intents WHERE due_at IS NOT NULL",
    );
    return row?.at ?? null;
  }

  /** When clean() has something to do; what was cleaned of a parked intent is not looked at again. */
  nextForgotten(retentionMs: number): number | null {
    const [row] = this.#run<{ readonly at: number | null }>(
      "SELECT min(updated_at) AS at FROM intents WHERE state IN ('created', 'rejected') OR payload NOT NULL",
    );
    return row?.at == null ? null : row.at + retentionMs + 1;
  }

  /** Whether a lost answer waits to be looked for. */
  hasDueProbe(now: number): boolean {
    return (
      this.#run("SELECT 1 FROM intents WHERE due_at <= ? AND state IN ('sent', 'unknown') LIMIT 1", now).length > 0
    );
  }

  /** Binds a form token to the first key that uses it; answers whether `key` is that one. */
  bindFormToken(id: string, key: string, expires: number): boolean {
    this.#run("INSERT OR IGNORE INTO form_tokens VALUES (?, ?, ?)", id, key, expires);
    const [row] = this.#run<{ readonly key: string }>("SELECT key FROM form_tokens WHERE id = ?", id);
    return row?.key === key;
  }

  /** Forgets expired tokens, final intents that are older than what a browser keeps, and what was typed into parked ones. */
  clean(now: number, retentionMs: number): void {
    this.#run("DELETE FROM form_tokens WHERE expires_at < ?", now);
    const old = now - retentionMs;
    this.#run("DELETE FROM intents WHERE state IN ('created', 'rejected') AND updated_at < ?", old);
    // What waits for a person is kept, but not for ever with what was typed.
    this.#run("UPDATE intents SET payload = NULL WHERE state = 'parked' AND updated_at < ? AND payload NOT NULL", old);
    this.#contacts.clean(old);
  }
}
