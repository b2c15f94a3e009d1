// The section PHON: the phone plans of all regions. core/include/vestibule/atlas/phone_plans.hpp draws its layout.
// Depends on section and the files in phone/.
import { join } from "node:path";
import { choicesOf, encodeTable, Masks } from "./phone/encode.ts";
import { groupsOfPattern, growFormats } from "./phone/formats.ts";
import { type Format, type Metadata, type Region, readMetadata } from "./phone/metadata.ts";
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

function u16(values: readonly number[]): number[] {
  for (const value of values) if (value > 0xffff) throw new Error(`${value} does not fit.`);
  return [...values.map((value) => value & 0xff), ...values.map((value) => value >> 8)];
}

interface Country {
  readonly regions: readonly string[];
  readonly formats: readonly Format[];
  readonly plan: Tree;
  readonly choice: Tree | undefined;
}

class Builder {
  readonly metadata: Metadata;
  readonly forest = new Forest();
  readonly masks = new Masks();
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

  numberOf(name: string): number {
    return name.startsWith("001") ? 0 : this.names.indexOf(name);
  }

  countryBytes({ regions, formats, plan, choice }: Country): number[] {
    const columns = formats.map((format) => this.formatBytes(format));
    const choiceBytes = choice === undefined ? [] : encodeTable(choice, this.masks, choicesOf);
    return [
      formats.length,
      ...columns.flat(),
      regions.length - 1,
      ...regions.slice(1).map((name) => this.numberOf(name)),
      ...(choice === undefined ? [] : [choiceBytes.length & 0xff, choiceBytes.length >> 8]),
      ...choiceBytes,
      ...encodeTable(plan, this.masks),
    ];
  }

  build(): Uint8Array {
    const codes = [...this.metadata.codes];
    const countries = codes.map(([, regions]) => this.country(regions));
    const columns = { code: [0], prefix: [0], abroad: [0], literal: [0] };
    const codeNumbers = new Map(codes.map(([code], i) => [code, i]));
    for (const { formats } of countries) for (const { np_rule } of formats) this.strings.of(template(np_rule ?? ""));
    for (const name of this.names.slice(1)) {
      const region = this.region(name);
      columns.code.push(codeNumbers.get(region.calling_code) ?? 0);
      columns.prefix.push(this.rule(growPrefixes(this.forest, region, (text) => this.strings.of(text))));
      columns.abroad.push(this.rule(region.idd === undefined ? undefined : growAbroad(this.forest, region.idd)));
      columns.literal.push(this.strings.of(region.national_prefix ?? ""));
    }
    for (const tree of this.rules) this.masks.count(tree);
    for (const { plan, choice } of countries) for (const tree of [plan, choice]) if (tree) this.masks.count(tree);
    const countryParts = countries.map((country) => this.countryBytes(country));
    const ruleParts = this.rules.map((tree) => encodeTable(tree, this.masks));
    const strings = [...Buffer.from(`${this.strings.list.join("\0")}\0`, "latin1")];
    const parts = [
      u16(this.masks.table()),
      strings,
      [...u16(codes.map(([code]) => Number(code))), ...codes.map(([, [main = ""]]) => this.numberOf(main))],
      [...this.names.map((name) => name.charCodeAt(0)), ...this.names.map((name) => name.charCodeAt(1))],
      [...columns.code, ...columns.prefix, ...columns.abroad, ...columns.literal],
      offsets(ruleParts),
      ruleParts.flat(),
      offsets(countryParts),
      countryParts.flat(),
    ];
    const head = 2 * (parts.length + 3);
    const counts = [codes.length, this.names.length, this.rules.length];
    let at = head;
    const starts = parts.map((part) => {
      at += part.length;
      return at - part.length;
    });
    if (at > 0xffff) throw new Error("The section is beyond what its offsets reach.");
    const header = [...counts, ...starts].flatMap((value) => [value & 0xff, value >> 8]);
    return Uint8Array.from([...header, ...parts.flat()]);
  }
}

function offsets(parts: readonly (readonly number[])[]): number[] {
  let at = 0;
  const starts = parts.map((part) => {
    at += part.length;
    return at - part.length;
  });
  return u16(starts);
}

/** The section, of the metadata in `file`. */
export function phonePlans(file: string): Uint8Array {
  return new Builder(file).build();
}

export const section: Section = {
  tag: "PHON",
  build: (root) => phonePlans(join(root, "core/data/atlas/phone-metadata.json")),
};
