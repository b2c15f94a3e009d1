// The sources of the section "ADDR" as they lie in core/data/atlas.
// Depends on nothing.
import { readFileSync } from "node:fs";
import { join } from "node:path";

export interface AdminArea {
  readonly key: string;
  readonly name?: string;
  readonly latin?: string;
  readonly iso?: string;
  readonly postal_prefix_regex?: string;
  /** Other names people write, from a file of their own. */
  readonly aliases?: readonly string[];
}

export interface Territory {
  readonly format: string;
  readonly latin_format?: string;
  readonly required: readonly string[];
  readonly upper?: readonly string[];
  readonly postal_regex?: string;
  readonly postal_examples?: readonly string[];
  readonly postal_name: string;
  readonly admin_area_name: string;
  readonly locality_name: string;
  readonly dependent_locality_name: string;
  readonly postal_prefix?: string;
  readonly admin_areas?: readonly AdminArea[];
}

export interface Sources {
  /** Two-letter code to facts, ascending; "ZZ" stands for every place that is not listed. */
  readonly territories: ReadonlyMap<string, Territory>;
  /** Two-letter code to the English name that labels and messages use. */
  readonly names: ReadonlyMap<string, string>;
  /** Two-letter code to other names people write. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

interface CountryRow {
  readonly name: string;
}

function read(root: string, file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(root, "core/data/atlas", file), "utf8"));
}

type AreaNames = Readonly<Record<string, readonly string[]>>;

/** By the key of the area in address-formats.json, of which each has one. */
function withAliases(code: string, territory: Territory, aliases: AreaNames): Territory {
  const { admin_areas: areas = [] } = territory;
  const known = new Set(areas.map(({ key }) => key));
  for (const key of Object.keys(aliases)) {
    if (!known.has(key)) throw new Error(`area-aliases.json: ${code} has no area ${key}`);
  }
  return { ...territory, admin_areas: areas.map((area) => ({ ...area, aliases: aliases[area.key] ?? [] })) };
}

export function readSources(root: string): Sources {
  const areaAliases = read(root, "area-aliases.json")["data"] as Record<string, AreaNames>;
  const formats = Object.entries(read(root, "address-formats.json")["data"] as Record<string, Territory>);
  const territories = formats.map(([code, territory]): [string, Territory] => {
    const aliases = areaAliases[code];
    return [code, aliases === undefined ? territory : withAliases(code, territory, aliases)];
  });
  const countries = Object.entries(read(root, "countries.json")["data"] as Record<string, CountryRow>);
  const extra = read(root, "country-aliases.json");
  const names = new Map(countries.map(([code, { name }]) => [code, name.replaceAll("\u2019", "'")]));
  for (const [code, name] of Object.entries(extra["names"] as Record<string, string>)) names.set(code, name);
  return {
    territories: new Map(territories.sort(([a], [b]) => (a < b ? -1 : 1))),
    names,
    aliases: new Map(Object.entries(extra["data"] as Record<string, readonly string[]>)),
  };
}
