// The section PHON: the phone plans of all regions. core/src/atlas/phone_reader.hpp draws its layout.
// Depends on section and the files in phone/.
import { join } from "node:path";
import { BitWriter } from "./phone/bits.ts";
import { cellsOf, choicesOf, outcomesOf } from "./phone/cells.ts";
import { groupsOfPattern, growFormats } from "./phone/formats.ts";
import { type Format, type Metadata, type Region, readMetadata } from "./phone/metadata.ts";
import { TableWriter } from "./phone/pack.ts";
import { growPlan } from "./phone/plans.ts";
import { growAbroad, growPrefixes } from "./phone/prefixes.ts";
import { Forest, type Tree } from "./phone/tree.ts";
import type { Section } from "./section.ts";

/** Gives equal things one number, counted from 0 in the order of their coming. */
class Numbers {
  readonly list: string[] = [];

  of(text: string): number {
    const known = this.list.indexOf(text);
    if (known >= 0) return known;
    if (this.list.length > 254) throw new Error("Too many different texts for one byte.");
    return this.list.push(text) - 1;
  }
}

/** Placeholders as bytes below 8: groups 1 to 5, the national prefix, the first group. */
function template(text: string): string {
  return text.replace(/\$(\d|NP|FG)/g, (_, name: string) => {
    return String.fromCharCode(name === "NP" ? 6 : name === "FG" ? 7 : Number(name));
  });
}

function u16(value: number): readonly number[] {
  if (value > 0xffff) throw new Error(`${value} does not fit.`);
  return [value & 0xff, value >> 8];
}

/** Ascending numbers as the steps between them. */
function steps(values: readonly number[]): readonly number[] {
  return values.map((value, i) => {
    const step = value - (values[i - 1] ?? 0);
    if (step > 255) throw new Error(`${value} is too far from the number before it.`);
    return step;
  });
}

interface Country {
  readonly regions: readonly string[];
  readonly formats: readonly Format[];
  readonly plan: Tree;
  readonly choice: Tree | undefined;
}

/**
 * The calling codes whose tables come first, since a reader reads no further than it is asked for: those we expect most of
 * who signs up to have, North America's, Western Europe's and those of the other large economies.
 */
const readFirst =
  "1 33 49 44 31 34 39 41 32 45 47 46 358 353 43 61 64 65 55 52 972 971 81 82 91 86 48 420 351 90 966 27";

/** What the regions say beside their plans, by their numbers. */
interface RegionColumns {
  readonly prefix: readonly number[];
  readonly abroad: readonly number[];
  readonly literal: readonly number[];
}

interface Tables {
  readonly bits: readonly number[];
  /** Of parts and nodes. */
  readonly counts: readonly number[];
}

class Builder {
  readonly metadata: Metadata;
  readonly forest = new Forest();
  readonly strings = new Numbers();
  readonly rules: Tree[] = [];
  readonly names: readonly string[];

  constructor(file: string) {
    this.metadata = readMetadata(file);
    this.strings.of("");
    const geographic = [...this.metadata.regions.keys()].filter((name) => !name.startsWith("001"));
    this.names = ["00", ...geographic.sort()];
  }

  region(name: string): Region {
    const region = this.metadata.regions.get(name);
    if (region === undefined) throw new Error(`There is no region ${name}.`);
    return region;
  }

  /** The number of a rule, from 1. */
  rule(tree: Tree | undefined): number {
    if (tree === undefined) return 0;
    const known = this.rules.indexOf(tree);
    return known >= 0 ? known + 1 : this.rules.push(tree);
  }

  country(regions: readonly string[]): Country {
    const [main = ""] = regions;
    const formats = this.region(main).formats ?? [];
    const plan = growPlan(
      this.forest,
      regions.map((name) => this.region(name)),
    );
    const choice = formats.length === 0 ? undefined : growFormats(this.forest, formats, plan);
    return { regions, formats, plan, choice };
  }

  formatBytes(format: Format): number[] {
    const { pattern, format: national, intl, np_rule, np_optional } = format;
    const groups = groupsOfPattern(pattern).map(([least, most]) => (least << 4) | most);
    const [other = national] = intl ?? [];
    const international = other === "NA" ? "" : other;
    const rule = this.strings.of(template(np_rule ?? ""));
    if (rule > 127) throw new Error("The rules of national prefixes come first.");
    return [
      ...groups,
      ...Array(5 - groups.length).fill(0),
      this.strings.of(template(national)),
      this.strings.of(template(international)),
      rule | (np_optional === true ? 0x80 : 0),
    ];
  }

  placeOf(code: string): number {
    const place = [...this.metadata.codes.keys()].indexOf(code);
    if (place < 0) throw new Error(`There is no calling code ${code}.`);
    return place;
  }

  numberOf(name: string): number {
    return name.startsWith("001") ? 0 : this.names.indexOf(name);
  }

  /** Rules are counted in the order of `countries`. */
  regionColumns(countries: readonly Country[]): RegionColumns {
    const zeros = (): number[] => this.names.map(() => 0);
    const columns = { prefix: zeros(), abroad: zeros(), literal: zeros() };
    for (const name of countries.flatMap(({ regions }) => regions).filter((name) => !name.startsWith("001"))) {
      const region = this.region(name);
      const number = this.numberOf(name);
      columns.prefix[number] = this.rule(growPrefixes(this.forest, region, (text) => this.strings.of(text)));
      columns.abroad[number] = this.rule(region.idd === undefined ? undefined : growAbroad(this.forest, region.idd));
      columns.literal[number] = this.strings.of(region.national_prefix ?? "");
    }
    return columns;
  }

  /** How many rules are read before a country's plan: those of its regions, and of the countries before it. */
  rulesOf({ regions }: Country, { prefix, abroad }: RegionColumns): number {
    const numbers = regions.map((name) => this.numberOf(name));
    return Math.max(0, ...numbers.flatMap((number) => [prefix[number] ?? 0, abroad[number] ?? 0]));
  }

  /** Tables of a kind learn from each other. */
  packTables(countries: readonly Country[], columns: RegionColumns): Tables {
    const bits = new BitWriter();
    const writers = { rules: new TableWriter(bits), choices: new TableWriter(bits), plans: new TableWriter(bits) };
    let rules = 0;
    for (const country of countries) {
      for (const wanted = this.rulesOf(country, columns); rules < wanted; ++rules) {
        const rule = this.rules[rules];
        if (rule !== undefined) writers.rules.write(cellsOf(rule, outcomesOf), true);
      }
      writers.plans.write(cellsOf(country.plan, outcomesOf), true);
      if (country.choice !== undefined) writers.choices.write(cellsOf(country.choice, choicesOf), false);
    }
    const all = Object.values(writers);
    const sum = (of: (writer: TableWriter) => number): number => all.reduce((before, writer) => before + of(writer), 0);
    return { bits: bits.finish(), counts: [sum(({ parts }) => parts), sum(({ nodes }) => nodes)] };
  }

  build(): Uint8Array {
    const codes = [...this.metadata.codes];
    const countries = codes.map(([, regions]) => this.country(regions));
    for (const { formats } of countries) for (const { np_rule } of formats) this.strings.of(template(np_rule ?? ""));
    const first = readFirst.split(" ").map((code) => this.placeOf(code));
    const inOrder = [...first, ...[...codes.keys()].filter((place) => !first.includes(place))];
    const ordered = inOrder.flatMap((place) => countries[place] ?? []);
    const columns = this.regionColumns(ordered);
    const formats = countries.flatMap((country) => country.formats.flatMap((format) => this.formatBytes(format)));
    const others = countries.flatMap(({ regions }) => regions.slice(1).map((name) => this.numberOf(name)));
    const strings = [...Buffer.from(`${this.strings.list.join("\0")}\0`, "latin1")];
    const tables = this.packTables(ordered, columns);
    const counts = [codes.length, this.names.length, this.rules.length, strings.length, ...tables.counts];
    return Uint8Array.from([
      ...counts.flatMap(u16),
      ...strings,
      ...steps(codes.map(([code]) => Number(code))),
      ...codes.map(([, [main = ""]]) => this.numberOf(main)),
      ...countries.map((country) => country.formats.length),
      ...countries.map(({ regions }) => regions.length - 1),
      ...this.names.map((name) => name.charCodeAt(0)),
      ...this.names.map((name) => name.charCodeAt(1)),
      ...[...columns.prefix, ...columns.abroad, ...columns.literal],
      ...formats,
      ...others,
      first.length,
      ...first,
      ...tables.bits,
    ]);
  }
}

/** The section, of the metadata in `file`. */
export function phonePlans(file: string): Uint8Array {
  return new Builder(file).build();
}

export const section: Section = {
  tag: "PHON",
  build: (root) => phonePlans(join(root, "core/data/atlas/phone-metadata.json")),
};
