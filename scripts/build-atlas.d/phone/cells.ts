// A tree as its reader keeps it: nodes of ten cells, and leaves that are known by their words. Equal ones are one object.
// Depends on tree.
import { isLeaf, type Leaf, maxLength, type Tree } from "./tree.ts";

const minLength = 2;

/** An outcome and the lengths it is for, from `first` on. */
export interface Part {
  readonly value: number;
  readonly extra: number;
  readonly first: number;
  readonly last: number;
}

export interface Words {
  readonly parts: readonly Part[];
}

export interface CellNode {
  /** What follows each digit; undefined: nothing. */
  readonly cells: readonly Cell[];
  /** What a number is that ends here. */
  readonly end: Words | undefined;
}

export type Cell = CellNode | Words | undefined;

export function isNode(cell: Cell): cell is CellNode {
  return cell !== undefined && "cells" in cell;
}

/** How the words of a leaf become parts. */
export type PartsOf = (leaf: Leaf) => readonly Part[];

/** "value/extra": two small numbers. */
function numbersOf(outcome: string): readonly [number, number] {
  const [value = 0, extra = 0] = outcome.split("/").map(Number);
  if (value > 255 || extra > 31) throw new Error(`The outcome ${outcome} does not fit.`);
  return [value, extra];
}

export function outcomesOf(leaf: Leaf): readonly Part[] {
  const runs: { readonly outcome: string; readonly first: number; last: number }[] = [];
  for (const [length, outcome] of leaf.at) {
    const before = runs.at(-1);
    if (before?.outcome === outcome && before.last === length - 1) before.last = length;
    else runs.push({ outcome, first: length, last: length });
  }
  return runs.map(({ outcome, first, last }) => {
    const [value, extra] = numbersOf(outcome);
    return { value, extra, first: Math.max(first, minLength), last };
  });
}

/** The values of outcomes "a+b", ascending. */
export function valuesOf(at: ReadonlyMap<number, string>): readonly number[] {
  const outcomes = [...at.values()].filter((outcome) => outcome !== "");
  return [...new Set(outcomes.flatMap((outcome) => outcome.split("+").map(Number)))].sort((a, b) => a - b);
}

/** Of a table of choices: what may be chosen, whatever the length. */
export function choicesOf({ at }: Leaf): readonly Part[] {
  return valuesOf(at).map((value) => ({ value, extra: 0, first: minLength, last: maxLength }));
}

/** The root of a tree; a tree of one leaf has a root all the same, so that a reader need not ask. */
export function cellsOf(tree: Tree, partsOf: PartsOf): CellNode {
  const known = new Map<string, CellNode | Words>();
  const numbers = new Map<Cell, number>([[undefined, 0]]);

  function same<T extends CellNode | Words>(name: string, made: T): T {
    const before = known.get(name);
    if (before !== undefined) return before as T;
    known.set(name, made);
    numbers.set(made, numbers.size);
    return made;
  }

  function words(parts: readonly Part[]): Words | undefined {
    return parts.length === 0 ? undefined : same(JSON.stringify(parts), { parts });
  }

  // The depth of a node is the length of what ends there, so its words may be for every length.
  function ended(end: string): Words | undefined {
    if (end === "") return undefined;
    const [value, extra] = numbersOf(end);
    return words([{ value, extra, first: minLength, last: maxLength }]);
  }

  function node(cells: readonly Cell[], end: Words | undefined): CellNode {
    return same(`node ${[...cells, end].map((cell) => numbers.get(cell))}`, { cells, end });
  }

  const visited = new Map<Tree, Cell>();
  function visit(at: Tree): Cell {
    if (!visited.has(at)) {
      visited.set(at, isLeaf(at) ? words(partsOf(at)) : node(at.children.map(visit), ended(at.end)));
    }
    return visited.get(at);
  }

  const root = visit(tree);
  return isNode(root) ? root : node(Array(10).fill(root), undefined);
}
