// Which format a number is written in: the first whose leading digits begin it and whose groups take all of it.
// Depends on cells, metadata, regex, tree, trim.
import { valuesOf } from "./cells.ts";
import type { Format } from "./metadata.ts";
import { addPattern, node } from "./regex.ts";
import { type Forest, grow, type Tree } from "./tree.ts";
import { trim } from "./trim.ts";

/** "(\d{3})(\d{3,4})" as [3, 3] and [3, 4]. */
export function groupsOfPattern(pattern: string): (readonly [number, number])[] {
  const groups = [...pattern.matchAll(/\(\\d(?:\{(\d+)(?:,(\d+))?\})?\)/g)];
  if (groups.map(([text]) => text).join("") !== pattern) throw new Error(`${pattern} is not a list of groups.`);
  return groups.map(([, least = "1", most]) => [Number(least), Number(most ?? least)]);
}

export function fits(format: Format, length: number): boolean {
  const groups = groupsOfPattern(format.pattern);
  const sum = (side: 0 | 1): number => groups.reduce((total, group) => total + group[side], 0);
  return length >= sum(0) && length <= sum(1);
}

/** The tree of the formats to try, in their order, for every number of the plan. */
export function growFormats(forest: Forest, formats: readonly Format[], plan: Tree): Tree {
  const start = node();
  for (const [i, { leading }] of formats.entries()) addPattern(start, leading?.at(-1) ?? "", i);
  const abroad = formats.map(({ intl }) => intl?.[0] !== "NA");
  // The first one that fits is the number's, and where it is not for calls from abroad, the first that is.
  const choose = (from: readonly number[], length: number): string => {
    const usable = from.filter((i) => fits(formats[i] as Format, length));
    const used = [usable[0], usable.find((i) => abroad[i])].filter((i) => i !== undefined);
    return [...new Set(used)].join("+");
  };
  const whole = grow<readonly number[]>(forest, start, {
    nothing: [],
    keep: (kept, marks) => [...new Set([...kept, ...marks])].sort((a, b) => a - b),
    end: (kept, _marks, depth) => choose(kept, depth),
  });
  return trim(forest, whole, plan, (at) => {
    const all = valuesOf(at);
    return [...at].every(([length, outcome]) => choose(all, length) === outcome);
  });
}
