// Makes nodes of a tree: by createElement and textContent alone, as the strictest content security policy asks.
import type { Tree, TreeElement } from "./tree.ts";

function setAttributes(element: HTMLElement, attributes: TreeElement["attributes"]): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (typeof value === "string") element.setAttribute(name, value);
  }
}

export function makeElement({ name, attributes, children }: TreeElement): HTMLElement {
  const element = document.createElement(name);
  setAttributes(element, attributes);
  element.append(...children.map(makeNode));
  return element;
}

export function makeNode(tree: Tree): Node {
  return typeof tree === "string" ? document.createTextNode(tree) : makeElement(tree);
}
