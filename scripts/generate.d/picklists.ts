// core/data/picklists.csv: the picklists of the built-in profile.
// Depends on csv and names.
import { readTable } from "./csv.ts";
import { enumerator, isCppKeyword } from "./names.ts";

export interface Picklist {
  readonly name: string;
  readonly enumerator: string;
  /** Other values are kept with a warning. */
  readonly open: boolean;
  readonly values: readonly string[];
}

export const picklistsFile = "core/data/picklists.csv";

export function readPicklists(text: string): readonly Picklist[] {
  const names = new Set<string>();
  return readTable(picklistsFile, text, ["picklist", "open", "values"]).map(({ cells, fail }) => {
    const name = cells.picklist;
    const id = enumerator(name);
    if (!/^[a-z][A-Za-z0-9]*$/.test(name)) throw fail(`"${name}" is not a picklist name in camelCase.`);
    if (id === "none") throw fail('"none" stands for "no picklist" in the generated tables.');
    if (isCppKeyword(id)) throw fail(`"${id}" is a keyword of C++ and cannot be an enumerator.`);
    if (names.has(id)) throw fail(`the picklist "${name}" is defined twice.`);
    names.add(id);
    if (cells.open !== "yes" && cells.open !== "no") throw fail(`"open" is yes or no, not "${cells.open}".`);
    const values = cells.values.split(";");
    values.forEach((value, index) => {
      if (value === "" || value !== value.trim()) throw fail(`the value "${value}" is empty or has spaces around it.`);
      if (values.indexOf(value) !== index) throw fail(`the value "${value}" is listed twice.`);
    });
    return { name, enumerator: id, open: cells.open === "yes", values };
  });
}
