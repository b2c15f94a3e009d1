// The intents of one shard in its SQLite database. Every write is on the disk before anything that depends on it.
import type { ObjectStorage, SqlRow, SqlValue } from "../platform.ts";
import type { Claim, Intent, IntentName, IntentState } from "./intent.ts";
import type { Change } from "./machine.ts";

const schema = `
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS intents (
  site TEXT NOT NULL,
  key TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('claimed', 'sent', 'unknown', 'created', 'rejected', 'parked')),
  fingerprint TEXT NOT NULL,
  raw_body_hash TEXT NOT NULL,
  rules_version TEXT NOT NULL,
  token TEXT NOT NULL,
  secret_hash TEXT,
  payload TEXT,
  sends INTEGER NOT NULL DEFAULT 0,
  epoch INTEGER NOT NULL DEFAULT 0,
  lease_until INTEGER,
  sent_at INTEGER,
  probed_at INTEGER,
  next_probe_at INTEGER,
  sweeps INTEGER NOT NULL DEFAULT 0,
  response_status INTEGER,
  response_body TEXT,
  customer_id TEXT,
  account_number TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  PRIMARY KEY (site, key)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS intents_due ON intents (next_probe_at) WHERE next_probe_at IS NOT NULL;
CREATE INDEX IF NOT EXISTS intents_age ON intents (created_at);
CREATE TABLE IF NOT EXISTS form_tokens (
  id TEXT PRIMARY KEY, key TEXT NOT NULL, expires_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS form_tokens_expiry ON form_tokens (expires_at);
`;

const columnOf: Readonly<Record<keyof Change, string>> = {
  state: "state",
  sends: "sends",
  sentAt: "sent_at",
  probedAt: "probed_at",
  nextProbeAt: "next_probe_at",
  payload: "payload",
  responseStatus: "response_status",
  responseBody: "response_body",
  customerId: "customer_id",
  accountNumber: "account_number",
};

interface IntentRow extends SqlRow {
  readonly site: string;
  readonly key: string;
  readonly state: IntentState;
  readonly fingerprint: string;
  readonly raw_body_hash: string;
  readonly token: string;
  readonly secret_hash: string | null;
  readonly payload: string | null;
  readonly sends: number;
  readonly epoch: number;
  readonly sent_at: number | null;
  readonly probed_at: number | null;
  readonly next_probe_at: number | null;
  readonly response_status: number | null;
  readonly response_body: string | null;
  readonly customer_id: string | null;
}

function intentOf(row: IntentRow): Intent {
  return {
    site: row.site,
    key: row.key,
    state: row.state,
    fingerprint: row.fingerprint,
    rawBodyHash: row.raw_body_hash,
    token: row.token,
    secretHash: row.secret_hash,
    payload: row.payload,
    sends: row.sends,
    epoch: row.epoch,
    sentAt: row.sent_at,
    probedAt: row.probed_at,
    nextProbeAt: row.next_probe_at,
    responseStatus: row.response_status,
    responseBody: row.response_body,
    customerId: row.customer_id,
  };
}

export class IntentStore {
  readonly #storage: ObjectStorage;

  /** Refuses a database made for another number of shards: keys would be looked for in the wrong ones. */
  constructor(storage: ObjectStorage, shardCount: number) {
    this.#storage = storage;
    this.#run(schema);
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
    const { site, key, fingerprint, rawBodyHash, rulesVersion, token, secretHash, payload } = claim;
    this.#run(
      "INSERT OR IGNORE INTO intents (site, key, state, fingerprint, raw_body_hash, rules_version, token, secret_hash," +
        " payload, created_at, updated_at, next_probe_at) VALUES (?, ?, 'claimed', ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      ...[site, key, fingerprint, rawBodyHash, rulesVersion, token, secretHash, payload, now, now, now],
    );
    const intent = this.find(claim);
    if (intent === undefined) throw new Error("A claim was not stored.");
    return intent;
  }

  /** Takes the intent for a run: from now on writes of earlier runs change nothing. */
  lease({ site, key }: IntentName, now: number, leaseMs: number): Intent | undefined {
    this.#run(
      "UPDATE intents SET epoch = epoch + 1, lease_until = ? WHERE site = ? AND key = ?",
      ...[now + leaseMs, site, key],
    );
    return this.find({ site, key });
  }

  /** Writes a change of the run that holds the lease; answers undefined when another one does. */
  write({ site, key, epoch }: Intent, change: Change, now: number): Intent | undefined {
    const columns = Object.keys(change) as readonly (keyof Change)[];
    const sets = [...columns.map((name) => `${columnOf[name]} = ?`), "updated_at = ?"].join(", ");
    const values = columns.map((name) => change[name] ?? null);
    this.#run(
      `UPDATE intents SET ${sets} WHERE site = ? AND key = ? AND epoch = ?`,
      ...[...values, now, site, key, epoch],
    );
    const intent = this.find({ site, key });
    return intent?.epoch === epoch ? intent : undefined;
  }

  due(now: number, limit: number): readonly Intent[] {
    return this.#run<IntentRow>(
      "SELECT * FROM intents WHERE next_probe_at <= ? ORDER BY next_probe_at LIMIT ?",
      ...[now, limit],
    ).map(intentOf);
  }

  /** When the next intent is due; null when none is. */
  nextDue(): number | null {
    const [row] = this.#run<{ readonly at: number | null }>(
      "SELECT min(next_probe_at) AS at FROM intents WHERE next_probe_at IS NOT NULL",
    );
    return row?.at ?? null;
  }

  /** Binds a form token to the first key that uses it; answers whether `key` is that one. */
  bindFormToken(id: string, key: string, expires: number): boolean {
    this.#run("INSERT OR IGNORE INTO form_tokens VALUES (?, ?, ?)", id, key, expires);
    const [row] = this.#run<{ readonly key: string }>("SELECT key FROM form_tokens WHERE id = ?", id);
    return row?.key === key;
  }

  /** Forgets expired tokens and final intents that are older than what a browser keeps. */
  clean(now: number, retentionMs: number): void {
    this.#run("DELETE FROM form_tokens WHERE expires_at < ?", now);
    this.#run("DELETE FROM intents WHERE state IN ('created', 'rejected') AND created_at < ?", now - retentionMs);
  }
}
