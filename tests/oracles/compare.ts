// Compares what the core and libphonenumber-js say about the same numbers, and sorts the differences.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/max";
import metadata from "libphonenumber-js/metadata.max.json";
import { type Dialled, dial, Random, type Region } from "./numbers.ts";

const root = join(import.meta.dirname, "../..");
const { data } = JSON.parse(readFileSync(join(root, "core/data/atlas/phone-metadata.json"), "utf8")) as {
  readonly data: Readonly<Record<string, Region>>;
};

/** The answer of the core, "" for a number that is not valid. */
export type Ask = (numbers: readonly Dialled[]) => readonly string[];

/** The patterns of a region: of every number, and of the types. */
interface Plan {
  readonly pattern: string;
  readonly types: readonly string[];
}

/** By calling code. */
type Facts = ReadonlyMap<string, readonly Plan[]>;

function factsOf(plans: readonly (readonly [string, Plan])[]): Facts {
  const facts = new Map<string, Plan[]>();
  for (const [code, plan] of plans) facts.set(code, [...(facts.get(code) ?? []), plan]);
  return facts;
}

const ourFacts = factsOf(
  Object.values(data).map(({ calling_code, pattern, types }) => [
    calling_code,
    { pattern, types: Object.values(types).map((type) => type.pattern) },
  ]),
);

// A region of libphonenumber-js is a list: the calling code, ..., the pattern at 2, ..., the types' patterns at 11.
type Theirs = readonly unknown[];
const lists = metadata as unknown as Readonly<Record<"countries" | "nonGeographic", Readonly<Record<string, Theirs>>>>;
const theirFacts = factsOf(
  [...Object.values(lists.countries), ...Object.values(lists.nonGeographic)].map((list) => {
    const types = (list[11] ?? []) as readonly (readonly [string] | 0 | undefined)[];
    return [list[0] as string, { pattern: list[2] as string, types: types.flatMap((type) => (type ? [type[0]] : [])) }];
  }),
);

function matches(pattern: string, digits: string): boolean {
  return new RegExp(`^(?:${pattern})$`).test(digits);
}

/** Whether the facts assign the number, by their regular expressions. */
function assigns(facts: Facts, code: string, e164: string): boolean {
  const digits = e164.slice(1 + code.length);
  const plans = facts.get(code) ?? [];
  return plans.some(({ pattern, types }) => matches(pattern, digits) && types.some((type) => matches(type, digits)));
}

export interface Difference extends Dialled {
  readonly ours: string;
  readonly theirs: string;
}

export interface Comparison {
  readonly total: number;
  /** By why they differ. */
  readonly classes: ReadonlyMap<string, readonly Difference[]>;
}

/** Why they differ; a test counts those that begin with "unexplained". */
function classOf({ ours, theirs }: Difference, code: string): string {
  const number = ours === "" ? theirs : ours;
  if (assigns(ourFacts, code, number) !== assigns(theirFacts, code, number)) {
    return "facts: the two have the numbering plans of different months";
  }
  if (ours !== "" && theirs === "") return "unexplained: valid for the core alone";
  return ours === "" ? "unexplained: valid for libphonenumber-js alone" : "unexplained: another number";
}

export function compare(perRegion: number, seed: number, ask: Ask): Comparison {
  const random = new Random(seed);
  const numbers: (Dialled & { readonly code: string })[] = [];
  for (const [name, region] of Object.entries(data)) {
    for (let i = 0; i < perRegion; ++i) numbers.push({ ...dial(name, region, random), code: region.calling_code });
  }
  const answers = ask(numbers);
  const classes = new Map<string, Difference[]>();
  for (const [i, { country, text, code }] of numbers.entries()) {
    const options = country === "" ? {} : { defaultCountry: country as CountryCode };
    const parsed = parsePhoneNumberFromString(text, options);
    const difference = { country, text, ours: answers[i] ?? "", theirs: parsed?.isValid() ? parsed.number : "" };
    if (difference.ours === difference.theirs) continue;
    const name = classOf(difference, code);
    classes.set(name, [...(classes.get(name) ?? []), difference]);
  }
  return { total: numbers.length, classes };
}
