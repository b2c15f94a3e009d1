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

/** "com !gmail aol -mail": a line a suffix, in the order in which the suffixes first appear. */
function knownLines(facts: Facts): readonly string[] {
  const lines = new Map<string, string[]>();
  const add = (domains: readonly string[], mark: string): void => {
    for (const domain of domains) {
      const dot = domain.indexOf(".");
      const suffix = domain.slice(dot + 1);
      const names = lines.get(suffix) ?? [];
      if (names.some((name) => name.replace(/^[!-]/, "") === domain.slice(0, dot))) {
        throw new Error(`mail-domains.json lists ${domain} twice.`);
      }
      lines.set(suffix, [...names, mark + domain.slice(0, dot)]);
    }
  };
  add(facts.invented, "!");
  add(facts.common, "");
  add(facts.real, "-");
  return [...lines].map(([suffix, names]) => [suffix, ...names].join(" "));
}

export const section: Section = {
  tag: "MAIL",
  build(root: string): Uint8Array {
    const path = join(root, "core/data/atlas/mail-domains.json");
    const facts = (JSON.parse(readFileSync(path, "utf8")) as { data: Facts }).data;
    const misspelt = Object.entries(facts.misspelt).map(([meant, domains]) => [">", meant, ...domains].join(" "));
    const lines = [...knownLines(facts), ...misspelt, [".", ...facts.near_top_level].join(" ")];
    return Buffer.from(lines.join("\n"), "utf8");
  },
};
