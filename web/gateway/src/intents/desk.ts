// What people settle: sign-ups that wait for a person, records that nobody is bound to, and an account of what was done
// about them. In the database of the shard, so that a relink and its entry are one transaction.
import type { IntentPolicy, IntentState } from "vestibule/gateway";
import { intents } from "../core.ts";
import { sha256Hex } from "../digest.ts";
import { randomBits } from "../limits/pressure.ts";
import type { ObjectStorage, SqlRow, SqlValue } from "../platform.ts";
import { signupKey } from "./contacts.ts";
import type { AuditEntry, Decision, DeskCounts, DeskState, ListedIntent, RelinkAnswer } from "./desk-types.ts";
import type { Intent } from "./intent.ts";
import type { IntentStore } from "./store.ts";

const schema = `
CREATE INDEX IF NOT EXISTS intents_parked ON intents (updated_at) WHERE state = 'parked';
CREATE INDEX IF NOT EXISTS intents_surplus ON intents (updated_at) WHERE instr(machine, '"surplus"') > 0;
CREATE INDEX IF NOT EXISTS intents_customer ON intents (customer_id) WHERE customer_id IS NOT NULL;
CREATE TABLE IF NOT EXISTS audit (
  sequence INTEGER PRIMARY KEY,
  time INTEGER NOT NULL,
  who TEXT NOT NULL,
  what TEXT NOT NULL,
  why TEXT NOT NULL,
  site TEXT NOT NULL,
  key_hash TEXT NOT NULL,
  customer_id TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS audit_settled ON audit (customer_id) WHERE what = 'settle';
CREATE TRIGGER IF NOT EXISTS audit_kept BEFORE DELETE ON audit BEGIN
  SELECT RAISE(ABORT, 'The audit is append-only.');
END;
CREATE TRIGGER IF NOT EXISTS audit_fixed BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'The audit is append-only.');
END;
`;

const isOf: Readonly<Record<DeskState, string>> = {
  parked: "state = 'parked'",
  // The first condition is the index's.
  surplus: `instr(machine, '"surplus"') > 0 AND EXISTS (SELECT 1 FROM json_each(machine, '$.surplus') AS record
    WHERE record.value NOT IN (SELECT customer_id FROM audit WHERE what = 'settle'))`,
};
const mostListed = 200;

interface ListRow extends SqlRow {
  readonly site: string;
  readonly key: string;
  readonly state: string;
  readonly machine: string;
  readonly created_at: number;
  readonly updated_at: number;
}

export class Desk {
  readonly #storage: ObjectStorage;
  readonly #store: IntentStore;

  constructor(storage: ObjectStorage, store: IntentStore) {
    this.#storage = storage;
    this.#store = store;
    this.#run(schema);
  }

  #run<Row extends SqlRow>(query: string, ...values: readonly SqlValue[]): readonly Row[] {
    return this.#storage.sql.exec<Row>(query, ...values).toArray();
  }

  findParked(hash: string): Promise<Intent | undefined> {
    return this.#find("parked", hash);
  }

  async #find(state: DeskState, hash: string): Promise<Intent | undefined> {
    for (const row of this.#run<ListRow>(`SELECT * FROM intents WHERE ${isOf[state]}`)) {
      if ((await sha256Hex(row.key)) === hash) return this.#store.find({ site: row.site, key: row.key });
    }
    return undefined;
  }

  async list(state: DeskState, now: number): Promise<readonly ListedIntent[]> {
    const query = `SELECT * FROM intents WHERE ${isOf[state]} ORDER BY updated_at LIMIT ?`;
    return Promise.all(
      this.#run<ListRow>(query, mostListed).map(async (row) => {
        const { owner, customerId, surplus = [], sends = 0 }: IntentState = JSON.parse(row.machine);
        return {
          hash: await sha256Hex(row.key),
          of: owner === undefined ? "customer" : "contact",
          signup: await sha256Hex(signupKey(row.key)),
          site: row.site,
          state: row.state,
          ageSeconds: Math.round((now - row.created_at) / 1000),
          restsSeconds: Math.round((now - row.updated_at) / 1000),
          sends,
          customerId: owner ?? customerId ?? null,
          surplus: surplus.filter((id) => !this.#isSettled(id)),
        };
      }),
    );
  }

  counts(): DeskCounts {
    const counts: Record<string, number> = { claimed: 0, sent: 0, unknown: 0 };
    const open = "due_at IS NOT NULL AND state IN ('claimed', 'sent', 'unknown')";
    for (const { state, count } of this.#run<{ readonly state: string; readonly count: number }>(
      `SELECT state, count(*) AS count FROM intents WHERE ${open} GROUP BY state`,
    )) {
      counts[state] = count;
    }
    for (const state of ["parked", "surplus"] as const) {
      const [row] = this.#run<{ readonly count: number }>(`SELECT count(*) AS count FROM intents WHERE ${isOf[state]}`);
      counts[state] = row?.count ?? 0;
    }
    return counts;
  }

  /** The only way in which a person binds a sign-up to a customer (C7). */
  async relink({ hash, customerId, who, why }: Decision, policy: IntentPolicy, now: number): Promise<RelinkAnswer> {
    const intent = await this.findParked(hash);
    if (intent === undefined) return { kind: "not_parked" };
    return this.#storage.transactionSync(() => {
      if (!this.#bindByPerson(intent, customerId, policy, now)) return { kind: "not_parked" };
      this.#note("relink", intent.site, { hash, customerId, who, why }, now);
      return { kind: "relinked" };
    });
  }

  /** A person has dealt with a surplus record of a sign-up: it is listed no more. Answers whether it was. */
  async settle(decision: Decision, now: number): Promise<boolean> {
    const intent = await this.#find("surplus", decision.hash);
    const { customerId } = decision;
    if (!intent?.machine.surplus?.includes(customerId) || this.#isSettled(customerId)) return false;
    this.#note("settle", intent.site, decision, now);
    return true;
  }

  #isSettled(customerId: string): boolean {
    return this.#run("SELECT 1 FROM audit WHERE what = 'settle' AND customer_id = ?", customerId).length > 0;
  }

  #note(what: "relink" | "settle", site: string, { hash, customerId, who, why }: Decision, now: number): void {
    this.#run(
      "INSERT INTO audit (time, who, what, why, site, key_hash, customer_id) VALUES (?, ?, ?, ?, ?, ?, ?)",
      ...[now, who, what, why, site, hash, customerId],
    );
  }

  #bindByPerson(intent: Intent, customerId: string, policy: IntentPolicy, now: number): boolean {
    const step = intents.step(intent.machine, { event: "relinked", customerId, now, random: randomBits() }, policy);
    return step.outcome === "applied" && this.#store.write(intent, step.intent, now, "parked") !== undefined;
  }

  isRelinked(site: string, hash: string): boolean {
    const query = "SELECT 1 FROM audit WHERE what = 'relink' AND site = ? AND key_hash = ?";
    return this.#run(query, site, hash).length > 0;
  }

  audit(): readonly AuditEntry[] {
    return this.#run<AuditEntry & SqlRow>(
      "SELECT time, who, what, why, site, key_hash AS hash, customer_id AS customerId FROM audit ORDER BY sequence",
    );
  }

  hasCustomer(customerId: string): boolean {
    return this.#run("SELECT 1 FROM intents WHERE customer_id = ? LIMIT 1", customerId).length > 0;
  }
}
