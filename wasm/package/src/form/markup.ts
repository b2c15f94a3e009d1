// HTML as text. Everything put into a template is escaped unless it is Markup itself, so forgetting is safe.

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

/** Text that is HTML already. Made only by `markup`. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

export type MarkupPart = string | Markup | readonly Markup[];

function writePart(part: MarkupPart): string {
  if (typeof part === "string") return escapeHtml(part);
  return part instanceof Markup ? part.toString() : part.join("");
}

/** Template tag: markup`<p title="${text}">${text}</p>`. Attribute values stand in double quotes. */
export function markup(parts: TemplateStringsArray, ...values: readonly MarkupPart[]): Markup {
  return new Markup(parts.map((part, index) => part + writePart(values[index] ?? "")).join(""));
}

export const nothing: Markup = markup``;

/** An attribute with a leading space; nothing at all for "". */
export function attribute(name: string, value: string): Markup {
  return value === "" ? nothing : new Markup(` ${name}="${escapeHtml(value)}"`);
}

/** An attribute without a value, where it is wanted. */
export function flag(name: string, wanted: boolean): Markup {
  return wanted ? new Markup(` ${name}`) : nothing;
}
