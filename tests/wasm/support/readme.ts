// The snippets of a README: code between fences, with what it prints in comments behind or below console.log.
import { readFileSync } from "node:fs";

export interface Snippet {
  /** The fence's words: "js", "js page", "sh". */
  readonly kind: string;
  /** Where it begins. */
  readonly line: number;
  readonly code: string;
  /** What the comments say it prints. */
  readonly printed: readonly string[];
}

function printedBy(code: string): readonly string[] {
  const printed: string[] = [];
  let below = false;
  for (const line of code.split("\n")) {
    const behind = /console\.log\(.*\); \/\/ (.*)$/.exec(line)?.[1];
    const alone: string | undefined = below ? /^\/\/ (.*)$/.exec(line)?.[1] : undefined;
    const comment = behind ?? alone;
    if (comment !== undefined) printed.push(comment);
    below = alone !== undefined || (behind === undefined && line.includes("console.log("));
  }
  return printed;
}

export function snippetsOf(path: string): readonly Snippet[] {
  const text = readFileSync(path, "utf8");
  return [...text.matchAll(/^```(\w.*)\n([\s\S]*?)^```$/gm)].map(({ 1: kind = "", 2: code = "", index }) => ({
    kind,
    line: text.slice(0, index).split("\n").length,
    code,
    printed: printedBy(code),
  }));
}
