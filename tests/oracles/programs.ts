// What the native programs of this folder say.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Dialled } from "./numbers.ts";

export interface Answer {
  /** "valid", "possible", "invalid", or why it is no number at all. */
  readonly verdict: string;
  /** With the extension, as the core stores it. */
  readonly e164: string;
  readonly region: string;
  readonly type: string;
  readonly national: string;
  readonly international: string;
}

/** What a program writes; `programs` is the folder they were built in. */
export function run(programs: string, name: string, args: readonly string[], input: string): string {
  const { error, status, stdout, stderr } = spawnSync(join(programs, name), args, { input, maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${name} ended with ${status}: ${error ?? stderr}`);
  return stdout.toString();
}

/** The number when it is valid, else "". */
export function validOf({ verdict, e164 }: Answer): string {
  return verdict === "valid" ? e164 : "";
}

function answerOf(line: string): Answer {
  const [verdict = "", e164 = "", region = "", type = "", national = "", international = ""] = line.split("\t");
  return { verdict, e164, region, type, national, international };
}

export type Ask = (numbers: readonly Dialled[]) => readonly Answer[];

/** An answer to each of the numbers. */
export function ask(
  programs: string,
  name: string,
  args: readonly string[],
  numbers: readonly Dialled[],
): readonly Answer[] {
  const input = numbers.map(({ country, text }) => `${country}\t${text}\n`).join("");
  const answers = run(programs, name, args, input).trimEnd().split("\n").map(answerOf);
  if (answers.length !== numbers.length) throw new Error(`${name} answered ${answers.length} of ${numbers.length}.`);
  return answers;
}
