// Refusals as problem documents (RFC 9457): a code, pointers and our own words. Never what was typed, never what the
// upstream said.
import { type Code, type Finding, fixedText, type Locale } from "vestibule/gateway";
import english from "vestibule/locales/en";

export interface Problem {
  readonly status: number;
  readonly code: Code;
  readonly findings?: readonly Finding[];
  /** Seconds. */
  readonly retryAfter?: number;
  /** Methods, for 405. */
  readonly allow?: string;
}

/** A refusal on the way to an answer; index.ts makes the answer. */
export class Refusal extends Error {
  override readonly name: string = "Refusal";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

export function refuse(status: number, code: Code): never {
  throw new Refusal({ status, code });
}

/** The words of a code for a person; where they would need a param, the ones that fit any refused form. */
export function wordsOf(code: Code, locale: Locale = english): string {
  return fixedText(locale.codes[code] ?? code) ?? wordsOf("request.invalid", locale);
}

export function problemText({ status, code, findings }: Problem): string {
  const listed = findings?.map(({ code, pointer, severity }) => ({ code, pointer, severity }));
  return JSON.stringify({
    type: `urn:vestibule:problem:${code}`,
    title: wordsOf(code),
    status,
    code,
    ...(listed === undefined ? {} : { findings: listed }),
  });
}

export function problemHeaders({ retryAfter, allow }: Problem): Record<string, string> {
  return {
    "content-type": "application/problem+json",
    ...(retryAfter === undefined ? {} : { "retry-after": String(retryAfter) }),
    ...(allow === undefined ? {} : { allow }),
  };
}

export function problemResponse(problem: Problem): Response {
  return new Response(problemText(problem), { status: problem.status, headers: problemHeaders(problem) });
}
