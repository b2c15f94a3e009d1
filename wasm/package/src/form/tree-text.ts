// Writes a tree as HTML text. Everything in it is escaped, so forgetting is safe.
import type { Tree, TreeElement } from "./tree.ts";

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** For text and for attribute values in quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** Elements without an end. */
const empty: ReadonlySet<string> = new Set(["input", "img", "br"]);

/** Elements that stand within a line: white space around them would be seen. */
const inline: ReadonlySet<string> = new Set(["a", "bdi", "span", "small", "input", "textarea", "strong"]);

function writeAttribute([name, value]: readonly [string, string | boolean | undefined]): string {
  if (value === undefined || value === false) return "";
  return value === true ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`;
}

/** What is in the element. */
function writeInside({ name, children }: TreeElement): string {
  const text = children.map(writeTree).join("");
  // A line feed right after the tag belongs to the tag; without it a value's own first one would be lost.
  return name === "textarea" ? `\n${text}` : text;
}

/** The tree as HTML text. */
export function writeTree(tree: Tree): string {
  if (typeof tree === "string") return escapeHtml(tree);
  const { name, attributes } = tree;
  const start = `<${name}${Object.entries(attributes).map(writeAttribute).join("")}>`;
  const end = empty.has(name) ? "" : `${writeInside(tree)}</${name}>`;
  return `${start}${end}${inline.has(name) ? "" : "\n"}`;
}
