// Every language says everything English says, and nothing else: a missing or an unused key fails here.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

const folder = resolve(import.meta.dirname, "../../wasm/package/locales");

type Words = string | { readonly [key: string]: Words };

function read(file: string): Words {
  const { $generated: _, ...words } = JSON.parse(readFileSync(join(folder, file), "utf8"));
  return words;
}

/** "form.labels.name" -> its words; words in a list or of another type are no words. */
function flat(words: Words, key = ""): ReadonlyMap<string, string> {
  if (typeof words === "string") return new Map([[key, words]]);
  assert.ok(typeof words === "object" && words !== null && !Array.isArray(words), `${key} is text or an object`);
  return new Map(
    Object.entries(words).flatMap(([name, inner]) => [...flat(inner, key === "" ? name : `${key}\n${name}`)]),
  );
}

/** The names in braces, each once. In ICU syntax the branches of a plural stand in braces too, each after its case. */
function places(words: string): readonly string[] {
  const plural = words.includes(", plural,");
  const branch = plural ? /(\b(zero|one|two|few|many|other)|=\d+)\s*\{/g : /(?!)/g;
  const open = words.replaceAll(branch, " ");
  return [...new Set([...open.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name]) => name ?? ""))].sort();
}

/** What is wrong with a language, a sentence each. */
function complaints(english: Words, other: Words): readonly string[] {
  const [wanted, given] = [flat(english), flat(other)];
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

const files = readdirSync(folder).filter((file) => file.endsWith(".json"));
const languages = [...new Set(files.map((file) => file.split(".")[0] ?? ""))];

test("English is there, and every language has the words of findings and of the page", () => {
  assert.ok(languages.includes("en"));
  assert.deepEqual(
    files.toSorted(),
    languages.flatMap((language) => [`${language}.json`, `${language}.page.json`]).toSorted(),
  );
});

for (const file of files) {
  test(`${file} says what English says`, () => {
    const english = file.endsWith(".page.json") ? "en.page.json" : "en.json";
    assert.deepEqual(complaints(read(english), read(file)), []);
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
