// The words of each language as its files hold them, for tests: every text by the keys on the way to it, a line each.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Words } from "../../scripts/lib/words/compile.ts";

export const localesFolder: string = resolve(import.meta.dirname, "../../wasm/package/locales");

export const localeFiles: readonly string[] = readdirSync(localesFolder).filter((file) => file.endsWith(".json"));

export const languages: readonly string[] = [...new Set(localeFiles.map((file) => file.split(".")[0] ?? ""))];

export function readWords(file: string): Words {
  const { $generated: _, ...words } = JSON.parse(readFileSync(join(localesFolder, file), "utf8"));
  return words;
}

/** "form\nlabels\nname" -> its words. */
export function flatWords(words: Words, key = ""): ReadonlyMap<string, string> {
  if (typeof words === "string") return new Map([[key, words]]);
  assert.ok(typeof words === "object" && words !== null && !Array.isArray(words), `${key} is text or an object`);
  const inner = Object.entries(words);
  return new Map(inner.flatMap(([name, value]) => [...flatWords(value, key === "" ? name : `${key}\n${name}`)]));
}

/** Those of findings and those of the page. */
export function wordsOf(language: string): ReadonlyMap<string, string> {
  return new Map([`${language}.json`, `${language}.page.json`].flatMap((file) => [...flatWords(readWords(file))]));
}
