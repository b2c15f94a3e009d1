// Findings in words.
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
 * What a finding about a customer, or about the record named, says to a person: the locale's words for its code, with the params filled in. The result is plain
 * text that may hold what was typed; show it as text, never as markup. A code without words is answered as it is.
 */
export function describe(finding: Finding, locale: Locale, of: "customer" | "contact" = "customer"): string {
  const words = Object.hasOwn(locale.codes, finding.code) ? locale.codes[finding.code] : undefined;
  if (words === undefined) return finding.code;
  return words.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    if (name === "label") return labelOf(locale, memberOf(finding.pointer), of);
    const param = Object.hasOwn(finding.params, name) ? finding.params[name] : undefined;
    if (param === undefined) return whole;
    return name === "missing" ? labelOf(locale, param, of) : param;
  });
}
