// Texts of the language of a regular expression, at random: the patterns of phone metadata, which use nothing that loops.

/** Numbers that look random and are the same for the same seed. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(bound: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * bound);
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }
}

/** Where the alternatives of the group that begins at `from` begin, and where it ends. */
function alternatives(pattern: string, from: number): { readonly begins: number[]; readonly end: number } {
  const begins = [from];
  let depth = 0;
  let at = from;
  for (; at < pattern.length; ++at) {
    const character = pattern[at];
    if (character === "[") at = pattern.indexOf("]", at);
    else if (character === "(") depth += 1;
    else if (character === ")" && --depth < 0) break;
    else if (character === "|" && depth === 0) begins.push(at + 1);
  }
  return { begins, end: at };
}

class Writer {
  readonly #pattern: string;
  readonly #random: Random;
  #at = 0;

  constructor(pattern: string, random: Random) {
    this.#pattern = pattern;
    this.#random = random;
  }

  group(): string {
    const { begins, end } = alternatives(this.#pattern, this.#at);
    this.#at = this.#random.pick(begins);
    let text = "";
    while (this.#at < this.#pattern.length && !"|)".includes(this.#pattern[this.#at] ?? "")) text += this.#repeated();
    this.#at = end;
    return text;
  }

  #repeated(): string {
    const begin = this.#at;
    const first = this.#atom();
    const rest = this.#pattern.slice(this.#at);
    const counted = /^(?:\?|\{(\d+)(?:,(\d+))?\})/.exec(rest);
    const least = counted === null ? 1 : Number(counted[1] ?? 0);
    const most = counted === null ? 1 : Number(counted[2] ?? counted[1] ?? 1);
    const end = this.#at + (counted?.[0].length ?? 0);
    const times = least + this.#random.below(most - least + 1);
    let text = times === 0 ? "" : first;
    for (let i = 1; i < times; ++i) {
      this.#at = begin;
      text += this.#atom();
    }
    this.#at = end;
    return text;
  }

  #atom(): string {
    const rest = this.#pattern.slice(this.#at);
    if (rest.startsWith("(")) {
      this.#at += rest.startsWith("(?:") ? 3 : 1;
      const text = this.group();
      this.#at += 1;
      return text;
    }
    const set = /^\[([^\]]*)\]/.exec(rest);
    if (set !== null) {
      this.#at += set[0].length;
      const fits = new RegExp(set[0]);
      return this.#random.pick([..."0123456789"].filter((digit) => fits.test(digit)));
    }
    this.#at += rest.startsWith("\\d") ? 2 : 1;
    // The end of the text, which is said where it is.
    if (rest.startsWith("$")) return "";
    return rest.startsWith("\\d") ? String(this.#random.below(10)) : (rest[0] ?? "");
  }
}

/** A text of the language of `pattern`. */
export function write(pattern: string, random: Random): string {
  return new Writer(pattern, random).group();
}
