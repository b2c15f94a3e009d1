// Every word of the page's file is used: a key that no field, code, country or source asks for fails here.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { before, test } from "node:test";
import { contactFields, signupFields } from "../../wasm/package/src/form/fields.ts";
import { wordsKeyOf } from "../../wasm/package/src/form/places.ts";
import { countryCodes } from "../../wasm/package/src/generated/countries.ts";
import { flatWords, readWords } from "../data/words-of.ts";
import { importPackage } from "../wasm/support/package.ts";

const root = resolve(import.meta.dirname, "../..");
const folders = [
  "wasm/package/src/form",
  "wasm/package/src/signup",
  "web/pages/signup",
  "web/gateway/src/html",
  "scripts/build-pages.d",
];

/** The sources that use words, but for the file that only says which there are. */
const sources: string = folders
  .flatMap((folder) => readdirSync(join(root, folder)).map((file) => join(root, folder, file)))
  .filter((path) => /\.(?:ts|html)$/.test(path) && !path.endsWith("form/words.ts"))
  .map((path) => readFileSync(path, "utf8"))
  .join("\n");

const codes = new Set([...flatWords(readWords("en.json")).keys()].flatMap((key) => key.match(/(?<=^codes\n).*/) ?? []));
const recordTypes = ["Business", "Consumer"];
const allFields = [...signupFields, ...contactFields];
const fieldNames = allFields.map(({ name }) => name);
const byField = new Set(fieldNames.flatMap((name) => [name, ...recordTypes.map((type) => `${name}.${type}`)]));

const choices = new Set([
  ".",
  "boolean.true",
  "boolean.false",
  ...signupFields.flatMap(({ name, options }) => [`${name}.`, ...options.map((value) => `${name}.${value}`)]),
]);

const places = new Set<string>();
before(async () => {
  const core = await (await importPackage()).load();
  for (const country of countryCodes) {
    const parts = core.address.layout(country)?.parts ?? [];
    for (const part of parts) places.add(wordsKeyOf(part, parts));
  }
});

const isQuoted = (name: string): boolean => sources.includes(`"${name}"`);
const isNamed = (name: string): boolean =>
  new RegExp(`\\.${name}\\b|\\{ [^{}]*\\b${name}\\b[^{}]*\\}.*words`).test(sources);

/** "reason upstream.parked": what begins like this is asked for by a code, an area of codes, or a stage. */
function isPrefixed(name: string): boolean {
  const [prefix = "", about = ""] = name.split(" ");
  const isAbout =
    codes.has(about) ||
    [...codes].some((code) => code.startsWith(`${about}.`)) ||
    ["browser.offline", "browser.other_tab", "Prospect", "Active", "Managed"].includes(about);
  return isAbout && (sources.includes(`"${prefix}"`) || sources.includes(`\`${prefix} $`));
}

/** Whether a key of the form's words is asked for; `table` is the object it stands in, "" for the form itself. */
function isUsed(table: string, name: string): boolean {
  switch (table) {
    case "groups":
    case "about":
      return allFields.some(({ group }) => group === name);
    case "labels":
    case "phrases":
    case "hints":
      return byField.has(name);
    case "places":
      return places.has(name);
    case "options":
      return choices.has(name);
    case "codes": {
      const [code = "", field] = name.split(" ");
      return codes.has(code) && (field === undefined || fieldNames.includes(field));
    }
    case "outcome":
      return name.includes(" ") ? isPrefixed(name) : isQuoted(name);
    case "same":
      return isQuoted(name);
    default:
      return isNamed(name);
  }
}

function unused(words: ReadonlyMap<string, string>): readonly string[] {
  return [...words.keys()].filter((key) => {
    const [part = "", ...path] = key.split("\n");
    const name = path.at(-1) ?? "";
    if (part !== "form") return !isQuoted(name) && !isNamed(name);
    return !isUsed(path.at(-2) ?? "", name);
  });
}

test("every word is used", () => {
  assert.deepEqual(unused(flatWords(readWords("en.page.json"))), []);
});

test("a word that nothing asks for is found, wherever it stands", () => {
  const nothing = {
    form: {
      groups: { nobody: "" },
      about: { nobody: "" },
      labels: { nobody: "", "name.Nobody": "" },
      places: { "state.nobody": "" },
      options: { "industry.Nobody": "" },
      codes: { "no.body": "", "field.required nobody": "" },
      memory: { nobody: "", same: { nobody: "" } },
      outcome: { nobody: "", "reason nobody": "", "nobody Prospect": "" },
      nobodysWord: "",
    },
    page: { nobodysWord: "" },
    answer: { nobodysWord: "" },
  };
  assert.equal(unused(flatWords(nothing)).length, 16);
});
