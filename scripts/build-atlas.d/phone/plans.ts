// Which numbers a calling code assigns: to which of its regions, and for what. The rules are those of libphonenumber's
// getRegionCodeForNumber and getNumberType: the first region whose leading digits begin the number, or that knows a type
// for it; a number that region knows no type for is not valid.
// Depends on metadata, regex, tree.
import type { Region } from "./metadata.ts";
import { addPattern, node } from "./regex.ts";
import { type Forest, grow, type Rules, type Tree } from "./tree.ts";

// In the order in which libphonenumber asks, with the number the core knows the type by (PhoneType).
const special: readonly (readonly [string, number])[] = [
  ["premium_rate", 5],
  ["toll_free", 4],
  ["shared_cost", 6],
  ["voip", 7],
  ["personal_number", 8],
  ["pager", 9],
  ["uan", 10],
  ["voicemail", 11],
];
const fixedLine = 1;
const mobile = 2;
const fixedLineOrMobile = 3;

// The marks of a region: types by their numbers, and two more.
const marksOfRegion = 16;
const general = 0;
const leadingDigits = 15;

function typeOf(marks: ReadonlySet<number>, base: number): number {
  const has = (mark: number): boolean => marks.has(base + mark);
  if (!has(general)) return 0;
  const found = special.find(([, type]) => has(type));
  if (found !== undefined) return found[1];
  if (has(fixedLine)) return has(mobile) ? fixedLineOrMobile : fixedLine;
  return has(mobile) ? mobile : 0;
}

export function growPlan(forest: Forest, regions: readonly Region[]): Tree {
  const start = node();
  for (const [i, region] of regions.entries()) {
    const base = i * marksOfRegion;
    addPattern(start, region.pattern, base + general);
    for (const [name, type] of [["fixed_line", fixedLine], ["mobile", mobile], ...special] as const) {
      const plan = region.types[name];
      if (plan !== undefined) addPattern(start, plan.pattern, base + type);
    }
    if (region.leading_digits !== undefined) addPattern(start, region.leading_digits, base + leadingDigits);
  }
  const isLeading = (mark: number): boolean => mark % marksOfRegion === leadingDigits;
  const rules: Rules<readonly number[]> = {
    nothing: [],
    keep: (kept, marks) => [...new Set([...kept, ...[...marks].filter(isLeading)])].sort((a, b) => a - b),
    end(kept, marks) {
      for (const [i, region] of regions.entries()) {
        const type = typeOf(marks, i * marksOfRegion);
        const claimed = kept.includes(i * marksOfRegion + leadingDigits);
        if (region.leading_digits !== undefined ? claimed : type !== 0) return type === 0 ? "" : `${i}/${type}`;
      }
      return "";
    },
  };
  return grow(forest, start, rules);
}
