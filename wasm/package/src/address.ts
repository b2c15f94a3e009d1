// Postal addresses and countries: `core.address` and `core.country`.
import type { Addresses, AddressFormatOptions, AddressPart, Countries } from "./address-types.ts";
import type { Host } from "./host.ts";
import { ask, askFull, FullQuery, Query } from "./queries.ts";
import { misused, requireObject, requireString } from "./usage.ts";

/** In the order of the core: atlas/address_formats.hpp. */
const parts: readonly AddressPart[] = [
  "name",
  "organization",
  "street",
  "district",
  "city",
  "state",
  "postalCode",
  "sortingCode",
];

function requireStyle(style: unknown): "lines" | "line" {
  if (style === undefined || style === "lines") return "lines";
  return style === "line" ? style : misused("style", style, '"lines" or "line"');
}

function scriptOf({ latin }: AddressFormatOptions): string {
  if (latin === undefined) return "";
  return latin ? "latin" : "local";
}

export function makeAddress(host: Host): Addresses {
  return {
    layout(country, options) {
      const { latin = false, areas = false } = options ?? {};
      const code = requireString("the country", country);
      return ask(host, Query.addressLayout, code, latin ? "latin" : "", areas ? "areas" : "");
    },
    format(given, options) {
      const values = requireObject("the parts", given) as Readonly<Record<string, unknown>>;
      const { country, style, withCountry } = options;
      const texts = parts.map((part) => {
        const value = values[part];
        return value === undefined || value === null ? "" : requireString(part, value);
      });
      return askFull(
        host,
        FullQuery.addressFormat,
        requireString("the country", country),
        requireStyle(style),
        scriptOf(options),
        withCountry === true ? "country" : "",
        ...texts,
      );
    },
    split(text, options) {
      const country = options?.country === undefined ? "" : requireString("the country", options.country);
      return askFull(host, FullQuery.addressSplit, requireString("the text", text), country);
    },
  };
}

export function makeCountry(host: Host): Countries {
  return {
    find: (text) => ask(host, Query.countryFind, requireString("the text", text)),
  };
}
