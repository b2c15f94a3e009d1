// core/data/countries.csv: ISO 3166-1 alpha-2 codes, strictly sorted because the core searches them by halves.
// Depends on csv.
import { readTable } from "./csv.ts";

export const countriesFile = "core/data/countries.csv";

export function readCountries(text: string): readonly string[] {
  let previous = "";
  return readTable(countriesFile, text, ["alpha2"]).map(({ cells, fail }) => {
    const country = cells.alpha2;
    if (!/^[A-Z]{2}$/.test(country)) throw fail(`"${country}" is not two capital letters.`);
    if (country === previous) throw fail(`"${country}" is listed twice.`);
    if (country < previous) throw fail(`"${country}" comes before "${previous}"; the codes are sorted.`);
    previous = country;
    return country;
  });
}
