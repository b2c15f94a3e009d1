// What an answer of the gateway means for the sign-up: by its status first, then by its code, never by its words.
import type { Code } from "../generated/codes.ts";
import type { Created, Problem, ServerFinding } from "./state.ts";

export type Answer =
  | { readonly kind: "created"; readonly created: Created }
  | { readonly kind: "refused"; readonly problem: Problem }
  /** The gateway has the sign-up and has not finished. */
  | { readonly kind: "pending"; readonly reason: string; readonly retryAfterMs: number }
  /** Nothing is known: no answer, an unreadable one, or one that asks for patience. */
  | { readonly kind: "failed"; readonly reason: string; readonly retryAfterMs: number }
  /** The form token is too old; the key is good. */
  | { readonly kind: "stale" }
  /** The key stands for other answers. */
  | { readonly kind: "reused" }
  /** Asked for a key that the gateway does not know. */
  | { readonly kind: "unknown" };

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  /** The header Retry-After; null without one. */
  readonly retryAfter: string | null;
  readonly text: string;
}

export const noAnswer: Answer = { kind: "failed", reason: "", retryAfterMs: 0 };

const longestRetryAfterMs = 300_000;
const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Seconds or a date (RFC 9110 10.2.3) as milliseconds from `now`, at most five minutes; 0 for anything else. */
export function readRetryAfter(text: string | null, now: number): number {
  if (text === null) return 0;
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : httpDate.test(text) ? Date.parse(text) - now : 0;
  return Math.min(longestRetryAfterMs, Math.max(0, wait || 0));
}

type Members = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Members {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readObject(text: string): Members {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function readCreated({ v, id, accountNumber, stage, link }: Members): Created | undefined {
  if (v !== 1 || typeof id !== "string" || id === "") return undefined;
  if (accountNumber !== null && typeof accountNumber !== "string") return undefined;
  if (typeof stage !== "string" || typeof link !== "string") return undefined;
  return { id, accountNumber, stage, link };
}

function readFinding(value: unknown): readonly ServerFinding[] {
  if (!isObject(value)) return [];
  const { code, pointer, severity } = value;
  if (typeof code !== "string" || typeof pointer !== "string") return [];
  if (severity !== "error" && severity !== "warning") return [];
  // The wire points from the top of what was sent. A code of a newer gateway has no words here, which is seen to later.
  return [{ code: code as Code, pointer: pointer.replace(/^\/customer(?=\/|$)/, ""), severity }];
}

function readProblem(status: number, { code, findings }: Members): Problem {
  const listed = Array.isArray(findings) ? findings.flatMap(readFinding) : [];
  return { status, code: typeof code === "string" ? code : "", findings: listed };
}

/** `asked`: the answer to a question about the key, not to a sign-up. */
export function readAnswer({ status, retryAfter, text }: RawAnswer, asked: boolean, now: number): Answer {
  const members = readObject(text);
  const retryAfterMs = readRetryAfter(retryAfter, now);
  const problem = readProblem(status, members);
  const created = status === 200 || status === 201 ? readCreated(members) : undefined;
  if (created !== undefined) return { kind: "created", created };
  if (status === 202 || status === 409) return { kind: "pending", reason: problem.code, retryAfterMs };
  if (asked && status === 404) return { kind: "unknown" };
  // What refuses a question says nothing about the sign-up: only an answer that was kept for its key does.
  const isRefusal = asked
    ? status === 422
    : status >= 400 && status < 500 && status !== 408 && status !== 425 && status !== 429;
  if (!isRefusal) return { kind: "failed", reason: problem.code, retryAfterMs };
  if (problem.code === "form.stale") return { kind: "stale" };
  if (problem.code === "request.key_reused") return { kind: "reused" };
  return { kind: "refused", problem };
}
