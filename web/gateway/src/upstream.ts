// Nue's API, or what stands in for it: the only place that knows the key. Asked with fixed paths and our own tokens;
// nothing a person typed is ever part of an address.
import type { Config, Slot } from "./config.ts";
import { log } from "./log.ts";
import type { Fetcher } from "./platform.ts";

export interface UpstreamRecord {
  readonly id: string;
  readonly accountNumber: string | null;
  readonly externalId: string | null;
  readonly createdDate: string;
}

/** What a create came to. Anything that does not say otherwise for certain is ambiguous. */
export type SendOutcome =
  | { readonly kind: "created"; readonly record: UpstreamRecord }
  | { readonly kind: "refused" }
  | { readonly kind: "not_executed"; readonly waitMs: number }
  | { readonly kind: "ambiguous" };

export type ProbeOutcome =
  | { readonly kind: "found"; readonly records: readonly UpstreamRecord[] }
  | { readonly kind: "absent" }
  | { readonly kind: "unanswered" }
  /** The filter is refused or ignored, so its answer proves nothing. */
  | { readonly kind: "not_filterable" };

export interface Upstream {
  send(payload: string, token: string): Promise<SendOutcome>;
  probe(token: string): Promise<ProbeOutcome>;
  /** Any other request, by a path of our own making; undefined when no answer came. */
  ask(path: string, init: RequestInit): Promise<Answer | undefined>;
  /** The rows of a read; undefined when there was no answer that holds any. */
  read(path: string, parameters: Readonly<Record<string, string>>): Promise<readonly object[] | undefined>;
}

const maxAnswer = 4 * 1024 * 1024;
const longestRetryAfter = 300;
const refusals: ReadonlySet<number> = new Set([400, 401, 403, 404, 405, 413, 415, 422]);

type Members = Readonly<Record<string, unknown>>;

/** An answer of the API as it came. */
export interface Answer {
  readonly status: number;
  readonly retryAfter: string | null;
  /** undefined: not a JSON object, cut, or too large. */
  readonly body: Members | undefined;
}

function isMembers(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

async function readCapped(response: Response): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxAnswer) return undefined;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function parseObject(bytes: Uint8Array | undefined): Members | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return isMembers(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** RFC 9110 10.2.3: seconds or a date; anything else counts as not sent. Milliseconds. */
export function readRetryAfter(text: string | null, now: number): number {
  if (text === null) return 1000;
  const seconds = /^\d{1,12}$/.test(text) ? Number(text) : (Date.parse(text) - now) / 1000;
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, longestRetryAfter) * 1000 : 1000;
}

function textOrNull(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** One record of an answer; undefined when it is none we would show or bind. */
function readRecord(value: unknown): UpstreamRecord | undefined {
  if (!isMembers(value)) return undefined;
  const { id, accountNumber, externalId, createdDate } = value as Partial<Record<keyof UpstreamRecord, unknown>>;
  if (typeof id !== "string" || !/^[A-Za-z0-9-]{1,64}$/.test(id)) return undefined;
  const number = textOrNull(accountNumber);
  return {
    id,
    accountNumber: number !== null && number.length <= 40 ? number : null,
    externalId: textOrNull(externalId),
    createdDate: textOrNull(createdDate) ?? "",
  };
}

function rowsOf({ status, body }: Answer): readonly unknown[] | undefined {
  if (status < 200 || status > 299 || body === undefined) return undefined;
  const { status: told, data } = body as { readonly status?: unknown; readonly data?: unknown };
  return typeof told === "string" && told.toUpperCase() === "SUCCESS" && Array.isArray(data) ? data : undefined;
}

function carries(slot: Slot, row: unknown, token: string): boolean {
  return slot.kind === "field" && isMembers(row) && row[slot.field] === token;
}

function judgeSend(answer: Answer, slot: Slot, token: string, now: number): SendOutcome {
  const { status, body, retryAfter } = answer;
  const rows = rowsOf(answer);
  if (rows !== undefined) {
    const record = readRecord(rows[0]);
    const isOurs = rows.length === 1 && (slot.kind === "none" || carries(slot, rows[0], token));
    return record !== undefined && isOurs ? { kind: "created", record } : { kind: "ambiguous" };
  }
  if (status === 429) return { kind: "not_executed", waitMs: readRetryAfter(retryAfter, now) };
  // A redirect is never followed: the key would go with it.
  if ((status >= 300 && status < 400) || (refusals.has(status) && body !== undefined)) return { kind: "refused" };
  return { kind: "ambiguous" };
}

function judgeProbe(answer: Answer, slot: Slot, token: string): ProbeOutcome {
  const rows = rowsOf(answer);
  if (rows === undefined) return { kind: answer.status === 400 ? "not_filterable" : "unanswered" };
  if (rows.length === 0) return { kind: "absent" };
  if (!rows.every((row) => carries(slot, row, token))) return { kind: "not_filterable" };
  const records = rows.map(readRecord).filter((record) => record !== undefined);
  return records.length === rows.length ? { kind: "found", records } : { kind: "unanswered" };
}

export function makeUpstream(config: Config, key: string, service: Fetcher): Upstream {
  async function ask(path: string, init: RequestInit): Promise<Answer | undefined> {
    const started = Date.now();
    const route = path.replace(/\?.*/, "").replace(/^\/customers\/.*/, "/customers/{id}");
    const method = init.method ?? "GET";
    try {
      const response = await service.fetch(config.upstream + path, {
        ...init,
        headers: { "nue-api-key": key, accept: "application/json", "content-type": "application/json" },
        redirect: "manual",
        signal: AbortSignal.timeout(config.times.upstreamMs),
      });
      const { status, headers } = response;
      const body = parseObject(await readCapped(response));
      log({ event: "upstream", method, route, status, ms: Date.now() - started });
      if (status === 401 || status === 403 || (status >= 300 && status < 400)) {
        log({ event: "alarm", status, why: "The upstream did not take the key, or redirects." });
      }
      return { status, body, retryAfter: headers.get("retry-after") };
    } catch {
      log({ event: "upstream", method, route, ms: Date.now() - started, why: "No answer." });
      return undefined;
    }
  }

  return {
    async send(payload, token) {
      const answer = await ask("/customers", { method: "POST", body: payload });
      return answer === undefined ? { kind: "ambiguous" } : judgeSend(answer, config.slot, token, Date.now());
    },
    async probe(token) {
      if (config.slot.kind === "none") return { kind: "not_filterable" };
      const answer = await ask(`/customers?${new URLSearchParams({ [config.slot.field]: token })}`, { method: "GET" });
      return answer === undefined ? { kind: "unanswered" } : judgeProbe(answer, config.slot, token);
    },
    ask,
    async read(path, parameters) {
      const answer = await ask(`${path}?${new URLSearchParams(parameters)}`, { method: "GET" });
      const rows = answer === undefined ? undefined : rowsOf(answer);
      return rows?.every(isMembers) ? rows : undefined;
    },
  };
}
