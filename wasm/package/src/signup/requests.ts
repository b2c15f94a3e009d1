// The three requests of a sign-up, over fetch. Whatever goes wrong on the way is an answer too: none.
import { type Answer, noAnswer, readAnswer } from "./answer.ts";
import type { Standing } from "./follow.ts";
import type { Submission } from "./state.ts";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Longer than the gateway itself waits, so that its answer is heard. */
const timeoutMs = 20_000;

export interface Requests {
  /** The token, or the answer there was instead. */
  token(signal: AbortSignal): Promise<string | Answer>;
  post(key: string, body: string, signal: AbortSignal): Promise<Answer>;
  ask(key: string, secret: string, signal: AbortSignal): Promise<Answer>;
  /** How far the customer has come; undefined without an answer that says so. */
  standing(key: string, secret: string, signal: AbortSignal): Promise<Standing | undefined>;
}

interface Sent {
  readonly path: string;
  readonly init: RequestInit;
  readonly signal: AbortSignal;
}

/** The body of a post: the same bytes for the same values. */
export function writeBody(
  { customer, contact, trap, locale, rules }: Submission,
  token: string,
  secret: string,
): string {
  return JSON.stringify({ v: 1, customer, contact, form: { token, secret, trap, locale, rules } });
}

function readStanding(text: string): Standing | undefined {
  try {
    const { v, stage, link } = JSON.parse(text);
    return v === 1 && typeof stage === "string" && typeof link === "string" ? { stage, link } : undefined;
  } catch {
    return undefined;
  }
}

function readToken(text: string): string | undefined {
  try {
    const { token } = JSON.parse(text);
    return typeof token === "string" && token !== "" ? token : undefined;
  } catch {
    return undefined;
  }
}

/** Whoever embeds the form finds out by this alone: to the person it is an outage that passes. */
function warnOfStranger(url: string, { status, problem }: Answer): void {
  if (status === 0 || status >= 500 || problem.code !== "") return;
  // biome-ignore lint/suspicious/noConsole: see above
  console.warn(
    `vestibule: ${url} answered ${status}, but not as its gateway does. Is "endpoint" where the gateway's API is?`,
  );
}

export function makeRequests(endpoint: string, fetch: Fetch, now: () => number): Requests {
  async function request<Result>(
    { path, init, signal }: Sent,
    read: (response: Response, text: string) => Result,
  ): Promise<Result | Answer> {
    const ended = new AbortController();
    const end = (): void => ended.abort();
    const timer = setTimeout(end, timeoutMs);
    signal.addEventListener("abort", end);
    try {
      // A redirect would be followed by a different request than the one that was made.
      const whole: RequestInit = { ...init, cache: "no-store", redirect: "error", signal: ended.signal };
      const response = await fetch(endpoint + path, whole);
      return read(response, await response.text());
    } catch {
      return noAnswer;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
    }
  }

  function answerOf({ status, headers }: Response, text: string): Answer {
    return readAnswer({ status, retryAfter: headers.get("retry-after"), text }, now());
  }

  return {
    token: (signal) =>
      request({ path: "/form-token", init: {}, signal }, (response, text) => {
        const token = response.ok ? readToken(text) : undefined;
        if (token !== undefined) return token;
        const answer = answerOf(response, text);
        warnOfStranger(`${endpoint}/form-token`, answer);
        return answer;
      }),
    post: (key, body, signal) => {
      const headers = { "content-type": "application/json", "idempotency-key": key };
      return request({ path: "/signups", init: { method: "POST", headers, body }, signal }, answerOf);
    },
    ask: (key, secret, signal) =>
      request({ path: `/signups/${key}`, init: { headers: { "signup-secret": secret } }, signal }, answerOf),
    standing: async (key, secret, signal) => {
      const init = { headers: { "signup-secret": secret } };
      const standing = await request({ path: `/signups/${key}/status`, init, signal }, ({ ok }, text) => {
        return ok ? readStanding(text) : undefined;
      });
      return standing !== undefined && "stage" in standing ? standing : undefined;
    },
  };
}
