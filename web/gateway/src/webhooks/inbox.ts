// Webhooks that have come, in the database of the control object: on the disk before the sender is told, each once, and
// worked off in their order. A row holds ids and names of events, nothing of a customer.
import { askEveryShard } from "../intents/client.ts";
import { log } from "../log.ts";
import { count } from "../metrics/registry.ts";
import type { Environment, ObjectState, SqlRow } from "../platform.ts";
import type { Message } from "./message.ts";

/** queued: not worked off. ours, others: by whose customer it was. older: a newer one came first. ignored: nothing to do. */
type InboxState = "queued" | "ours" | "others" | "older" | "ignored";

const schema = `
CREATE TABLE IF NOT EXISTS webhooks (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  event TEXT NOT NULL,
  customer_id TEXT,
  sequence INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  state TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS webhooks_queued ON webhooks (number) WHERE state = 'queued';
CREATE INDEX IF NOT EXISTS webhooks_newest ON webhooks (customer_id, sequence);
`;

/** A repeated message is known for so long; senders give up within hours. */
const retentionMs = 7 * 24 * 60 * 60 * 1000;
const againMs = 5000;
const batch = 100;

interface InboxRow extends SqlRow {
  readonly number: number;
  readonly event: string;
  readonly customer_id: string | null;
  readonly sequence: number;
}

export class Inbox {
  readonly #state: ObjectState;
  readonly #env: Environment;
  #working = false;

  constructor(state: ObjectState, env: Environment) {
    this.#state = state;
    this.#env = env;
    state.storage.sql.exec(schema);
  }

  /** Done once the message is on the disk. */
  async take({ id, event, customerId, sequence }: Message, now: number): Promise<void> {
    const { storage } = this.#state;
    const state: InboxState = event === "other" || customerId === null ? "ignored" : "queued";
    const { rowsWritten } = storage.sql.exec(
      "INSERT OR IGNORE INTO webhooks (id, event, customer_id, sequence, received_at, state) VALUES (?, ?, ?, ?, ?, ?)",
      ...[id, event, customerId, sequence, now, state],
    );
    count("vestibule_webhooks", { event, outcome: rowsWritten === 0 ? "repeated" : state });
    if (rowsWritten === 0 || state !== "queued") return;
    // Should this process die, the alarm comes back to it.
    if ((await storage.getAlarm()) === null) await storage.setAlarm(now + againMs);
    await storage.sync();
    this.#state.waitUntil(this.work());
  }

  /** Works off what is queued. */
  async work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    try {
      for (let rows = this.#queued(); rows.length > 0; rows = this.#queued()) {
        for (const row of rows) this.#settle(row, await this.#hint(row));
      }
    } catch {
      log({ event: "failure", why: "A webhook could not be worked off yet." });
    } finally {
      this.#working = false;
    }
  }

  async alarm(now: number): Promise<void> {
    await this.work();
    this.#state.storage.sql.exec("DELETE FROM webhooks WHERE received_at < ? AND state <> 'queued'", now - retentionMs);
    if (this.#queued().length > 0) await this.#state.storage.setAlarm(now + againMs);
  }

  #queued(): readonly InboxRow[] {
    const query = "SELECT * FROM webhooks WHERE state = 'queued' ORDER BY number LIMIT ?";
    return this.#state.storage.sql.exec<InboxRow>(query, batch).toArray();
  }

  /** Whatever happened, the customer is read again when somebody asks. A hint that is not newer says nothing more. */
  async #hint({ customer_id: customerId, sequence }: InboxRow): Promise<InboxState> {
    if (customerId === null) return "ignored";
    const newest = "SELECT 1 FROM webhooks WHERE customer_id = ? AND sequence >= ? AND state IN ('ours', 'others')";
    const isOld = this.#state.storage.sql.exec(newest, customerId, sequence).toArray().length > 0;
    if (isOld && sequence > 0) return "older";
    const heard = await askEveryShard<boolean>(this.#env.INTENTS, { question: "hint", customerId });
    return heard.includes(true) ? "ours" : "others";
  }

  #settle({ number, event }: InboxRow, state: InboxState): void {
    this.#state.storage.sql.exec("UPDATE webhooks SET state = ? WHERE number = ?", state, number);
    count("vestibule_webhooks", { event, outcome: state });
  }
}
