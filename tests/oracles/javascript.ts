// The core beside libphonenumber-js, which has the numbering plans of about the same month.
import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";
import metadata from "libphonenumber-js/metadata.max.json";
import { type Comparison, compare, type Pair, unexplained } from "./comparison.ts";
import { assigns, plansOf, plansOfRegions, type Regions } from "./facts.ts";
import type { Dialled, Sample } from "./numbers.ts";

// A region of libphonenumber-js is a list: the calling code, ..., the pattern at 2, ..., the types' patterns at 11.
type Theirs = readonly unknown[];
const lists = metadata as unknown as Readonly<Record<"countries" | "nonGeographic", Readonly<Record<string, Theirs>>>>;
const theirPlans = plansOf(
  [...Object.values(lists.countries), ...Object.values(lists.nonGeographic)].map((list) => {
    const types = (list[11] ?? []) as readonly (readonly [string] | 0 | undefined)[];
    return [list[0] as string, { pattern: list[2] as string, types: types.flatMap((type) => (type ? [type[0]] : [])) }];
  }),
);

function read({ country, text }: Dialled): string {
  const options = country === "" ? {} : { defaultCountry: country as CountryCode };
  const parsed = parsePhoneNumberFromString(text, options);
  if (parsed?.isValid() !== true) return "";
  return parsed.ext === undefined ? parsed.number : `${parsed.number} x${parsed.ext}`;
}

/** `answers`: E.164 of the core, "" for a number that is not valid. */
export function compareJavascript(facts: Regions, samples: readonly Sample[], answers: readonly string[]): Comparison {
  const ourPlans = plansOfRegions(facts);
  const classOf = (pair: Pair): string => {
    const { ours, theirs, code, text } = pair;
    const [number = ""] = (ours === "" ? theirs : ours).split(" ");
    const national = number.slice(1 + code.length);
    if (assigns(ourPlans, code, national) !== assigns(theirPlans, code, national)) {
      return "facts: the two have the numbering plans of different months";
    }
    if (text.includes("(0)") && ours !== "" && ours === read({ ...pair, text: text.replace("(0)", "") })) {
      return "choice: (0) behind the calling code is not dialled, whatever the region";
    }
    if (ours !== "" && theirs === "") return `${unexplained}: valid for the core alone`;
    return `${unexplained}: ${ours === "" ? "valid for libphonenumber-js alone" : "another number"}`;
  };
  const pairs = samples.map((one, i) => ({ ...one, ours: answers[i] ?? "", theirs: read(one) }));
  return compare("libphonenumber-js, plans of about the same month", pairs, (all) => all.map(classOf));
}
