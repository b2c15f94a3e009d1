// Nue's API, or what stands in for it: the only place that knows the key. Asked with fixed paths and our own tokens; of what
// a person typed only the e-mail of a contact is ever part of an address, as Nue documents it, and that is never logged.
import type { AnswerRow, ApiAnswer } from "vestibule/gateway";
import { readCapped } from "./capped.ts";
import type { Config, Slot } from "./config.ts";
import { withDeadline } from "./deadline.ts";
import { log } from "./log.ts";
import type { Fetcher } from "./platform.ts";

export interface Upstream {
  /** A create; {} when no answer came. What it means is the core's to say. */
  send(payload: string): Promise<ApiAnswer>;
  /** The customers whose slot holds the token. */
  probe(token: string): Promise<ApiAnswer>;
  /** A create of a contact under a customer. */
  sendContact(owner: string, payload: string, email: string): Promise<ApiAnswer>;
  /** The contacts that have the e-mail, each marked with its customer. */
  findContact(email: string): Promise<ApiAnswer>;
  /** The contacts of a customer that have the e-mail of this one, itself among them. */
  likeContact(owner: string, contactId: string): Promise<ApiAnswer>;
  /** Whether there is a customer, or a contact, with this id; undefined when no answer says so. */
  knows(kind: "customers" | "contacts", id: string): Promise<boolean | undefined>;
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

/** What of a record says whose it is. */
type Mark = (row: Members) => unknown;

function markOfSlot(slot: Slot): Mark {
  return (row) => (slot.kind === "none" ? undefined : row[slot.field]);
}

function isEmail(value: unknown, email: string): boolean {
  return typeof value === "string" && value.normalize().toLowerCase() === email.normalize().toLowerCase();
}

/** A contact's customer, where it is the contact that was asked for. */
function markOfContact(email: string): Mark {
  return (row) => (isEmail(row["email"], email) ? row["customerId"] : undefined);
}

/** One record as the core takes it; a text that is longer than any of ours counts as not there. */
function rowOf(row: Members, mark: Mark): AnswerRow {
  const texts = [...rowMembers.map((name) => [name, row[name]] as const), ["mark", mark(row)] as const];
  return Object.fromEntries(texts.filter(([, value]) => typeof value === "string" && fits(value)));
}

function fits({ length }: string): boolean {
  return length > 0 && length <= maxText;
}

function factsOf(answer: Answer | undefined, mark: Mark): ApiAnswer {
  if (answer === undefined) return {};
  const { status, body, retryAfter } = answer;
  const rows = rowsOf(answer);
  const success = rows?.every(isMembers) ?? false;
  return {
    status,
    ...(body === undefined ? {} : { readable: true }),
    ...(success && rows !== undefined ? { success, rows: rows.filter(isMembers).map((row) => rowOf(row, mark)) } : {}),
    ...(retryAfter === null ? {} : { retryAfter }),
  };
}

export function makeUpstream(config: Config, key: string, service: Fetcher): Upstream {
  async function ask(path: string, init: RequestInit): Promise<Answer | undefined> {
    const started = Date.now();
    const route = path.replace(/\?.*/, "").replace(/^(\/customers|\/contacts)\/[^/]+/, "$1/{id}");
    const method = init.method ?? "GET";
    try {
      const { response, bytes } = await withDeadline(config.times.upstreamMs, async (signal) => {
        const response = await service.fetch(config.upstream + path, {
          ...init,
          headers: { "nue-api-key": key, accept: "application/json", "content-type": "application/json" },
          redirect: "manual",
          signal,
        });
        return { response, bytes: await readCapped(response, maxAnswer) };
      });
      const { status, headers } = response;
      const body = parseObject(bytes);
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

  const mark = markOfSlot(config.slot);
  return {
    async send(payload) {
      return factsOf(await ask("/customers", { method: "POST", body: payload }), mark);
    },
    async probe(token) {
      if (config.slot.kind === "none") return {};
      const query = new URLSearchParams({ [config.slot.field]: token });
      return factsOf(await ask(`/customers?${query}`, { method: "GET" }), mark);
    },
    async sendContact(owner, payload, email) {
      const answer = await ask(`/customers/${owner}/contacts`, { method: "POST", body: payload });
      return factsOf(answer, markOfContact(email));
    },
    async findContact(email) {
      const query = new URLSearchParams({ emails: JSON.stringify([email]) });
      return factsOf(await ask(`/contacts?${query}`, { method: "GET" }), markOfContact(email));
    },
    async likeContact(owner, contactId) {
      const query = new URLSearchParams({ limit: "500" });
      const answer = await ask(`/customers/${owner}/contacts?${query}`, { method: "GET" });
      const all = answer === undefined ? [] : (rowsOf(answer) ?? []).filter(isMembers);
      const own = all.find(({ id }: Members & { readonly id?: unknown }) => id === contactId)?.["email"];
      const facts = factsOf(answer, markOfContact(typeof own === "string" ? own : ""));
      // The others have e-mails of their own, and are none of ours.
      return facts.rows === undefined ? facts : { ...facts, rows: facts.rows.filter(({ mark }) => mark !== undefined) };
    },
    async knows(kind, id) {
      const answer = await ask(`/${kind}/${id}`, { method: "GET" });
      if (answer === undefined) return undefined;
      if (answer.status === 404) return false;
      return rowsOf(answer)?.some((row) => isMembers(row) && row["id"] === id);
    },
    ask,
    async read(path, parameters) {
      const answer = await ask(`${path}?${new URLSearchParams(parameters)}`, { method: "GET" });
      const rows = answer === undefined ? undefined : rowsOf(answer);
      return rows?.every(isMembers) ? rows : undefined;
    },
  };
}
