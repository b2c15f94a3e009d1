// Words in ICU syntax: how they are read, what is refused with a sentence, and what the build makes of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compileParts, compileWords } from "../../scripts/lib/words/compile.ts";
import { MessageError, parseMessage, placesOf, plainText, pluralComplaints } from "../../scripts/lib/words/message.ts";
import { pseudoLocales } from "../../scripts/lib/words/pseudo.ts";
import { formatMessage } from "../../wasm/package/src/message.ts";

const lines = "{unit, select, lines {{max, plural, one {# line} other {# lines}}} other {{max, number} {unit}}}!";

test("places and choices are read, and the words on paper are those of the case other", () => {
  const parts = parseMessage(lines);
  assert.deepEqual(placesOf(parts), ["max", "unit"]);
  assert.equal(plainText(parts), "{max} {unit}!");
  assert.equal(plainText(parseMessage("It\u2019s 5 # {a}")), "It\u2019s 5 # {a}");
});

for (const [words, why] of [
  ["{", "a brace opens no plain name"],
  ["{a", "{a is not closed"],
  ["a}", "a brace closes what was never opened"],
  ["{A}", "a brace opens no plain name"],
  ["{a, date}", "{a is a number, a plural or a select"],
  ["{a, number, integer}", "{a, number is not closed"],
  ["{a, plural}", "{a, plural has no cases"],
  ["{a, plural, one}", "the case one of {a} has no words in braces"],
  ["{a, plural, one {b}}", '{a} has no case "other"'],
  ["{a, plural, one {b} one {c} other {d}}", "{a} has the case one twice"],
  ["{a, plural, other {b}", "a case of {a} has no name"],
  ["{a, select, x y {b} other {c}}", "the case x of {a} has no words in braces"],
] as const) {
  test(`"${words}" is refused`, () => {
    assert.throws(
      () => parseMessage(words),
      (error: unknown) => error instanceof MessageError && error.message.startsWith(why),
    );
  });
}

test("a plural has the categories of its language, and no others", () => {
  const parts = parseMessage("{n, plural, =0 {none} one {one} other {#}}");
  assert.deepEqual(pluralComplaints(parts, "en"), []);
  assert.deepEqual(pluralComplaints(parts, "pl"), [
    '{n} has no case "few", which pl has',
    '{n} has no case "many", which pl has',
  ]);
  assert.deepEqual(pluralComplaints(parts, "ja"), ['{n} has the case "one", which ja has not']);
});

test("a file that is wrong is refused with the key that is", () => {
  const compile = (words: string) =>
    compileWords({ form: { hints: { name: words }, submit: words } }, { language: "pl" });
  assert.throws(() => compile("{n"), { message: /^pl: form > hints > name: \{n is not closed/ });
  assert.throws(() => compile("{n, plural, other {#}}"), {
    message: /^pl: form > hints > name: \{n\} has no case "one"/,
  });
  assert.throws(() => compile("{n, select, other {x}}"), {
    message: "pl: form > submit: only words of codes and hints can choose",
  });
});

test("words that choose nothing stay text; the others say the case that fits", () => {
  assert.equal(compileParts(parseMessage("{a} of {b, number}")), "{a} of {b,number}");
  const message = compileParts(parseMessage(lines));
  const say = (max: string, unit: string) => formatMessage(message, "en", (name) => ({ max, unit })[name]);
  assert.equal(say("1", "lines"), "1 line!");
  assert.equal(say("1200", "lines"), "1,200 lines!");
  assert.equal(say("1200", "bytes"), "1,200 bytes!");
});

test("a pseudo-locale changes every letter but those of places, and has the plurals of English", () => {
  const parts = parseMessage("Use {n, plural, one {# line} other {# lines}} of {name}.");
  for (const [language, rewrite] of pseudoLocales) {
    const say = (n: string) =>
      formatMessage(compileParts(rewrite(parts)), language, (name) => (name === "n" ? n : "ada"));
    for (const n of ["1", "3"])
      assert.match(say(n), language === "en-XA" ? /^\[[^A-Za-z]+ada[^A-Za-z]+\]$/ : /\u202eUse\u202c.*ada/);
  }
});
