// wasm/package/locales/en.json: the words of codes and fields. English comes from the data, other languages by hand.
// Depends on the catalogue and names.
import type { Catalogue } from "./catalogue.ts";
import { codesFile } from "./codes.ts";
import { fieldsFile, labelKey } from "./fields.ts";
import { notice } from "./names.ts";

export function englishJson({ codes, fields }: Catalogue): string {
  const locale = {
    $generated: notice(`${codesFile} and ${fieldsFile}`),
    codes: Object.fromEntries(codes.map(({ name, words }) => [name, words])),
    labels: Object.fromEntries(fields.map((field) => [labelKey(field), field.label])),
  };
  return `${JSON.stringify(locale, null, 2)}\n`;
}
