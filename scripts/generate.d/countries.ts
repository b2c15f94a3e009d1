// core/data/countries.csv: ISO 3166-1 codes, strictly sorted because the core counts where each first letter begins.
// Depends on csv.
import { readTable } from "./csv.ts";

export const countriesFile = "core/data/countries.csv";

export interface Country {
  readonly alpha2: string;
  readonly alpha3: string;
}

export function readCountries(text: string): readonly Country[] {
  let previous = "";
  const alpha3s = new Set<string>();
  return readTable(countriesFile, text, ["alpha2", "alpha3"]).map(({ cells, fail }) => {
    const { alpha2, alpha3 } = cells;
    if (!/^[A-Z]{2}$/.test(alpha2)) throw fail(`"${alpha2}" is not two capital letters.`);
    if (!/^[A-Z]{3}$/.test(alpha3)) throw fail(`"${alpha3}" is not three capital letters.`);
    if (alpha2 === previous) throw fail(`"${alpha2}" is listed twice.`);
    if (alpha2 < previous) throw fail(`"${alpha2}" comes before "${previous}"; the codes are sorted.`);
    if (alpha3s.has(alpha3)) throw fail(`"${alpha3}" is listed twice.`);
    previous = alpha2;
    alpha3s.add(alpha3);
    return { alpha2, alpha3 };
  });
}
