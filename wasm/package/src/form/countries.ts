// Names of countries for the country select, from the platform's own data.
import { countryCodes } from "../generated/countries.ts";
import { perLanguage } from "../per-language.ts";

export interface CountryName {
  readonly code: string;
  readonly name: string;
}

const namesIn = perLanguage((language): readonly CountryName[] => {
  const names = new Intl.DisplayNames(language, { type: "region", fallback: "code" });
  const { compare } = new Intl.Collator(language);
  return countryCodes.map((code) => ({ code, name: names.of(code) ?? code })).sort((a, b) => compare(a.name, b.name));
});

/** Every country by its name in a language (BCP 47), sorted as that language sorts. */
export function countryNames(language: string): readonly CountryName[] {
  return namesIn(language);
}
