// The patterns of profiles against the regular expressions of Node with the flag u. The program that answers is
// tests/core/profile/pattern_lines.cpp.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join, resolve } from "node:path";
import { test } from "node:test";

const root = resolve(import.meta.dirname, "../../..");
const program = join(root, "build/release/tests/core/pattern_lines");

interface Case {
  readonly pattern: string;
  readonly texts: readonly string[];
}

/** One answer a case: "0110" for its texts, or "!" and why the pattern is refused. */
function ask(cases: readonly Case[]): readonly string[] {
  const input = cases.map(({ pattern, texts }) => `${JSON.stringify([pattern, ...texts])}\n`).join("");
  const { status, stdout, stderr } = spawnSync(program, { input, encoding: "utf8", maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr);
  return stdout.slice(0, -1).split("\n");
}

function regExp(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, "u");
  } catch {
    return undefined;
  }
}

/** xorshift32: the same numbers in every run. */
function randomNumbers(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
}

const letters = ["a", "b", "c", "0", "7", "_", "-", " ", "\n", "\u00e4", "\u2028", "\u{1f3a4}"];
const sets = [
  "[ab]",
  "[^ab]",
  "[a-c0]",
  "[^\\d]",
  "[\\w-]",
  "[\\s\\S]",
  "[\\u{1f3a0}-\\u{1f3ff}\\x61]",
  "[b\\-c]",
  "[^a-]",
];
const escapes = [
  "\\d",
  "\\D",
  "\\w",
  "\\W",
  "\\s",
  "\\S",
  "\\.",
  "\\/",
  "\\x61",
  "\\u00e4",
  "\\u{62}",
  "\\n",
  "\\-",
  "\\b",
];
const repeats = ["?", "*", "+", "{2}", "{0,2}", "{1,}", "{0}", "{2,3}"];

class Generator {
  readonly #random: (bound: number) => number;

  constructor(seed: number) {
    this.#random = randomNumbers(seed);
  }

  #pick(items: readonly string[]): string {
    return items[this.#random(items.length)] as string;
  }

  /** A pattern by its grammar; a few of them are none. */
  pattern(depth = 3): string {
    const branches: string[] = [];
    for (let left = 1 + (this.#random(4) === 0 ? this.#random(3) : 0); left > 0; --left) {
      let branch = "";
      for (let terms = this.#random(4); terms > 0; --terms) branch += this.#term(depth);
      branches.push(branch);
    }
    return branches.join("|");
  }

  #term(depth: number): string {
    const chance = this.#random(20);
    if (chance === 0) return this.#pick(["^", "$"]);
    let atom: string;
    if (chance < 4 && depth > 0) atom = `${this.#pick(["(", "(?:"])}${this.pattern(depth - 1)})`;
    else if (chance < 7) atom = this.#pick(escapes);
    else if (chance < 10) atom = this.#pick(sets);
    else if (chance < 11) atom = ".";
    else atom = this.#pick(letters);
    return this.#random(3) === 0 ? atom + this.#pick(repeats) : atom;
  }

  /** Pieces of patterns in any order: seldom a pattern. */
  noise(): string {
    const pieces = [
      ...letters,
      ...sets,
      ...escapes,
      ...repeats,
      "(",
      ")",
      "(?:",
      "(?=",
      "[",
      "]",
      "{",
      "}",
      "|",
      "^",
      "$",
      "\\",
    ];
    let pattern = "";
    for (let left = 1 + this.#random(6); left > 0; --left) pattern += this.#pick(pieces);
    return pattern;
  }

  text(): string {
    let text = "";
    for (let left = this.#random(7); left > 0; --left) text += this.#pick(letters);
    return text;
  }
}

test("generated patterns match the texts they match as regular expressions", () => {
  const generator = new Generator(7);
  const cases = Array.from({ length: 8_000 }, (_, i) => ({
    pattern: i % 4 === 0 ? generator.noise() : generator.pattern(),
    texts: Array.from({ length: 20 }, () => generator.text()),
  }));
  const answers = ask(cases);
  assert.equal(answers.length, cases.length);
  const wrong: string[] = [];
  const refused = new Map<string, number>();
  let matched = 0;
  for (const [i, { pattern, texts }] of cases.entries()) {
    const answer = answers[i] as string;
    const expression = regExp(pattern);
    if (answer.startsWith("!")) {
      if (expression !== undefined) refused.set(answer, (refused.get(answer) ?? 0) + 1);
      continue;
    }
    const expected = texts.map((text) => (expression?.test(text) ? "1" : "0")).join("");
    if (expression === undefined) wrong.push(`${pattern} is no regular expression`);
    else if (answer !== expected) wrong.push(`${JSON.stringify([pattern, ...texts])} ${answer} ${expected}`);
    matched += answer.replaceAll("0", "").length;
  }
  assert.deepEqual(wrong.slice(0, 5), []);
  assert.ok(matched > 20_000, `only ${matched} texts matched`);
  // What Node takes and profiles do not.
  assert.deepEqual([...refused.keys()].sort(), [
    "!lazy repeats are not known",
    "!of the groups with ? only (?:...) is known",
    "!this escape is not known",
  ]);
});

test("every escape and class takes the code points it takes in ECMAScript", () => {
  const points = Array.from({ length: 0x3100 }, (_, at) => at).concat(0xfeff, 0xfffd, 0x1f3a4, 0x10ffff);
  const texts = points.map((at) => String.fromCodePoint(at));
  const cases = ["\\d", "\\D", "\\w", "\\W", "\\s", "\\S", ".", "[^a]", "[\\W\\d]", "[\\u0100-\\u2fff]"].map((set) => ({
    pattern: `^${set}$`,
    texts,
  }));
  for (const [i, answer] of ask(cases).entries()) {
    const { pattern } = cases[i] as Case;
    const expression = new RegExp(pattern, "u");
    const wrong = texts.filter((text, at) => (answer[at] === "1") !== expression.test(text));
    assert.deepEqual(wrong.slice(0, 5), [], pattern);
  }
});
