// Words with places to fill, in ICU syntax: {name}, {name, number}, {name, plural, one {...} other {... # ...}} and
// {name, select, lines {...} other {...}}. Braces mean nothing else, and there is no quoting. Pure: text in, tree out.

/** Words are text, places, and choices between words. */
export type Part = string | Place | Choice;

export interface Place {
  readonly name: string;
  readonly type: "text" | "number";
}

export interface Choice {
  readonly name: string;
  readonly type: "plural" | "select";
  /** "other" is always among them; of a plural the rest are categories such as "few", or "=1". */
  readonly cases: ReadonlyMap<string, readonly Part[]>;
}

/** What is wrong with words, in a sentence. */
export class MessageError extends Error {
  override readonly name: string = "MessageError";
}

export const isChoice = (part: Part): part is Choice => typeof part === "object" && "cases" in part;

/** One walk through the text; `plural` is the number that # stands for. */
class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#text.length;
  }

  /** The text that `pattern` matches here, and moves behind it; "" if it does not. */
  #take(pattern: RegExp): string {
    const [found = ""] = new RegExp(pattern, "uy").exec(this.#text.slice(this.#at)) ?? [];
    this.#at += found.length;
    return found;
  }

  #fail(what: string): never {
    throw new MessageError(`${what}, at "${this.#text.slice(this.#at, this.#at + 20)}"`);
  }

  #expect(text: string, what: string): void {
    this.#take(/\s*/);
    if (!this.#text.startsWith(text, this.#at)) this.#fail(what);
    this.#at += text.length;
  }

  /** Up to the end, or to the brace that closes the case these parts are of. */
  parts(plural: string | null): readonly Part[] {
    const parts: Part[] = [];
    for (;;) {
      const text = this.#take(plural === null ? /[^{}]+/ : /[^{}#]+/);
      if (text !== "") parts.push(text);
      else if (this.#take(/\{/) !== "") parts.push(this.#place(plural));
      else if (plural !== null && this.#take(/#/) !== "") parts.push({ name: plural, type: "number" });
      else return parts;
    }
  }

  #place(plural: string | null): Part {
    const name = this.#take(/[a-z][A-Za-z0-9]*/);
    if (name === "") this.#fail("a brace opens no plain name");
    this.#take(/\s*/);
    if (this.#take(/\}/) !== "") return { name, type: "text" };
    this.#expect(",", `{${name} is not closed`);
    const type = this.#take(/\s*[a-z]+/).trim();
    if (type === "number") {
      this.#expect("}", `{${name}, number is not closed`);
      return { name, type };
    }
    if (type !== "plural" && type !== "select") this.#fail(`{${name} is a number, a plural or a select`);
    this.#expect(",", `{${name}, ${type} has no cases`);
    return { name, type, cases: this.#cases(name, type, plural) };
  }

  #cases(name: string, type: Choice["type"], plural: string | null): Choice["cases"] {
    const cases = new Map<string, readonly Part[]>();
    for (;;) {
      this.#take(/\s*/);
      if (this.#take(/\}/) !== "") break;
      const key = this.#take(type === "plural" ? /=\d+|[a-z]+/ : /[A-Za-z][A-Za-z0-9_]*/);
      if (key === "") this.#fail(`a case of {${name}} has no name`);
      if (cases.has(key)) this.#fail(`{${name}} has the case ${key} twice`);
      this.#expect("{", `the case ${key} of {${name}} has no words in braces`);
      cases.set(key, this.parts(type === "plural" ? name : plural));
      this.#expect("}", `the case ${key} of {${name}} is not closed`);
    }
    if (!cases.has("other")) throw new MessageError(`{${name}} has no case "other"`);
    return cases;
  }
}

/** Throws a MessageError. */
export function parseMessage(text: string): readonly Part[] {
  const reader = new Reader(text);
  const parts = reader.parts(null);
  if (!reader.isAtEnd) throw new MessageError("a brace closes what was never opened");
  return parts;
}

/** Every part, those inside of cases too. */
export function allParts(parts: readonly Part[]): readonly Part[] {
  return parts.flatMap((part) => [part, ...(isChoice(part) ? allParts([...part.cases.values()].flat()) : [])]);
}

/** The names of what the words are filled with, each once, sorted. */
export function placesOf(parts: readonly Part[]): readonly string[] {
  return [...new Set(allParts(parts).flatMap((part) => (typeof part === "string" ? [] : [part.name])))].sort();
}

/** The words with {name} for each place and the case "other" of each choice: what they are like on paper. */
export function plainText(parts: readonly Part[]): string {
  return parts
    .map((part) => {
      if (typeof part === "string") return part;
      return isChoice(part) ? plainText(part.cases.get("other") ?? []) : `{${part.name}}`;
    })
    .join("");
}

/** What a language asks of the words in it: the cases of its plurals. A sentence each. */
export function pluralComplaints(parts: readonly Part[], language: string): readonly string[] {
  const categories: readonly string[] = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  return allParts(parts).flatMap((part) => {
    if (!isChoice(part) || part.type !== "plural") return [];
    const cases = [...part.cases.keys()].filter((key) => !key.startsWith("="));
    return [
      ...categories
        .filter((category) => !cases.includes(category))
        .map((category) => `{${part.name}} has no case "${category}", which ${language} has`),
      ...cases
        .filter((key) => !categories.includes(key))
        .map((key) => `{${part.name}} has the case "${key}", which ${language} has not`),
    ];
  });
}
