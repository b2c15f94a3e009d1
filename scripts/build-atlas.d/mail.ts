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

/** How many there are, and each of them. */
function packAll(items: readonly (readonly number[])[]): readonly number[] {
  if (items.length > 255) throw new Error("mail-domains.json has too many of a kind.");
  return [items.length, ...items.flat()];
}

/** A text, and others that can be skipped without reading them. */
function packGroup(head: string, texts: readonly (readonly number[])[]): readonly number[] {
  const size = texts.reduce((sum, { length }) => sum + length, 0);
  return [...packText(head), size & 0xff, size >> 8, ...texts.flat()];
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
    const known = [...namesBySuffix(facts)].map(([suffix, names]) =>
      packGroup(
        suffix,
        names.map(({ text, mark }) => packText(text, mark)),
      ),
    );
    return Uint8Array.from([...packAll(topLevel), ...packAll(misspelt), ...packAll(known)]);
  },
};
