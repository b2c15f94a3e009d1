// Compiled words, filled in as their language does: its plurals, its numbers, and values that run the other way.
import assert from "node:assert/strict";
import { test } from "node:test";
import { directionOf } from "../../wasm/package/src/direction.ts";
import { fixedText, formatMessage, isFillable, isolate, type Message } from "../../wasm/package/src/message.ts";

const files: Message = [
  "[",
  {
    kind: "plural",
    of: "n",
    cases: {
      "=0": "none",
      one: "{n,number} plik",
      few: "{n,number} pliki",
      many: "{n,number} plik\u00f3w",
      other: "{n,number} pliku",
    },
  },
  "]",
];

function say(message: Message, language: string, values: Readonly<Record<string, string>>): string {
  return formatMessage(message, language, (name) => values[name]);
}

test("a plural follows the rules of the language", () => {
  assert.deepEqual(
    ["0", "1", "2", "5", "22", "1.5"].map((n) => say(files, "pl", { n })),
    ["[none]", "[1 plik]", "[2 pliki]", "[5 plik\u00f3w]", "[22 pliki]", "[1,5 pliku]"],
  );
  assert.equal(say(files, "pl", { n: "viele" }), "[viele pliku]");
});

test("a category that is not there is the case other", () => {
  const message: Message = [{ kind: "plural", of: "n", cases: { one: "one", other: "other" } }];
  assert.deepEqual(
    ["1", "3"].map((n) => say(message, "ar-XB", { n })),
    ["one", "other"],
  );
});

test("numbers are written as the language does, without losing a digit", () => {
  assert.equal(say("{n,number}", "de", { n: "-1234567.25" }), "-1.234.567,25");
  assert.equal(say("{n,number}", "hi", { n: "1234567" }), "12,34,567");
  assert.equal(say("{n,number}", "en", { n: "99999999999999999.99" }), "99,999,999,999,999,999.99");
  assert.equal(say("{n,number} {n}", "en", { n: "1e5" }), "1e5 1e5");
});

test("a value that runs against the words is isolated, and no other", () => {
  assert.equal(isolate("ada@example.com", "he"), "\u2068ada@example.com\u2069");
  assert.equal(isolate("+44 20", "ar"), "\u2068+44 20\u2069");
  assert.equal(isolate("\u05d0\u05d1 \u05d2", "he"), "\u05d0\u05d1 \u05d2");
  assert.equal(isolate("\u05d0\u05d1", "de"), "\u2068\u05d0\u05d1\u2069");
  assert.equal(isolate("Ada", "de"), "Ada");
  assert.equal(say("{a}", "ar-XB", { a: "x" }), "\u2068x\u2069");
});

test("what is typed is never read as words", () => {
  assert.equal(say("{a} {b}", "en", { a: "{b} $&", b: "{a}" }), "{b} $& {a}");
});

test("a message that lacks a value in any of its cases says so", () => {
  const has = (...names: readonly string[]) => isFillable(files, (name) => (names.includes(name) ? "1" : undefined));
  assert.equal(has("n"), true);
  assert.equal(has("m"), false);
  assert.equal(
    isFillable([{ kind: "select", of: "a", cases: { other: "{b}" } }], (name) => (name === "a" ? "" : undefined)),
    false,
  );
  assert.deepEqual([fixedText("x"), fixedText("{x}"), fixedText(files)], ["x", null, null]);
});

const rtl = ["ar", "he", "ar-XB", "fa", "ur", "az-Arab", "dv"];
const ltr = ["en", "de", "ja", "zh-Hans", "hi", "en-XA", "pt-BR", "az"];

test("text runs as the script of its language does", () => {
  const found = [...rtl, ...ltr].filter((language) => directionOf(language) === "rtl");
  assert.deepEqual(found, rtl);
});

test("a platform that says nothing of directions has the same", async () => {
  const informed = Intl.Locale.prototype as { getTextInfo?(): object };
  const { getTextInfo } = informed;
  delete informed.getTextInfo;
  try {
    // A copy of its own: what the other one found out is not in it.
    const path: string = "../../wasm/package/src/direction.ts?uninformed";
    const { directionOf: uninformed } = (await import(path)) as { directionOf(language: string): string };
    const found = [...rtl, ...ltr].filter((language) => uninformed(language) === "rtl");
    assert.deepEqual(found, rtl);
  } finally {
    Object.defineProperty(informed, "getTextInfo", { value: getTextInfo, configurable: true, writable: true });
  }
});
