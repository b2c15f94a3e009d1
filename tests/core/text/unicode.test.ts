// The core's Unicode against the one Node brings, which is ICU's and knows nothing of our tables. The program that answers
// is tests/core/text/unicode_lines.cpp.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { before, test } from "node:test";

const root = resolve(import.meta.dirname, "../../..");
const program = join(root, "build/release/tests/core/unicode_lines");

// Many texts share a line: no text holds U+0001, and nothing composes or reorders across it.
const separator = "\u0001";
const textsInLine = 100;

function ask(what: string, texts: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < texts.length; at += textsInLine) {
    lines.push(`${texts.slice(at, at + textsInLine).join(separator)}\n`);
  }
  const options = { input: lines.join(""), encoding: "utf8", maxBuffer: 1 << 28 } as const;
  const { status, stdout, stderr } = spawnSync(program, [what], options);
  assert.equal(status, 0, stderr);
  return stdout
    .slice(0, -1)
    .split("\n")
    .flatMap((line) => line.split(separator));
}

function name(text: string): string {
  return [...text].map((one) => `U+${one.codePointAt(0)?.toString(16).toUpperCase().padStart(4, "0")}`).join(" ");
}

/** Fails with the first few differences, each spelled out. */
function same(inputs: readonly string[], actual: readonly string[], expected: readonly string[]): void {
  assert.equal(actual.length, inputs.length);
  const wrong = inputs.flatMap((input, at) =>
    actual[at] === expected[at]
      ? []
      : [`${name(input)} became ${name(actual[at] ?? "")} instead of ${name(expected[at] ?? "")}`],
  );
  assert.deepEqual(wrong.slice(0, 10), []);
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

const scalars: readonly string[] = Array.from({ length: 0x110000 }, (_, at) => at)
  .filter((at) => at !== 0x01 && at !== 0x0a && (at < 0xd800 || at > 0xdfff))
  .map((at) => String.fromCodePoint(at));

/** Planes 0 to 3, what has a use in plane 14, and a sample of the rest, where nothing is assigned. */
const assigned = scalars.filter((one, at) => at % 251 === 0 || /^[\0-\u{32000}\u{E0000}-\u{E1000}]$/u.test(one));

/** What normalising changes or is changed by, and some that neither: sequences of these are where mistakes are. */
const lively: readonly string[] = [
  ...assigned.filter((one) => one.normalize("NFD") !== one && !/\p{sc=Hangul}/u.test(one)),
  ...assigned.filter((one) => /\p{M}/u.test(one)),
  ...["a", "e", "A", "K", " ", "\u1100", "\u1161", "\u11A8", "\uAC00", "\uAC01", "\u{1F3A4}", "\u6F22"],
];

function sequences(alphabet: readonly string[], count: number, seed: number): readonly string[] {
  const below = randomNumbers(seed);
  return Array.from({ length: count }, () => {
    const length = 2 + below(6);
    return Array.from({ length }, () => alphabet[below(alphabet.length)] ?? "").join("");
  });
}

function rows(file: string): readonly (readonly string[])[] {
  const text = readFileSync(join(root, "core/data/unicode", file), "utf8");
  return text
    .trimEnd()
    .split("\n")
    .slice(2)
    .map((line) => line.split(","));
}

function decode(points: string): string {
  return String.fromCodePoint(...points.split(" ").map((point) => Number.parseInt(point, 16)));
}

const foldings = new Map(rows("casefold.csv").map(([from = "", , to = ""]) => [decode(from), decode(to)]));

function foldOnce(text: string): string {
  return [...text].map((one) => foldings.get(one) ?? one).join("");
}

/**
 * toNFKC_Casefold(NFD(X)) by the definitions of the standard, over Node's normalisation. What is ignorable goes first: then
 * it cannot keep marks apart that would otherwise change places.
 */
function nfkcCasefold(text: string): string {
  let folded = text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "").normalize("NFD");
  for (let before = ""; before !== folded; ) {
    before = folded;
    folded = foldOnce(folded)
      .normalize("NFKC")
      .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "");
  }
  return folded;
}

before(() => {
  const [head = ""] = readFileSync(join(root, "core/data/unicode/properties.csv"), "utf8").split("\n");
  const [, version] = /Unicode (\d+\.\d+)/.exec(head) ?? [];
  assert.equal(process.versions["unicode"], version, "Node has another version of Unicode than core/data/unicode");
});

test("every code point has the NFC that ICU gives it", () => {
  same(
    scalars,
    ask("nfc", scalars),
    scalars.map((one) => one.normalize("NFC")),
  );
});

test("every letter with every mark composes as in ICU", () => {
  const decomposed = lively.map((one) => [...one.normalize("NFD")]).filter((points) => points.length > 1);
  const letters = [...new Set(decomposed.flatMap(([first = ""]) => [first, first.normalize("NFC")]))];
  const marks = [...new Set(decomposed.flatMap(([, ...rest]) => rest))];
  const pairs = letters.flatMap((letter) => marks.map((mark) => letter + mark));
  same(
    pairs,
    ask("nfc", pairs),
    pairs.map((pair) => pair.normalize("NFC")),
  );
});

test("sequences of what moves, composes and decomposes come out as ICU's", () => {
  const inputs = [...sequences(lively, 60_000, 17), ...sequences(lively.slice(-2500), 30_000, 2024)];
  same(
    inputs,
    ask("nfc", inputs),
    inputs.map((input) => input.normalize("NFC")),
  );
});

test("a long run of marks is ordered as ICU orders it", () => {
  const marks = assigned.filter((one) => /\p{M}/u.test(one));
  const below = randomNumbers(33);
  const inputs = Array.from({ length: 200 }, () => {
    const length = 20 + below(200);
    return `e${Array.from({ length }, () => marks[below(marks.length)] ?? "").join("")}z`;
  });
  same(
    inputs,
    ask("nfc", inputs),
    inputs.map((input) => input.normalize("NFC")),
  );
});

test("every code point, and sequences of them, fold as the definition of NFKC_Casefold says", () => {
  const inputs = [...assigned, ...sequences(lively, 20_000, 5), ...sequences([...foldings.keys()], 10_000, 6)];
  same(inputs, ask("fold", inputs), inputs.map(nfkcCasefold));
});

test("both sides of every row of CaseFolding.txt have one key", () => {
  const from = [...foldings.keys()];
  same(from, ask("fold", from), ask("fold", [...foldings.values()]));
});

// In the order of CharacterClass and Script.
const classNames =
  "visible space line_break control bidi_control invisible joiner tag selector variation noncharacter doubtful mark spacing_mark filler";
const scriptNames =
  "Common Latin Greek Cyrillic Armenian Georgian Hebrew Arabic Thai Hangul Bopomofo Hiragana Katakana Han other";

test("classes, scripts and joiners agree with ICU's properties", () => {
  const { stdout } = spawnSync(program, ["properties"], { encoding: "utf8", maxBuffer: 1 << 28 });
  const lines = stdout.split("\n");
  const classes = classNames.split(" ");
  const scripts = scriptNames.split(" ");
  const wrong: string[] = [];
  const expect = (one: string, what: string, is: boolean, should: boolean): void => {
    if (is !== should) wrong.push(`${name(one)} ${what}: ${is}`);
  };
  const fillers = /[\u115F\u1160\u2800\u3164\uFFA0]/u;
  const ignorable = /\p{Default_Ignorable_Code_Point}/u;
  for (const one of assigned) {
    const [kind = 0, script = 0, joins = 0] = (lines[one.codePointAt(0) ?? 0] ?? "").split(" ").map(Number);
    const is = (...names: readonly string[]): boolean => names.includes(classes[kind] ?? "");
    const unseen =
      is("invisible", "joiner", "bidi_control", "tag", "selector", "variation") || (is("filler") && one !== "\u2800");
    expect(one, "white", is("space", "line_break"), /\p{White_Space}/u.test(one) && !is("control"));
    expect(one, "control", is("control"), /\p{Cc}/u.test(one) && !/[\t\n\r]/.test(one));
    expect(one, "noncharacter", is("noncharacter"), /\p{Noncharacter_Code_Point}/u.test(one));
    expect(one, "doubtful", is("doubtful"), /\p{Co}|\uFFFD/u.test(one));
    expect(one, "ignorable", unseen && !/[\uFFF9-\uFFFC]/u.test(one), ignorable.test(one) && !is("noncharacter"));
    expect(one, "mark", is("mark"), /[\p{Mn}\p{Me}]/u.test(one) && !ignorable.test(one));
    expect(one, "spacing mark", is("spacing_mark"), /\p{Mc}/u.test(one));
    expect(one, "joiner", is("joiner"), /\p{Join_Control}/u.test(one));
    expect(one, "filler", is("filler"), fillers.test(one));
    expect(
      one,
      "bidi control",
      is("bidi_control"),
      /\p{Bidi_Control}/u.test(one) && !/[\u061C\u200E\u200F]/u.test(one),
    );
    expect(one, "emoji", joins === 2, /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u.test(one));
    const written = scripts[script] ?? "";
    if (/\p{Cn}/u.test(one)) continue;
    if (written === "Common") expect(one, "script", true, /[\p{sc=Common}\p{sc=Inherited}\p{Co}]/u.test(one));
    else if (written !== "other") expect(one, "script", true, new RegExp(`\\p{sc=${written}}`, "u").test(one));
  }
  assert.deepEqual(wrong.slice(0, 10), []);
});
