// Every language says everything English says, and nothing else: a missing or an unused key fails here.
import assert from "node:assert/strict";
import { test } from "node:test";
import type { Words } from "../../scripts/lib/words/compile.ts";
import { MessageError, parseMessage, placesOf } from "../../scripts/lib/words/message.ts";
import { flatWords, languages, localeFiles, readWords } from "./words-of.ts";

/** The names of what the words are filled with, or what is wrong with their syntax. */
function places(words: string): readonly string[] {
  try {
    return placesOf(parseMessage(words));
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    return [error.message];
  }
}

/** What is wrong with a language, a sentence each. */
function complaints(english: Words, other: Words): readonly string[] {
  const [wanted, given] = [flatWords(english), flatWords(other)];
  const shown = (key: string): string => key.replaceAll("\n", " > ");
  return [
    ...[...wanted.keys()].filter((key) => !given.has(key)).map((key) => `${shown(key)} is missing`),
    ...[...given.keys()].filter((key) => !wanted.has(key)).map((key) => `${shown(key)} is not in English`),
    ...[...given].flatMap(([key, words]) => {
      const english = wanted.get(key);
      if (english === undefined) return [];
      if (words.trim() === "" && english !== "") return [`${shown(key)} is empty`];
      const [there, here] = [places(english), places(words)];
      return there.join() === here.join() ? [] : [`${shown(key)} has {${here}}, English has {${there}}`];
    }),
  ];
}

test("English is there, and every language has the words of findings and of the page", () => {
  assert.ok(languages.includes("en"));
  assert.deepEqual(
    localeFiles.toSorted(),
    languages.flatMap((language) => [`${language}.json`, `${language}.page.json`]).toSorted(),
  );
});

for (const file of localeFiles) {
  test(`${file} says what English says`, () => {
    const english = file.endsWith(".page.json") ? "en.page.json" : "en.json";
    assert.deepEqual(complaints(readWords(english), readWords(file)), []);
  });
}

test("what a language lacks, has too much or fills in otherwise is named", () => {
  const english = { codes: { "a.b": "At most {max} {unit}.", "c.d": "x", "e.f": "{n, plural, one {a} other {b}}" } };
  const other = { codes: { "a.b": "Nur {max} {einheit}.", "e.f": "{n, plural, one {c} other {d}}" }, page: "y" };
  assert.deepEqual(complaints(english, other), [
    "codes > c.d is missing",
    "page is not in English",
    "codes > a.b has {einheit,max}, English has {max,unit}",
  ]);
  assert.deepEqual(complaints(english, { ...english, codes: { ...english.codes, "c.d": " " } }), [
    "codes > c.d is empty",
  ]);
});
