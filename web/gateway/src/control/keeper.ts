// What the control object knows, in its database: Cloudflare ends an object that is quiet for ten seconds, and what the API
// asked for, and what was counted, is to outlive that. Written when it has changed, and once for many changes.
import { log } from "../log.ts";
import type { ObjectStorage, SqlRow } from "../platform.ts";

/** After the last change; well before a quiet object is ended. */
const quietMs = 3000;
/** After the first change, however many follow. */
const longestMs = 30_000;

interface KeptRow extends SqlRow {
  readonly value: string;
}

export class Keeper {
  readonly #storage: ObjectStorage;
  readonly #current: () => Readonly<Record<string, string>>;
  readonly #written = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changedAt: number | undefined;

  /** `current`: what is to be kept, by name. */
  constructor(storage: ObjectStorage, current: () => Readonly<Record<string, string>>) {
    this.#storage = storage;
    this.#current = current;
    storage.sql.exec("CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
  }

  /** What was kept; undefined where nothing was. */
  read(name: string): string | undefined {
    const query = "SELECT value FROM kept WHERE name = ?";
    const [row] = this.#storage.sql.exec<KeptRow>(query, name).toArray();
    if (row !== undefined) this.#written.set(name, row.value);
    return row?.value;
  }

  /** Something has changed: it is written once no more comes for a while. */
  changed(now: number): void {
    this.#changedAt ??= now;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(quietMs, this.#changedAt + longestMs - now));
    this.#timer = setTimeout(() => this.write(), wait);
  }

  /** Writes what is not yet written as it is. Where the store takes nothing, the next change tries again. */
  write(): void {
    clearTimeout(this.#timer);
    this.#changedAt = undefined;
    try {
      this.#writeChanged();
    } catch {
      log({ event: "failure", why: "What the control object knows could not be kept." });
    }
  }

  #writeChanged(): void {
    for (const [name, value] of Object.entries(this.#current())) {
      if (this.#written.get(name) === value) continue;
      this.#storage.sql.exec("INSERT OR REPLACE INTO kept VALUES (?, ?)", name, value);
      this.#written.set(name, value);
    }
  }
}
