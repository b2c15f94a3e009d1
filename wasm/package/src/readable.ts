// Answers of the core to texts that a caller wrote.

export interface Refused {
  readonly problem: { readonly code: string; readonly pointer: string };
}

/** A text the core could not read is the caller's mistake. */
export function readable<Answer extends object>(answer: Answer | Refused): Answer {
  if (!("problem" in answer)) return answer;
  const { code, pointer } = answer.problem;
  throw new TypeError(`${pointer === "" ? "the text" : pointer}: ${code}`);
}
