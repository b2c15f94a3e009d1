// A piece of the form as plain values, before anything has written it: tree-text.ts makes HTML of it, tree-dom.ts nodes.

/** An attribute that is false or undefined is not there; true is one without a value. */
export type Attributes = Readonly<Record<string, string | boolean | undefined>>;

export interface TreeElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: readonly Tree[];
}

/** A string is text, never markup. */
export type Tree = string | TreeElement;

/** What may stand among the children: lists are taken apart, null is nothing. */
export type Child = Tree | null | readonly Child[];

function flatten(child: Child): readonly Tree[] {
  if (child === null) return [];
  if (typeof child === "string") return [child];
  return "name" in child ? [child] : child.flatMap(flatten);
}

/** An element: its name, its attributes, what is in it. */
export function el(name: string, attributes: Attributes, ...children: readonly Child[]): TreeElement {
  return { name, attributes, children: children.flatMap(flatten) };
}

/** For an attribute that is left out where it would say nothing. */
export function orNone(value: string): string | undefined {
  return value === "" ? undefined : value;
}
