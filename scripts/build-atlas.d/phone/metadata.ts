// The phone metadata as core/data/atlas/phone-metadata.json has it.
// Depends on nothing.
import { readFileSync } from "node:fs";

export interface Format {
  readonly pattern: string;
  readonly format: string;
  /** Of several the last is the most precise. */
  readonly leading?: readonly string[];
  /** How the national prefix stands before the first group. */
  readonly np_rule?: string;
  readonly np_optional?: boolean;
  /** The international format where it is another one; ["NA"]: none. */
  readonly intl?: readonly string[];
}

export interface Region {
  readonly calling_code: string;
  readonly pattern: string;
  readonly types: Readonly<Record<string, { readonly pattern: string }>>;
  readonly main?: boolean;
  readonly idd?: string;
  readonly national_prefix?: string;
  readonly prefix_for_parsing?: string;
  readonly prefix_transform?: string;
  readonly leading_digits?: string;
  readonly formats?: readonly Format[];
}

export interface Metadata {
  readonly regions: ReadonlyMap<string, Region>;
  /** The regions of each calling code, the main one first. */
  readonly codes: ReadonlyMap<string, readonly string[]>;
}

export function readMetadata(file: string): Metadata {
  const { data } = JSON.parse(readFileSync(file, "utf8")) as { readonly data: Readonly<Record<string, Region>> };
  const regions = new Map(Object.entries(data));
  const codes = new Map<string, string[]>();
  for (const [name, { calling_code, main }] of regions) {
    const names = codes.get(calling_code) ?? [];
    codes.set(calling_code, main === true ? [name, ...names] : [...names, name]);
  }
  return { regions, codes: new Map([...codes].sort(([a], [b]) => Number(a) - Number(b))) };
}
