// A tree and the words of its leaves as bytes; the layout is drawn in core/include/vestibule/atlas/digit_table.hpp.
// Depends on tree.
import { isLeaf, type Leaf, type Node, type Tree } from "./tree.ts";

const inlineChild = 0;
const inlineChildWithSize = 127;
const lastGroup = 0x80;
const more = 0x80;
const longMask = 255;
const allDigits = 0x3ff;
const anyLength = 0xf0;
/** A child of more bytes than this says how many when others stand behind it. */
const skippedFrom = 64;

/** "value/extra": two small numbers. */
function bytesOfOutcome(outcome: string): readonly [number, number] {
  const [value = 0, extra = 0] = outcome.split("/").map(Number);
  if (value > 255 || extra > 127) throw new Error(`The outcome ${outcome} does not fit.`);
  return [value, extra];
}

const minLength = 2;

/** An outcome and a range of lengths each. */
function partsOf(leaf: Leaf): number[][] {
  const parts: { readonly outcome: string; readonly first: number; last: number }[] = [];
  for (const [length, outcome] of leaf.at) {
    const before = parts.at(-1);
    if (before?.outcome === outcome && before.last === length - 1) before.last = length;
    else parts.push({ outcome, first: length, last: length });
  }
  return parts.map(({ outcome, first, last }, i) => {
    const [value, extra] = bytesOfOutcome(outcome);
    const from = Math.max(first, minLength);
    const range = (from - minLength) | ((last - from) << 4);
    return [value, extra | (i < parts.length - 1 ? more : 0), range];
  });
}

interface Group {
  /** The digits it has to hold. */
  readonly mask: number;
  /** The digits that groups before it hold: whether it has them too makes no difference. */
  readonly taken: number;
  readonly child: Tree | Leaf;
}

const lowest = (mask: number): number => mask & -mask;

/** The digits of a node by what follows them, inner nodes first; nothing follows those that are left out. */
function groupsOf(node: Node): Group[] {
  const masks = new Map<Tree, number>();
  for (const [digit, child] of node.children.entries()) masks.set(child, (masks.get(child) ?? 0) | (1 << digit));
  const groups = [...masks].filter(([child]) => !(isLeaf(child) && child.at.size === 0));
  groups.sort(([a, x], [b, y]) => Number(isLeaf(a)) - Number(isLeaf(b)) || lowest(x) - lowest(y));
  let taken = 0;
  return groups.map(([child, mask]) => {
    const group = { mask, taken, child };
    taken |= mask;
    return group;
  });
}

function everyNode(tree: Tree, visit: (node: Node) => void): void {
  if (isLeaf(tree)) return;
  visit(tree);
  for (const { child } of groupsOf(tree)) everyNode(child, visit);
}

function digitsIn(mask: number): number {
  return mask.toString(2).replaceAll("0", "").length;
}

/**
 * The sets of digits that get a byte of their own: the most frequent ones. A group may have digits of the groups before it,
 * so each takes the most frequent set that will do, until nothing changes: few different sets compress best.
 */
export class Masks {
  readonly #counts = new Map<number, number>();
  readonly #groups: Group[] = [];
  #numbers: Map<number, number> | undefined;

  count(tree: Tree): void {
    everyNode(tree, (node) => this.#groups.push(...groupsOf(node)));
  }

  #countAll(): boolean {
    const before = new Map(this.#counts);
    const chosen = this.#groups.map((group) => this.#chosen(group));
    this.#counts.clear();
    for (const mask of [0, ...chosen]) this.#counts.set(mask, (this.#counts.get(mask) ?? 0) + 1);
    return [...this.#counts].some(([mask, count]) => before.get(mask) !== count);
  }

  /** The most frequent of the sets that will do, of equally frequent ones the smallest. */
  #chosen({ mask, taken }: Group): number {
    if ((mask | taken) === allDigits) return allDigits;
    let best = mask;
    let most = this.#counts.get(mask) ?? 0;
    for (const [other, count] of this.#counts) {
      const fits = (other & mask) === mask && (other & ~(mask | taken)) === 0;
      if (fits && (count > most || (count === most && other < best))) {
        best = other;
        most = count;
      }
    }
    return best;
  }

  table(): readonly number[] {
    for (let round = 0; round < 20 && this.#countAll(); ++round);
    const fixed = new Set([0, allDigits]);
    const frequent = [...this.#counts].filter(([mask]) => !fixed.has(mask)).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const chosen = [...fixed, ...frequent.slice(0, longMask - fixed.size).map(([mask]) => mask)];
    // Sets of as many digits stand for each other; beside each other they compress best.
    return chosen.sort((a, b) => digitsIn(a) - digitsIn(b) || a - b);
  }

  bytesOf(group: Group): number[] {
    return this.bytes(this.#chosen(group));
  }

  bytes(mask: number): number[] {
    this.#numbers ??= new Map(this.table().map((one, i) => [one, i]));
    const number = this.#numbers.get(mask);
    return number === undefined ? [longMask, mask & 0xff, mask >> 8] : [number];
  }
}

function collectLeaves(tree: Tree, leaves: Set<Leaf>, endLeaf: (end: string) => Leaf): void {
  if (isLeaf(tree)) {
    if (tree.at.size > 0) leaves.add(tree);
    return;
  }
  if (tree.end !== "") collectLeaves(endLeaf(tree.end), leaves, endLeaf);
  for (const { child } of groupsOf(tree)) collectLeaves(child, leaves, endLeaf);
}

/** How the words of a leaf become parts. */
export type PartsOf = (leaf: Leaf) => number[][];

/** The values of outcomes "a+b", ascending. */
export function valuesOf(at: ReadonlyMap<number, string>): readonly number[] {
  const outcomes = [...at.values()].filter((outcome) => outcome !== "");
  return [...new Set(outcomes.flatMap((outcome) => outcome.split("+").map(Number)))].sort((a, b) => a - b);
}

/** Of a table of choices: what may be chosen, whatever the length. */
export function choicesOf({ at }: Leaf): number[][] {
  const values = valuesOf(at);
  return values.map((value, i) => [value, i < values.length - 1 ? more : 0, anyLength]);
}

/** A tree and its leaves: a count of parts, the parts, the nodes. */
export function encodeTable(tree: Tree, masks: Masks, wordsOf: PartsOf = partsOf): number[] {
  // What a number is that ends at a node: a leaf for every length, since the node's depth is the length.
  const ends = new Map<string, Leaf>();
  const endLeaf = (end: string): Leaf => {
    const at = new Map(Array.from({ length: 16 }, (_, i) => [i + 2, end] as const));
    const leaf = ends.get(end) ?? { key: `end ${end}`, at };
    ends.set(end, leaf);
    return leaf;
  };
  const leaves = new Set<Leaf>();
  collectLeaves(tree, leaves, endLeaf);
  const codes = new Map<Leaf, number>();
  const words = [...leaves].map((leaf) => {
    const bytes = wordsOf(leaf);
    return {
      leaf,
      bytes,
      name: bytes.map((part) => part.map((byte) => byte.toString(16).padStart(2, "0"))).join(),
    };
  });
  // In the order of their words, which is the same in many tables.
  words.sort((a, b) => (a.name < b.name ? -1 : 1));
  const numbers = new Map<string, number>();
  const parts: number[][] = [];
  for (const { leaf, bytes, name } of words) {
    const code = numbers.get(name) ?? parts.length + 1;
    codes.set(leaf, code);
    if (numbers.has(name)) continue;
    numbers.set(name, code);
    parts.push(...bytes);
  }
  if (parts.length >= inlineChildWithSize) throw new Error(`${parts.length} parts are too many for one table.`);
  const codeOf = (leaf: Leaf): number => codes.get(leaf) ?? 0;

  function bytesOfNode(node: Node): number[] {
    const groups = groupsOf(node);
    const inner = groups.filter(({ child }) => !isLeaf(child));
    const bodies = inner.map(({ child }) => bytesOfNode(child as Node));
    const out: number[] = [];
    if (node.end !== "") out.push(...masks.bytes(0), codeOf(endLeaf(node.end)) | (groups.length === 0 ? lastGroup : 0));
    for (const [i, group] of groups.entries()) {
      const { child } = group;
      const last = i === groups.length - 1;
      out.push(...masks.bytesOf(group));
      const size = bodies[i]?.length ?? 0;
      const skipped = size >= skippedFrom && i < inner.length - 1;
      const code = isLeaf(child) ? codeOf(child) : skipped ? inlineChildWithSize : inlineChild;
      out.push(code | (last ? lastGroup : 0));
      if (skipped) out.push(size & 0xff, size >> 8);
    }
    return [...out, ...bodies.flat()];
  }
  // A table is one node at least, so that a reader need not ask.
  const nodes = isLeaf(tree) ? [...masks.bytes(allDigits), codeOf(tree) | lastGroup] : bytesOfNode(tree);
  return [parts.length, ...parts.flat(), ...nodes];
}
