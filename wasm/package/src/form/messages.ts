// A finding in the words of the page: the locale's words for its code, or the page's own where it knows better.
import { describe } from "../describe.ts";
import { isFillable } from "../message.ts";
import type { Finding, Locale } from "../types.ts";
import { isOfContact, nameAt } from "./names.ts";
import { type FormWords, withValue, wordsFor } from "./words.ts";

export interface FormLanguage {
  /** BCP 47: names of countries and areas, and their order, are this language's. */
  readonly tag: string;
  readonly words: FormWords;
  /** Words of the codes and names of the fields, as from vestibule/locales. */
  readonly locale: Locale;
}

/** The words for one finding, for a record of this type ("" while it is not chosen). */
export function messageOf(finding: Finding, recordType: string, { words, locale }: FormLanguage): string {
  const name = nameAt(finding.pointer);
  const own = words.codes[`${finding.code} ${name}`] ?? words.codes[finding.code];
  const phrases = Object.entries(locale.labels).map(([field, label]) => {
    return [field, wordsFor(words.phrases, field, recordType) || label];
  });
  const message = own ?? locale.codes[finding.code];
  // A finding from elsewhere may lack what the words ask for, or have a code that is not known here.
  const fill = (mark: string): string | undefined => {
    if (mark === "label") return mark;
    return Object.hasOwn(finding.params, mark) ? finding.params[mark] : undefined;
  };
  if (message !== undefined && isFillable(message, fill)) {
    const said = { ...locale, codes: { [finding.code]: message }, labels: Object.fromEntries(phrases) };
    return describe(finding, said, isOfContact(name) ? "contact" : "customer");
  }
  const label = wordsFor(words.labels, name, recordType);
  return label === "" ? words.summaryHeading : withValue(words.unclear, label);
}
