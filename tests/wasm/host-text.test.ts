// The small module asks the engine for what the full one has tables of: both make the same of every character, alone and
// taken apart, and of every name of a host.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import type { Core } from "../../wasm/package/src/types.ts";
import { dist, importPackage } from "./support/package.ts";

let small: Core;
let full: Core;

before(async () => {
  const { load } = await importPackage("inline.js");
  const atlas = readFileSync(join(dist, "atlas.bin")); // has what names of hosts are mapped by
  small = await load({ atlas });
  full = await load({ atlas, full: true });
});

/** Planes 0 and 1, and the Han of plane 2 that stand for others; half of a pair is no character. */
function* characters(): Generator<string> {
  const spans = [
    [0xa0, 0xd7ff],
    [0xe000, 0x1ffff],
    [0x2f800, 0x2fa1f],
  ] as const;
  for (const [first, last] of spans) {
    for (let point = first; point <= last; ++point) yield String.fromCodePoint(point);
  }
}

/** A text is a difference when the two judge it otherwise. */
function differences(
  field: string,
  texts: Iterable<string>,
): { readonly judged: number; readonly different: string[] } {
  const different: string[] = [];
  let judged = 0;
  for (const text of texts) {
    ++judged;
    const [a, b] = [small, full].map((core) => JSON.stringify(core.checkField(field, text)));
    if (a !== b) different.push(`${JSON.stringify(text)}: ${a} and ${b}`);
  }
  return { judged, different };
}

function assertSame(field: string, texts: Iterable<string>, least: number): void {
  const { judged, different } = differences(field, texts);
  assert.deepEqual(different.slice(0, 10), [], `${different.length} of ${judged}`);
  assert.ok(judged > least, `${judged} texts`);
}

test("every character alone and in front of marks", () => {
  function* texts(): Generator<string> {
    for (const character of characters()) yield `A ${character} ${character}\u0301\u0327\u0345`;
  }
  assertSame("description", texts(), 128_000);
});

test("every character that is made of others, taken apart in each way", () => {
  function* texts(): Generator<string> {
    for (const character of characters()) {
      const apart = character.normalize("NFKD");
      if (apart !== character) yield `${character.normalize("NFD")} ${apart}`;
    }
  }
  assertSame("description", texts(), 16_000);
});

test("every character in the name of a host, which is folded", () => {
  function* texts(): Generator<string> {
    for (const character of characters()) yield `https://a${character}.example`;
  }
  assertSame("website", texts(), 128_000);
});

test("what an engine does not know yet stays as it is", () => {
  const { normalize } = String.prototype;
  const young = "\u{16d68}"; // Kirat Rai E, of Unicode 16
  const older = function (this: string, form?: string): string {
    return this === young || this.startsWith("\u{16d67}") ? String(this) : normalize.call(this, form);
  };
  Object.assign(String.prototype, { normalize: older });
  try {
    for (const text of [young, "\u{16d67}\u{16d67}"]) {
      assert.deepEqual(small.checkField("description", `${text} e\u0301`).value, `${text} \u00e9`);
    }
  } finally {
    Object.assign(String.prototype, { normalize });
  }
});
