// Decision trees over the digits of a number. A leaf needs no further digit: what it says depends on the length of the
// whole number alone. So the long tails of "and six more digits" take no states, and the words of a leaf repeat all over
// a country, which is what makes the tables small.
// Depends on regex.
import type { NfaNode } from "./regex.ts";

/** No national number is longer (ITU-T E.164 allows 15 with the country code; libphonenumber reads up to 17). */
export const maxLength = 17;

export interface Leaf {
  readonly key: string;
  /** Length of the whole number to outcome; a length that is not there has none. */
  readonly at: ReadonlyMap<number, string>;
}

export interface Node {
  readonly key: string;
  readonly children: readonly Tree[];
  /** The outcome when the number ends here; "" for none. */
  readonly end: string;
}

export type Tree = Leaf | Node;

export function isLeaf(tree: Tree): tree is Leaf {
  return "at" in tree;
}

/** Makes trees; equal ones are the same object. */
export class Forest {
  readonly #known = new Map<string, Tree>();
  readonly none: Leaf = this.leaf(new Map());

  #same<T extends Tree>(name: string, make: (key: string) => T): T {
    const known = this.#known.get(name);
    if (known !== undefined) return known as T;
    const made = make(String(this.#known.size));
    this.#known.set(name, made);
    return made;
  }

  leaf(at: ReadonlyMap<number, string>): Leaf {
    const sorted = [...at].sort(([a], [b]) => a - b);
    return this.#same(`leaf ${sorted.join(" ")}`, (key) => ({ key, at: new Map(sorted) }));
  }

  /** A node at `depth`, or the leaf that says the same. */
  node(children: readonly Tree[], end: string, depth: number): Tree {
    const [first] = children;
    if (first !== undefined && isLeaf(first) && children.every((child) => child === first)) {
      return end === "" ? first : this.leaf(new Map([...first.at, [depth, end]]));
    }
    const name = `node ${end} ${children.map(({ key }) => key)}`;
    return this.#same(name, (key) => ({ key, children, end }));
  }
}

/** How a tree grows out of an automaton. `Kept` is what stays known whatever follows. */
export interface Rules<Kept> {
  readonly nothing: Kept;
  keep(kept: Kept, marks: ReadonlySet<number>, depth: number): Kept;
  /** The outcome of a number that ends at `depth`. */
  end(kept: Kept, marks: ReadonlySet<number>, depth: number): string;
}

export function grow<Kept>(forest: Forest, start: NfaNode, rules: Rules<Kept>): Tree {
  const ids = new Map<NfaNode, number>();
  const built = new Map<string, Tree>();
  const idOf = (one: NfaNode): number => {
    const id = ids.get(one) ?? ids.size;
    ids.set(one, id);
    return id;
  };

  function beyond(kept: Kept, depth: number): Leaf {
    const at = new Map<number, string>();
    for (let length = depth; length <= maxLength; ++length) {
      const outcome = rules.end(kept, new Set(), length);
      if (outcome !== "") at.set(length, outcome);
    }
    return forest.leaf(at);
  }

  function visit(from: readonly NfaNode[], before: Kept, depth: number): Tree {
    const seen = new Set(from);
    for (const one of seen) for (const next of one.free) seen.add(next);
    const marks = new Set([...seen].map(({ mark }) => mark).filter((mark) => mark >= 0));
    const kept = rules.keep(before, marks, depth);
    const nodes = [...seen].filter(({ steps }) => steps.length > 0);
    const numbers = nodes.map(idOf).sort((a, b) => a - b);
    const name = `${depth} ${numbers} ${[...marks].sort((a, b) => a - b)} ${JSON.stringify(kept)}`;
    const known = built.get(name);
    if (known !== undefined) return known;
    const children: Tree[] = [];
    for (let digit = 0; digit < 10; ++digit) {
      const after = nodes.flatMap(({ steps }) =>
        steps.filter(({ digits }) => digits & (1 << digit)).map(({ to }) => to),
      );
      children.push(
        after.length === 0 || depth === maxLength ? beyond(kept, depth + 1) : visit(after, kept, depth + 1),
      );
    }
    const tree = forest.node(children, rules.end(kept, marks, depth), depth);
    built.set(name, tree);
    return tree;
  }
  return visit([start], rules.nothing, 0);
}

/** What the tree says about `digits`; "" for nothing. */
export function outcomeOf(tree: Tree, digits: string): string {
  let at = tree;
  let depth = 0;
  while (!isLeaf(at)) {
    if (depth === digits.length) return at.end;
    at = at.children[Number(digits[depth])] as Tree;
    depth += 1;
  }
  return at.at.get(digits.length) ?? "";
}
