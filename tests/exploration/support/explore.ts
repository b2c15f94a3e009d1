// Runs an explorer and reads what it prints.
import { execFile } from "node:child_process";
import { join, resolve } from "node:path";

export const folder: string = resolve(import.meta.dirname, "../../../build/release/tests/exploration");

export interface Run {
  readonly failed: boolean;
  readonly text: string;
}

export function explore(program: string, ...options: readonly string[]): Promise<Run> {
  return new Promise((done) => {
    execFile(join(folder, program), options, (error, stdout, stderr) => {
      done({ failed: error !== null, text: `${stdout}${stderr}`.trim() });
    });
  });
}

export function statesOf({ text }: Run): number {
  return Number(/: ([0-9]+) states/.exec(text)?.[1]);
}

/** The rule that was broken; "" for none. */
export function brokenBy({ text }: Run): string {
  return /^broken: (.*)$/m.exec(text)?.[1] ?? "";
}
