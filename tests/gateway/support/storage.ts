// The storage of a Durable Object over Node's SQLite, for parts of the gateway that are tested without workerd.
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import type { ObjectStorage, SqlRow } from "../../../web/gateway/src/platform.ts";

export interface MemoryStorage extends ObjectStorage {
  /** How many rows were written. */
  readonly written: number;
  /** From now on statements that match fail, as on a disk that is full; undefined ends that. */
  fail(statements: RegExp | undefined): void;
}

export function memoryStorage(): MemoryStorage {
  const database = new DatabaseSync(":memory:");
  let alarm: number | null = null;
  let written = 0;
  let failing: RegExp | undefined;

  function run<Row>(query: string, values: readonly SQLInputValue[]): { rows: readonly Row[]; rowsWritten: number } {
    if (failing?.test(query)) throw new Error("disk full");
    // Several statements, as those that make the tables.
    if (values.length === 0 && /;\s*\S/.test(query)) {
      database.exec(query);
      return { rows: [], rowsWritten: 0 };
    }
    const statement = database.prepare(query);
    if (statement.columns().length > 0)
      return { rows: statement.all(...values) as unknown as readonly Row[], rowsWritten: 0 };
    const rowsWritten = Number(statement.run(...values).changes);
    written += rowsWritten;
    return { rows: [], rowsWritten };
  }

  return {
    get written() {
      return written;
    },
    fail: (statements) => {
      failing = statements;
    },
    sql: {
      exec: <Row extends SqlRow>(query: string, ...values: readonly SQLInputValue[]) => {
        const { rows, rowsWritten } = run<Row>(query, values);
        return { toArray: () => rows, rowsWritten };
      },
    },
    transactionSync: (work) => {
      database.exec("BEGIN");
      try {
        const result = work();
        database.exec("COMMIT");
        return result;
      } catch (error) {
        database.exec("ROLLBACK");
        throw error;
      }
    },
    sync: async () => {},
    getAlarm: async () => alarm,
    setAlarm: async (time) => {
      alarm = time;
    },
  };
}
