// Numbering plans as core/data/atlas/phone-metadata.json has them, asked by their regular expressions: what the plans
// themselves say about a number, without any library's way of reading it.
import { readFileSync } from "node:fs";

export interface Region {
  readonly calling_code: string;
  readonly pattern: string;
  readonly types: Readonly<Record<string, { readonly pattern: string }>>;
  readonly main?: boolean;
  readonly national_prefix?: string;
  readonly prefix_for_parsing?: string;
  readonly idd?: string;
}

/** By their names: two letters, or 001- and the calling code of no country. */
export type Regions = Readonly<Record<string, Region>>;

export function readFacts(file: string): Regions {
  return (JSON.parse(readFileSync(file, "utf8")) as { readonly data: Regions }).data;
}

/** The patterns of a region: of every number, and of the types. */
export interface Plan {
  readonly pattern: string;
  readonly types: readonly string[];
}

/** By calling code. */
export type Plans = ReadonlyMap<string, readonly Plan[]>;

export function plansOf(all: readonly (readonly [string, Plan])[]): Plans {
  const plans = new Map<string, Plan[]>();
  for (const [code, plan] of all) plans.set(code, [...(plans.get(code) ?? []), plan]);
  return plans;
}

export function plansOfRegions(regions: Regions): Plans {
  return plansOf(
    Object.values(regions).map(({ calling_code, pattern, types }) => [
      calling_code,
      { pattern, types: Object.values(types).map((type) => type.pattern) },
    ]),
  );
}

function matches(pattern: string, digits: string): boolean {
  return new RegExp(`^(?:${pattern})$`).test(digits);
}

/** Whether the plans assign the number behind its calling code. */
export function assigns(plans: Plans, code: string, national: string): boolean {
  return (plans.get(code) ?? []).some(
    ({ pattern, types }) => matches(pattern, national) && types.some((type) => matches(type, national)),
  );
}
