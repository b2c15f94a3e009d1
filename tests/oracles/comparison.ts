// The differences between the core and another library, by why they differ.
import type { Sample } from "./numbers.ts";

/** Two answers to a number: E.164, "" where it is not valid. */
export interface Pair extends Sample {
  readonly ours: string;
  readonly theirs: string;
}

export interface Comparison {
  readonly name: string;
  readonly total: number;
  /** Numbers that both call valid. */
  readonly valid: number;
  /** By why they differ. */
  readonly classes: ReadonlyMap<string, readonly Pair[]>;
}

/** Begins the names of the classes that count against the core. */
export const unexplained = "unexplained";

/** `classesOf` is asked about the differences alone, all at once. */
export function compare(
  name: string,
  pairs: readonly Pair[],
  classesOf: (differences: readonly Pair[]) => readonly string[],
): Comparison {
  const differences = pairs.filter(({ ours, theirs }) => ours !== theirs);
  const names = classesOf(differences);
  const classes = new Map<string, Pair[]>();
  for (const [i, difference] of differences.entries()) {
    const one = names[i] ?? unexplained;
    classes.set(one, [...(classes.get(one) ?? []), difference]);
  }
  const valid = pairs.filter(({ ours, theirs }) => ours !== "" && theirs !== "").length;
  return { name, total: pairs.length, valid, classes };
}

export function countUnexplained({ classes }: Comparison): number {
  let count = 0;
  for (const [name, differences] of classes) if (name.startsWith(unexplained)) count += differences.length;
  return count;
}

/** 99.9 %: what the core has to agree on, explained differences aside. */
export function agrees(comparison: Comparison): boolean {
  return countUnexplained(comparison) * 1000 <= comparison.total;
}
