// An answer of the gateway, read: what the machine asks of it, and what a page shows. What it means the core decides.
import type { Code } from "../generated/codes.ts";
import type { Created, Problem, ServerFinding } from "./state.ts";

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  /** The header Retry-After; null without one. */
  readonly retryAfter: string | null;
  readonly text: string;
}

export interface Answer {
  /** 0: no answer came, or not all of it. */
  readonly status: number;
  readonly retryAfterMs: number;
  /** undefined unless the body is a whole customer. */
  readonly created: Created | undefined;
  readonly problem: Problem;
}

export const noAnswer: Answer = {
  status: 0,
  retryAfterMs: 0,
  created: undefined,
  problem: { status: 0, code: "", findings: [] },
};

const httpDate = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/** Seconds or a date (RFC 9110 10.2.3) as milliseconds from `now`; 0 for anything else. */
export function readRetryAfter(text: string | null, now: number): number {
  if (text === null) return 0;
  const wait = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : httpDate.test(text) ? Date.parse(text) - now : 0;
  return Math.max(0, wait || 0);
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

/** Codes are short and plain; anything else in their place is no code. */
function readCode(code: unknown): string {
  return typeof code === "string" && /^[a-z0-9_.]{1,64}$/.test(code) ? code : "";
}

function readProblem(status: number, { code, findings }: Members): Problem {
  return { status, code: readCode(code), findings: Array.isArray(findings) ? findings.flatMap(readFinding) : [] };
}

export function readAnswer({ status, retryAfter, text }: RawAnswer, now: number): Answer {
  const members = readObject(text);
  return {
    status,
    retryAfterMs: readRetryAfter(retryAfter, now),
    created: readCreated(members),
    problem: readProblem(status, members),
  };
}
