// What a comparison found, for people and for tests.
import { type Comparison, countUnexplained, type Pair } from "./comparison.ts";
import type { Details } from "./native.ts";

const examples = 2;
const worst = 5;

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(4)} %`;
}

function worstRegions(differences: readonly Pair[]): string {
  const counts = new Map<string, number>();
  for (const { region } of differences) counts.set(region, (counts.get(region) ?? 0) + 1);
  const sorted = [...counts].sort(([, a], [, b]) => b - a).slice(0, worst);
  return sorted.map(([region, count]) => `${region} ${count}`).join(", ");
}

/** The agreement, and a line per class with examples. */
export function report(comparison: Comparison): string {
  const { name, total, valid, classes } = comparison;
  const differences = [...classes.values()].flat();
  const others = differences.filter(({ ours, theirs }) => ours !== "" && theirs !== "").length;
  const verdicts = differences.length - others;
  const lines = [
    `${name}: ${total} numbers`,
    `  validity: ${percent(total - verdicts, total)} agree`,
    `  E.164: ${percent(valid - others, valid)} of the ${valid} that both call valid agree`,
    `  both: ${percent(total - differences.length, total)} agree; ${countUnexplained(comparison)} differences unexplained, ` +
      `${percent(total - countUnexplained(comparison), total)} agree or are explained`,
  ];
  for (const [reason, members] of [...classes].sort(([, a], [, b]) => b.length - a.length)) {
    lines.push(`  ${members.length} (${percent(members.length, total)}) ${reason}`);
    for (const { country, text, ours, theirs } of members.slice(0, examples)) {
      lines.push(`      ${text} in ${country || "no country"}: ${ours || "not valid"}, there ${theirs || "not valid"}`);
    }
  }
  if (differences.length > 0) lines.push(`  most in ${worstRegions(differences)}`);
  return lines.join("\n");
}

export function reportDetails({ compared, types, differing }: Details): string {
  const counts = Object.entries(differing).map(([detail, count]) => `${detail} ${percent(compared - count, compared)}`);
  const sorted = [...types].sort(([, a], [, b]) => b - a).map(([type, count]) => `${type} ${count}`);
  return [
    `  of ${compared} numbers that both call the same, without extension, these agree too: ${counts.join(", ")}`,
    `  types among them: ${sorted.join(", ")}`,
  ].join("\n");
}
