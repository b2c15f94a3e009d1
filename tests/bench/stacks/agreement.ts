// Nothing is timed before all stacks are shown to ask the same: over generated records they find the same members wrong.
import type { StackName } from "./bundles.ts";
import type { GeneratedRecord } from "./records.ts";
import type { Check } from "./stack.ts";

/** Warnings of ours about an address as a whole have no counterpart. */
const onlyOurs = /^address\./;

function wrongMembers(check: Check, record: object): string {
  const { findings } = check(record);
  const counted = findings.filter(({ code }) => code === undefined || !onlyOurs.test(code));
  return [...new Set(counted.map(({ pointer }) => pointer.slice(1)))].sort().join(", ");
}

/** The first disagreements as sentences; none when every stack is of the generator's opinion on every record. */
export function disagreements(
  stacks: ReadonlyMap<StackName, Check>,
  records: readonly GeneratedRecord[],
  most = 5,
): readonly string[] {
  const found: string[] = [];
  for (const { record, wrong } of records) {
    for (const [name, check] of stacks) {
      const members = wrongMembers(check, record);
      if (members === wrong.join(", ")) continue;
      found.push(`${name}: wrong are [${members}], not [${wrong.join(", ")}], of ${JSON.stringify(record)}`);
      if (found.length === most) return found;
    }
  }
  return found;
}
