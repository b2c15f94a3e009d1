// Tables of digits as bits; core/src/atlas/table_reader.hpp reads them and draws what they consist of.
// Depends on bits, cells.
import { type BitWriter, OddsTable } from "./bits.ts";
import { type Cell, type CellNode, isNode, type Words } from "./cells.ts";

const nothing = 0;
const child = 1;
const firstLeaf = 2;
const none = 255;
/** Symbols below are told apart one by one. */
const rare = 7;

/** The leaves of a table, those that stand in most places first. */
function leavesOf(root: CellNode): readonly Words[] {
  const counts = new Map<Words, number>();
  const seen = new Set<CellNode>();
  const count = (cell: Cell): void => {
    if (cell === undefined) return;
    if (!isNode(cell)) {
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    } else if (!seen.has(cell)) {
      seen.add(cell);
      count(cell.end);
      for (const [digit, one] of cell.cells.entries()) if (digit === 0 || one !== cell.cells[digit - 1]) count(one);
    }
  };
  count(root);
  return [...counts].sort(([, a], [, b]) => b - a).map(([words]) => words);
}

/** Where a node stands while its cells are written. */
interface Place {
  readonly depth: number;
  readonly digit: number;
  readonly run: number;
  readonly before: number;
  readonly used: number;
}

/** Writes tables of one kind, which learn from each other. */
export class TableWriter {
  /** How many of the tables so far. */
  parts = 0;
  nodes = 0;
  readonly #bits: BitWriter;
  readonly #odds = new OddsTable();

  constructor(bits: BitWriter) {
    this.#bits = bits;
  }

  write(root: CellNode, withLengths: boolean): void {
    const leaves = leavesOf(root);
    this.#number(leaves.length, "leaves");
    for (const words of leaves) this.#writeWords(words, withLengths);
    this.parts += leaves.reduce((sum, { parts }) => sum + parts.length, 0);
    this.#writeNode(root, 0, leaves, []);
  }

  #number(value: number, name: string): void {
    this.#bits.number(value, this.#odds, name);
  }

  #writeWords({ parts }: Words, withLengths: boolean): void {
    this.#number(parts.length - 1, "parts");
    for (const [i, { value, extra, first, last }] of parts.entries()) {
      this.#number(value, i === 0 ? "value" : "next value");
      if (!withLengths) continue;
      this.#bits.digits(extra, 5, this.#odds, "extra");
      const range = (first - 2) | ((last - first) << 4);
      this.#bits.digits(range, 8, this.#odds, i === 0 ? "range" : "next range");
    }
  }

  #writeNode(node: CellNode, depth: number, leaves: readonly Words[], kept: CellNode[]): void {
    this.nodes += 1;
    const ends = node.end !== undefined;
    this.#bits.bit(ends, this.#odds.at(`ends ${Math.min(depth, 4)}`));
    if (node.end !== undefined) this.#number(leaves.indexOf(node.end), "end");
    let place: Place = { depth, digit: 0, run: 0, before: none, used: 0 };
    for (const [digit, cell] of node.cells.entries()) {
      const repeats = digit > 0 && cell === node.cells[digit - 1];
      if (digit > 0) this.#writeRepeats(repeats, place);
      if (repeats) {
        place = { ...place, digit: digit + 1, run: place.run + 1 };
        continue;
      }
      const symbol = cell === undefined ? nothing : isNode(cell) ? child : firstLeaf + leaves.indexOf(cell);
      this.#writeSymbol(symbol, place);
      if (isNode(cell)) this.#writeChild(cell, depth + 1, leaves, kept);
      const used = place.used | (1 << Math.min(symbol, rare));
      place = { depth, digit: digit + 1, run: 0, before: symbol, used };
    }
  }

  #writeRepeats(repeats: boolean, { depth, digit, run, before, used }: Place): void {
    const [kind, near] = [Math.min(before, 3), Math.min(depth, 4)];
    this.#bits.bit(
      repeats,
      this.#odds.at(`repeats ${kind} ${digit} ${run}`),
      this.#odds.at(`repeats among ${near} ${kind} ${used}`),
    );
  }

  #writeSymbol(symbol: number, { depth, before, used }: Place): void {
    for (let one = 0; one < rare; ++one) {
      // It is not the one before again, unless that is another child.
      if (one === before && one !== child) continue;
      const [first, second] = [
        `${one} ${Math.min(before, rare)} ${used}`,
        `${one} ${Math.min(depth, 5)} ${used & 3} at depth`,
      ];
      this.#bits.bit(symbol === one, this.#odds.at(`symbol ${first}`), this.#odds.at(`symbol ${second}`));
      if (symbol === one) return;
    }
    this.#number(symbol - rare, "rare");
  }

  #writeChild(node: CellNode, depth: number, leaves: readonly Words[], kept: CellNode[]): void {
    const at = kept.indexOf(node);
    if (kept.length > 0) this.#bits.bit(at >= 0, this.#odds.at(`known ${Math.min(depth, 6)}`));
    if (at >= 0) {
      this.#number(kept.length - 1 - at, "back");
      kept.splice(at, 1);
    } else {
      this.#writeNode(node, depth, leaves, kept);
    }
    kept.push(node);
  }
}
