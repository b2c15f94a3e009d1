// core/data/codes.csv: the finding codes, their words in English and the rule behind each.
// Depends on csv, names and the syntax of words.
import { MessageError, parseMessage, placesOf, pluralComplaints } from "../lib/words/message.ts";
import { readTable } from "./csv.ts";
import { enumerator, isCppKeyword } from "./names.ts";

export interface Code {
  readonly name: string;
  readonly enumerator: string;
  /** What stands in front of the dot; codes of one area stand together. */
  readonly area: string;
  readonly params: readonly string[];
  /** In ICU syntax, as lib/words/message.ts reads it. */
  readonly words: string;
  readonly rule: string;
  readonly source: string;
  readonly fix: string;
}

export const codesFile = "core/data/codes.csv";
const columns = ["code", "params", "words", "rule", "source", "fix"] as const;

/** The place in words that the package fills with the field's label; no finding carries it. */
const labelParam = "label";
const maxParams = 2;

/** The names in braces; a string says what is wrong with the words. */
function placesIn(words: string): readonly string[] | string {
  try {
    const parts = parseMessage(words);
    const [complaint] = pluralComplaints(parts, "en");
    return complaint ?? placesOf(parts);
  } catch (error) {
    if (error instanceof MessageError) return error.message;
    throw error;
  }
}

export function readCodes(text: string): readonly Code[] {
  const names = new Set<string>();
  const areas = new Set<string>();
  let currentArea = "";
  return readTable(codesFile, text, columns).map(({ cells, fail }) => {
    const { code: name, words, rule, source, fix } = cells;
    if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*\.[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)) {
      throw fail(`"${name}" is not a code of the form area.reason in lower case.`);
    }
    const id = enumerator(name);
    if (isCppKeyword(id)) throw fail(`"${id}" is a keyword of C++ and cannot be an enumerator.`);
    if (names.has(id)) throw fail(`the code "${name}" is defined twice.`);
    names.add(id);

    const area = name.slice(0, name.indexOf("."));
    if (area !== currentArea && areas.has(area)) throw fail(`the codes of "${area}" stand together.`);
    areas.add(area);
    currentArea = area;

    const params = cells.params === "" ? [] : cells.params.split(";");
    if (params.length > maxParams) {
      throw fail(`"${name}" has ${params.length} params; a finding holds at most ${maxParams}.`);
    }
    params.forEach((param, index) => {
      if (!/^[a-z][A-Za-z0-9]*$/.test(param)) throw fail(`"${param}" is not a param name in camelCase.`);
      if (param === labelParam) throw fail('"label" is filled from the field and is not a param.');
      if (params.indexOf(param) !== index) throw fail(`the param "${param}" is listed twice.`);
    });

    for (const column of ["words", "rule", "source", "fix"] as const) {
      if (cells[column] === "") throw fail(`"${name}" has no ${column}.`);
    }
    const places = placesIn(words);
    if (typeof places === "string") throw fail(`the words of "${name}": ${places}.`);
    for (const place of places) {
      if (place !== labelParam && !params.includes(place)) {
        throw fail(`the words say {${place}}, but "${name}" has no such param.`);
      }
    }
    for (const param of params) {
      if (!places.includes(param)) throw fail(`the words of "${name}" do not use its param {${param}}.`);
    }
    return { name, enumerator: id, area, params, words, rule, source, fix };
  });
}
