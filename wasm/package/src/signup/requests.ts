// The three requests of a sign-up, over fetch. Whatever goes wrong on the way is an answer too: none.
import { type Answer, noAnswer, readAnswer } from "./answer.ts";

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Longer than the gateway itself waits, so that its answer is heard. */
const timeoutMs = 20_000;

export interface Requests {
  /** The token, or the answer there was instead. */
  token(signal: AbortSignal): Promise<string | Answer>;
  post(key: string, body: string, signal: AbortSignal): Promise<Answer>;
  ask(key: string, secret: string, signal: AbortSignal): Promise<Answer>;
}

interface Sent {
  readonly path: string;
  readonly init: RequestInit;
  readonly signal: AbortSignal;
}

function readToken(text: string): string | undefined {
  try {
    const { token } = JSON.parse(text);
    return typeof token === "string" && token !== "" ? token : undefined;
  } catch {
    return undefined;
  }
}

export function makeRequests(endpoint: string, fetch: Fetch, now: () => number): Requests {
  async function request<Result>({ path, init, signal }: Sent, read: (response: Response, text: string) => Result) {
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

  function answerOf({ status, headers }: Response, text: string, asked: boolean): Answer {
    return readAnswer({ status, retryAfter: headers.get("retry-after"), text }, asked, now());
  }

  return {
    token: (signal) =>
      request<string | Answer>({ path: "/form-token", init: {}, signal }, (response, text) => {
        const token = response.ok ? readToken(text) : undefined;
        // Nothing has been sent yet, so nothing is refused: asked for again like any lost answer.
        const answer = answerOf(response, text, true);
        return token ?? (answer.kind === "failed" ? answer : noAnswer);
      }),
    post: (key, body, signal) => {
      const headers = { "content-type": "application/json", "idempotency-key": key };
      const init = { method: "POST", headers, body };
      return request({ path: "/signups", init, signal }, (response, text) => answerOf(response, text, false));
    },
    ask: (key, secret, signal) => {
      const init = { headers: { "signup-secret": secret } };
      return request({ path: `/signups/${key}`, init, signal }, (response, text) => answerOf(response, text, true));
    },
  };
}
