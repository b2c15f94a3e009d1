// The section MAIL; its layout stands in core/include/vestibule/checks/email_typo.hpp.
// Depends on nothing.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Section } from "./section.ts";

interface Facts {
  readonly invented: readonly string[];
  readonly common: readonly string[];
  readonly real: readonly string[];
  readonly misspelt: Readonly<Record<string, readonly string[]>>;
  readonly near_top_level: readonly string[];
}

const marks = { common: 0, invented: 1, real: 2 } as const;
const longestText = 63;

interface Name {
  readonly text: string;
  readonly mark: number;
}

/** The names before each suffix, in the order in which the suffixes first appear. */
function namesBySuffix(facts: Facts): ReadonlyMap<string, readonly Name[]> {
  const bySuffix = new Map<string, readonly Name[]>();
  for (const kind of ["invented", "common", "real"] as const) {
    for (const domain of facts[kind]) {
      const dot = domain.indexOf(".");
      const [text, suffix] = [domain.slice(0, dot), domain.slice(dot + 1)];
      const names = bySuffix.get(suffix) ?? [];
      if (names.some((name) => name.text === text)) throw new Error(`mail-domains.json lists ${domain} twice.`);
      bySuffix.set(suffix, [...names, { text, mark: marks[kind] }]);
    }
  }
  return bySuffix;
}

/** A text behind its size, whose two upper bits are the mark. */
function packText(text: string, mark = 0): readonly number[] {
  const bytes = Buffer.from(text, "latin1");
  if (bytes.length > longestText) throw new Error(`mail-domains.json: ${text} is too long.`);
  return [bytes.length | (mark << 6), ...bytes];
}

/** What can be skipped without reading it. */
function packList(items: readonly (readonly number[])[]): readonly number[] {
  const bytes = items.flat();
  if (bytes.length > 0xffff) throw new Error("mail-domains.json has too many of a kind.");
  return [bytes.length & 0xff, bytes.length >> 8, ...bytes];
}

/** A text and a list. */
function packGroup(head: string, items: readonly (readonly number[])[]): readonly number[] {
  return [...packText(head), ...packList(items)];
}

export const section: Section = {
  tag: "MAIL",
  build(root: string): Uint8Array {
    const path = join(root, "core/data/atlas/mail-domains.json");
    const facts = (JSON.parse(readFileSync(path, "utf8")) as { data: Facts }).data;
    const topLevel = facts.near_top_level.map((label) => packText(label));
    // The longest first: the core stops at the first that is too short.
    const misspelt = Object.entries(facts.misspelt).map(([meant, domains]) =>
      packGroup(
        meant,
        domains.toSorted((a, b) => b.length - a.length).map((domain) => packText(domain)),
      ),
    );
    const longest = Math.max(
      0,
      ...Object.values(facts.misspelt).flatMap((domains) => domains.map(({ length }) => length)),
    );
    const suffixes = [...namesBySuffix(facts)];
    const packSuffix = (suffix: string, names: readonly Name[]): readonly number[] => {
      return packGroup(
        suffix,
        names.map(({ text, mark }) => packText(text, mark)),
      );
    };
    const known = [...new Set(suffixes.map(([suffix]) => suffix.slice(-1)))].map((end) => {
      const ending = suffixes.filter(([suffix]) => suffix.endsWith(end));
      return packGroup(
        end,
        ending.map(([suffix, names]) => packSuffix(suffix, names)),
      );
    });
    return Uint8Array.from([...packList(topLevel), longest, ...packList(misspelt), ...known.flat()]);
  },
};
