// Nue's API, or what stands in for it: the only place that knows the key. Asked with fixed paths and our own tokens;
// nothing a person typed is ever part of an address.
import type { AnswerRow, ApiAnswer } from "vestibule/gateway";
import type { Config, Slot } from "./config.ts";
import { log } from "./log.ts";
import type { Fetcher } from "./platform.ts";

export interface Upstream {
  /** A create; {} when no answer came. What it means is the core's to say. */
  send(payload: string): Promise<ApiAnswer>;
  /** The customers whose slot holds the token. */
  probe(token: string): Promise<ApiAnswer>;
  /** Any other request, by a path of our own making; undefined when no answer came. */
  ask(path: string, init: RequestInit): Promise<Answer | undefined>;
  /** The rows of a read; undefined when there was no answer that holds any. */
  read(path: string, parameters: Readonly<Record<string, string>>): Promise<readonly object[] | undefined>;
}

const maxAnswer = 4 * 1024 * 1024;
const maxText = 256;

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

function rowsOf({ status, body }: Answer): readonly unknown[] | undefined {
  if (status < 200 || status > 299 || body === undefined) return undefined;
  const { status: told, data } = body as { readonly status?: unknown; readonly data?: unknown };
  return typeof told === "string" && told.toUpperCase() === "SUCCESS" && Array.isArray(data) ? data : undefined;
}

const rowMembers = ["id", "accountNumber", "externalId", "createdDate"] as const;

/** One record as the core takes it; a text that is longer than any of ours counts as not there. */
function rowOf(row: Members, slot: Slot): AnswerRow {
  const names = new Map<keyof AnswerRow, string>(rowMembers.map((name) => [name, name]));
  if (slot.kind === "field") names.set("mark", slot.field);
  const texts = [...names].map(([member, name]) => [member, row[name]] as const);
  return Object.fromEntries(texts.filter(([, value]) => typeof value === "string" && fits(value)));
}

function fits({ length }: string): boolean {
  return length > 0 && length <= maxText;
}

function factsOf(answer: Answer | undefined, slot: Slot): ApiAnswer {
  if (answer === undefined) return {};
  const { status, body, retryAfter } = answer;
  const rows = rowsOf(answer);
  const success = rows?.every(isMembers) ?? false;
  return {
    status,
    ...(body === undefined ? {} : { readable: true }),
    ...(success && rows !== undefined ? { success, rows: rows.filter(isMembers).map((row) => rowOf(row, slot)) } : {}),
    ...(retryAfter === null ? {} : { retryAfter }),
  };
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
      if (method !== "POST" && (status === 401 || status === 403)) {
        log({ event: "alarm", status, why: "The upstream did not take the key." });
      }
      return { status, body, retryAfter: headers.get("retry-after") };
    } catch {
      log({ event: "upstream", method, route, ms: Date.now() - started, why: "No answer." });
      return undefined;
    }
  }

  return {
    async send(payload) {
      return factsOf(await ask("/customers", { method: "POST", body: payload }), config.slot);
    },
    async probe(token) {
      if (config.slot.kind === "none") return {};
      const query = new URLSearchParams({ [config.slot.field]: token });
      return factsOf(await ask(`/customers?${query}`, { method: "GET" }), config.slot);
    },
    ask,
    async read(path, parameters) {
      const answer = await ask(`${path}?${new URLSearchParams(parameters)}`, { method: "GET" });
      const rows = answer === undefined ? undefined : rowsOf(answer);
      return rows?.every(isMembers) ? rows : undefined;
    },
  };
}
