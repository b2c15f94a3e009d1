// The parts of workerd this gateway uses beside the standard Web APIs. Everything else comes from the platform's types.

/** A service that is fetched from: the upstream, the folder of pages, an object of a namespace. */
export interface Fetcher {
  fetch(address: string, init?: RequestInit): Promise<Response>;
}

export interface ObjectNamespace {
  idFromName(name: string): object;
  get(id: object): Fetcher;
}

export type SqlValue = string | number | null;
export type SqlRow = Readonly<Record<string, SqlValue>>;

export interface SqlCursor<Row> {
  toArray(): readonly Row[];
  readonly rowsWritten: number;
}

export interface ObjectStorage {
  readonly sql: { exec<Row extends SqlRow>(query: string, ...values: readonly SqlValue[]): SqlCursor<Row> };
  transactionSync<Result>(work: () => Result): Result;
  /** Done once everything written so far is on the disk. */
  sync(): Promise<void>;
  getAlarm(): Promise<number | null>;
  setAlarm(time: number): Promise<void>;
}

export interface ObjectState {
  readonly storage: ObjectStorage;
  blockConcurrencyWhile<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Lets the work end although nobody waits for it any more. */
  waitUntil(work: Promise<unknown>): void;
}

/** What an event of the worker is given beside its request. */
export interface WorkerContext {
  /** Lets the work end although nobody waits for it any more. */
  waitUntil(work: Promise<unknown>): void;
}

/** What workerd/config.ts binds. */
export interface Environment {
  /** The configuration: a JSON binding, so an object already. */
  readonly CONFIG: unknown;
  readonly NUE_API_KEY: string | null | undefined;
  readonly FORM_SECRET: string | null | undefined;
  /** Without one nobody operates this gateway but over the operator's port. */
  readonly OPERATOR_SECRET: string | null | undefined;
  /** Standard Webhooks: "whsec_" and base64. Without one no webhooks are taken. */
  readonly WEBHOOK_SECRET: string | null | undefined;
  /** Of the challenge service; needed where the configuration names one. */
  readonly CHALLENGE_SECRET: string | null | undefined;
  readonly UPSTREAM: Fetcher;
  readonly CHALLENGE: Fetcher;
  readonly PAGES: Fetcher;
  readonly INTENTS: ObjectNamespace;
  readonly CONTROL: ObjectNamespace;
}
