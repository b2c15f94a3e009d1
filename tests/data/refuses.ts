// One test per mistake that a table of core/data can hold: each is told in one sentence with its file and line.
import assert from "node:assert/strict";
import { test } from "node:test";

/** What is wrong, the rows under the header (the first one is line 3), and the sentence with its line. */
export type Mistake = readonly [what: string, rows: readonly string[], sentence: string];

/** A table as in core/data: comment, header, rows. */
export function table(header: string, rows: readonly string[]): string {
  return `${["# Source: these tests.", header, ...rows].join("\n")}\n`;
}

export function refuses(file: string, read: (rows: readonly string[]) => unknown, mistakes: readonly Mistake[]): void {
  for (const [what, rows, sentence] of mistakes) {
    test(`${file} refuses ${what}`, () => {
      assert.throws(() => read(rows), { name: "DataError", message: `core/data/${file}:${sentence}` });
    });
  }
}
