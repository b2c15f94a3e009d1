// Makes a tree smaller by what does not matter: numbers that no plan assigns may be answered in any way.
// Depends on tree.
import { type Forest, isLeaf, type Leaf, type Tree } from "./tree.ts";

/** What still matters of a tree: outcomes of some lengths, or a node; "any": nothing matters. */
type Rest =
  | "any"
  | ReadonlyMap<number, string>
  | { readonly children: readonly Rest[]; readonly end: string | undefined };

function isMap(rest: Rest): rest is ReadonlyMap<number, string> {
  return rest instanceof Map;
}

/** Whether one leaf can say all of this. */
export type OneLeaf = (at: ReadonlyMap<number, string>) => boolean;

/** Both together; undefined when no leaf can say both. */
function union(
  a: ReadonlyMap<number, string>,
  b: ReadonlyMap<number, string>,
  oneLeaf: OneLeaf,
): ReadonlyMap<number, string> | undefined {
  for (const [length, outcome] of a) if (b.has(length) && b.get(length) !== outcome) return undefined;
  const both = new Map([...a, ...b]);
  return oneLeaf(both) ? both : undefined;
}

/** Brings children together that one leaf can stand for; what does not matter joins the most frequent. */
function cluster(children: readonly Rest[], oneLeaf: OneLeaf): readonly Rest[] {
  const clusters: { rest: Rest; readonly digits: number[] }[] = [];
  for (const [digit, child] of children.entries()) {
    if (child === "any") continue;
    let placed = false;
    for (const one of clusters) {
      const both = isMap(one.rest) && isMap(child) ? union(one.rest, child, oneLeaf) : undefined;
      if (both === undefined) continue;
      one.rest = both;
      one.digits.push(digit);
      placed = true;
      break;
    }
    if (!placed) clusters.push({ rest: child, digits: [digit] });
  }
  const largest = clusters.toSorted((a, b) => b.digits.length - a.digits.length)[0];
  return children.map(
    (_, digit) => clusters.find(({ digits }) => digits.includes(digit))?.rest ?? largest?.rest ?? "any",
  );
}

function join(children: readonly Rest[], end: string | undefined, depth: number, oneLeaf: OneLeaf): Rest {
  if (end === undefined && children.every((child) => child === "any")) return "any";
  let all: ReadonlyMap<number, string> | undefined = end === undefined ? new Map() : new Map([[depth, end]]);
  for (const child of children) {
    if (child === "any" || all === undefined) continue;
    all = isMap(child) ? union(all, child, oneLeaf) : undefined;
  }
  return all ?? { children: cluster(children, oneLeaf), end };
}

export function trim(forest: Forest, tree: Tree, plan: Tree, oneLeaf: OneLeaf): Tree {
  const known = new Map<string, Rest>();

  function visit(at: Tree, under: Tree, depth: number): Rest {
    const name = `${at.key} ${under.key} ${depth}`;
    const before = known.get(name);
    if (before !== undefined) return before;
    const rest = compute(at, under, depth);
    known.set(name, rest);
    return rest;
  }

  function compute(at: Tree, under: Tree, depth: number): Rest {
    if (isLeaf(under) && isLeaf(at)) return leafRest(at, under, depth);
    if (isLeaf(under) && ![...under.at.keys()].some((length) => length >= depth)) return "any";
    const child = (tree: Tree, digit: number): Tree => (isLeaf(tree) ? tree : (tree.children[digit] as Tree));
    const children = Array.from({ length: 10 }, (_, digit) => visit(child(at, digit), child(under, digit), depth + 1));
    const assigned = isLeaf(under) ? under.at.has(depth) : under.end !== "";
    const end = assigned ? (isLeaf(at) ? (at.at.get(depth) ?? "") : at.end) : undefined;
    return join(children, end, depth, oneLeaf);
  }

  function leafRest(at: Leaf, under: Leaf, depth: number): Rest {
    const lengths = [...under.at.keys()].filter((length) => length >= depth);
    return lengths.length === 0 ? "any" : new Map(lengths.map((length) => [length, at.at.get(length) ?? ""]));
  }

  function made(rest: Rest, depth: number): Tree {
    if (rest === "any") return forest.none;
    if (isMap(rest)) return forest.leaf(new Map([...rest].filter(([, outcome]) => outcome !== "")));
    const children = rest.children.map((child) => made(child, depth + 1));
    return forest.node(children, rest.end ?? "", depth);
  }
  return made(visit(tree, plan, 0), 0);
}
