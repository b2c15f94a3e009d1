// Findings in words.
import { formatMessage } from "./message.ts";
import type { Finding, Locale } from "./types.ts";

function labelOf(locale: Locale, field: string, of: string): string {
  const key = of === "customer" ? field : `${of}.${field}`;
  return Object.hasOwn(locale.labels, key) ? (locale.labels[key] ?? field) : field;
}

/** The last part of a pointer, as the member is named. */
function memberOf(pointer: string): string {
  return pointer
    .slice(pointer.lastIndexOf("/") + 1)
    .replaceAll("~1", "/")
    .replaceAll("~0", "~");
}

/**
 * What a finding about a customer, or about the record named, says to a person: the locale's words for its code, with
 * the params filled in, numbers as the language writes them. The result is plain text that may hold what was typed; show
 * it as text, never as markup. A value that runs against the text is isolated in it (U+2068, U+2069). A code without
 * words is answered as it is.
 */
export function describe(finding: Finding, locale: Locale, of: "customer" | "contact" = "customer"): string {
  const words = Object.hasOwn(locale.codes, finding.code) ? locale.codes[finding.code] : undefined;
  if (words === undefined) return finding.code;
  const fill = (name: string): string | undefined => {
    if (name === "label") return labelOf(locale, memberOf(finding.pointer), of);
    const param = Object.hasOwn(finding.params, name) ? finding.params[name] : undefined;
    return name === "missing" && param !== undefined ? labelOf(locale, param, of) : param;
  };
  return formatMessage(words, locale.language ?? "en", fill, locale.numbers);
}
