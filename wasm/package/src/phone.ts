// Phone numbers: `core.phone`.
import type { Host } from "./host.ts";
import type { Phones } from "./phone-types.ts";
import { ask, Query } from "./queries.ts";
import { misused, requireString } from "./usage.ts";

function countryOf(country: unknown): string {
  return country === undefined ? "" : requireString("the country", country);
}

export function makePhone(host: Host): Phones {
  return {
    describe: (text, country) => ask(host, Query.phoneDescribe, requireString("the text", text), countryOf(country)),
    asYouType(text, caret, country) {
      const typed = requireString("the text", text);
      if (!Number.isSafeInteger(caret) || caret < 0) misused("caret", caret, "a place in the text");
      // The core asks for nothing of what stands behind U+0000, and neither do phone numbers.
      if (typed.includes("\0")) return { text: typed, caret: Math.min(caret, typed.length) };
      return ask(host, Query.phoneTyping, typed, String(Math.min(caret, typed.length)), countryOf(country));
    },
    example: (country) => ask(host, Query.phoneExample, requireString("the country", country)),
  };
}
