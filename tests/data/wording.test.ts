// How the words of each language are: short, translated, and with every example and name that English has.
import assert from "node:assert/strict";
import { test } from "node:test";
import { parseMessage, plainText } from "../../scripts/lib/words/message.ts";
import { languages, wordsOf } from "./words-of.ts";

/** Japanese is cut into its particles too. */
const most = (language: string): number => (language === "ja" ? 30 : 20);

/** What is the same word in a language as in English. */
const same: Readonly<Record<string, readonly string[]>> = {
  de: ["Name", "Fax", "Website", "Status"],
  fr: [
    "E-mail",
    "Fax",
    "Type",
    "Description",
    "Contacts",
    "Agriculture",
    "Construction",
    "Finance",
    "Prospect",
    "Province",
    "District",
  ],
  es: ["Fax", "Error:", "Error: ", "No"],
  "pt-BR": ["E-mail", "Fax"],
  it: ["E-mail", "Fax", "No"],
  nl: ["E-mail", "Fax", "Website", "Type", "Status", "Media", "Prospect", "District"],
  pl: ["E-mail"],
};

/** Written alike everywhere: examples, names, and what a person types as it stands. */
const kept =
  /name@example\.com|\+44 20 7946 0018|https?:\/\/(?:example\.com)?|example\.com|2026-02-28|\b(?:DE|Nue|JSON|UTF-8)\b/g;

function countWords(text: string, language: string): number {
  const segments = new Intl.Segmenter(language, { granularity: "word" }).segment(text);
  return [...segments].filter(({ isWordLike }) => isWordLike === true).length;
}

function sentences(text: string, language: string): readonly string[] {
  const segments = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
  return [...segments].map(({ segment }) => segment.trim());
}

/** A finding is one message; what stands in a panel or on the page may have several sentences. */
function isTooLong(key: string, text: string, language: string): boolean {
  const parts = key.startsWith("codes\n") ? [text] : sentences(text, language);
  return parts.some((part) => countWords(part, language) > most(language));
}

const english = wordsOf("en");

for (const language of languages) {
  test(`no message and no sentence in ${language} is over ${most(language)} words`, () => {
    const long = [...wordsOf(language)]
      .map(([key, words]) => [key, plainText(parseMessage(words))] as const)
      .filter(([key, text]) => isTooLong(key, text, language));
    assert.deepEqual(long, []);
  });
}

for (const language of languages.filter((name) => name !== "en")) {
  test(`${language} says nothing in English but what is the same word`, () => {
    const words = [...wordsOf(language)].filter(([key, text]) => text === english.get(key) && text !== "Vestibule");
    assert.deepEqual([...new Set(words.map(([, text]) => text))].toSorted(), (same[language] ?? []).toSorted());
  });

  test(`${language} has the examples and the names that English has`, () => {
    const lost = [...wordsOf(language)].flatMap(([key, text]) => {
      return [...(english.get(key) ?? "").matchAll(kept)]
        .filter(([example]) => !text.includes(example))
        .map(([example]) => `${key}: ${example}`);
    });
    assert.deepEqual(lost, []);
  });

  test(`${language} begins and ends with a space where English does`, () => {
    const ends = (text: string) => [text.startsWith(" "), text.endsWith(" ")];
    const odd = [...wordsOf(language)].filter(
      ([key, text]) => ends(text).join() !== ends(english.get(key) ?? "").join(),
    );
    assert.deepEqual(odd, []);
  });
}

test("a message is counted whole, a text of the page by its sentences", () => {
  const twelve = "One two three four five six seven eight nine ten eleven twelve.";
  assert.equal(isTooLong("codes\na.b", `${twelve} ${twelve}`, "en"), true);
  assert.equal(isTooLong("page\nlede", `${twelve} ${twelve}`, "en"), false);
  assert.equal(isTooLong("page\nlede", `${twelve.slice(0, -1)} ${twelve}`, "en"), true);
});
