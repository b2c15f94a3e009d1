// Postal patterns: the regular expressions of the source as the small language of checks/postal_code.hpp.
// Depends on nothing.

/** One character to match: a set as the language writes it, and whether it may be missing. */
interface Atom {
  readonly set: string;
  readonly optional: boolean;
}

type Sequence = readonly Atom[];

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const digits = "0123456789";

/** "0-46" as "012346". */
function spell(set: string): string {
  const plain = set.replaceAll("\\d", digits).replaceAll("\\-", "\0");
  return plain
    .replace(/(.)-(.)/g, (_, from: string, to: string) => {
      let run = "";
      for (let c = from.charCodeAt(0); c <= to.charCodeAt(0); c++) run += String.fromCharCode(c);
      return run;
    })
    .replaceAll("\0", "-");
}

/** A set of characters as the language writes it: "#" digits, "@" letters, "%" both, a character, or [...] with ranges. */
function write(characters: string): string {
  const sorted = [...new Set(characters)].sort().join("");
  if (sorted === digits) return "#";
  if (sorted === letters) return "@";
  if (sorted === digits + letters) return "%";
  if (sorted.length === 1) return sorted;
  // Of a separator with a choice the first is the canonical one.
  if (sorted === " -") return "[- ]";
  let out = "";
  for (let at = 0; at < sorted.length; ) {
    let end = at + 1;
    while (end < sorted.length && sorted.charCodeAt(end) === sorted.charCodeAt(end - 1) + 1) end++;
    out += end - at > 2 ? `${sorted[at]}-${sorted[end - 1]}` : sorted.slice(at, end);
    at = end;
  }
  return `[${out}]`;
}

/** The sequences of a regular expression as they are, for who needs more than to match them. */
export function sequencesOf(regex: string): readonly (readonly string[])[] {
  return new Reader(regex).read().map((sequence) => sequence.map(({ set, optional }) => (optional ? `${set}?` : set)));
}

/** All sequences that a regular expression stands for; groups are multiplied out, single characters may stay optional. */
class Reader {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  read(): readonly Sequence[] {
    const all: Sequence[] = [];
    do all.push(...this.sequence());
    while (this.accept("|"));
    return all;
  }

  private accept(text: string): boolean {
    if (!this.text.startsWith(text, this.at)) return false;
    this.at += text.length;
    return true;
  }

  private sequence(): readonly Sequence[] {
    let all: readonly Sequence[] = [[]];
    while (this.at < this.text.length && !"|)".includes(this.text[this.at] ?? "")) {
      const parts = this.repeated(this.item());
      all = all.flatMap((head) => parts.map((part) => [...head, ...part]));
    }
    return all;
  }

  private item(): readonly Sequence[] {
    if (this.accept("^") || this.accept("$") || this.accept("\\b")) return [[]];
    if (this.accept("(?:") || this.accept("(")) {
      const inside = this.read();
      if (!this.accept(")")) throw new Error(`no ")" in ${this.text}`);
      return inside;
    }
    if (this.accept("[")) {
      const end = this.text.indexOf("]", this.at);
      const set = write(spell(this.text.slice(this.at, end)));
      this.at = end + 1;
      return [[{ set, optional: false }]];
    }
    if (this.accept("\\d")) return [[{ set: "#", optional: false }]];
    const set = this.text[this.at++] ?? "";
    if (!/[0-9A-Z -]/.test(set)) throw new Error(`"${set}" in ${this.text}`);
    return [[{ set, optional: false }]];
  }

  private repeated(item: readonly Sequence[]): readonly Sequence[] {
    const single = item.length === 1 && item[0]?.length === 1 ? item[0][0] : undefined;
    if (this.accept("?")) {
      return single === undefined ? [[], ...item] : [[{ ...single, optional: true }]];
    }
    const counts = /^\{(\d+)(?:,(\d+))?\}/.exec(this.text.slice(this.at));
    if (counts === null) return item;
    this.at += counts[0].length;
    if (item.length !== 1) throw new Error(`a repeated choice in ${this.text}`);
    const [least, most] = [Number(counts[1]), Number(counts[2] ?? counts[1])];
    const once = item[0] ?? [];
    const rest = single === undefined ? [] : Array(most - least).fill({ ...single, optional: true });
    return [[...Array(least).fill(once).flat(), ...rest]];
  }
}

const same = (a: Atom | undefined, b: Atom | undefined): boolean => a?.set === b?.set && a?.optional === b?.optional;

/** The union of two sequences that differ in one place, or of which one has a letter more; undefined for others. */
function merge(a: Sequence, b: Sequence): Sequence | undefined {
  if (a.length === b.length) {
    const places = a.flatMap((atom, i) => (same(atom, b[i]) ? [] : [i]));
    const [place] = places;
    const [x, y] = [a[place ?? 0], b[place ?? 0]];
    if (places.length !== 1 || place === undefined || x === undefined || y === undefined) return undefined;
    if (x.optional || y.optional || /[ -]/.test(x.set[0] ?? "") || /[ -]/.test(y.set[0] ?? "")) return undefined;
    const set = write(spellSet(x.set) + spellSet(y.set));
    return a.map((atom, i) => (i === place ? { set, optional: false } : atom));
  }
  if (a.length !== b.length + 1) return undefined;
  for (let i = 1; i < a.length; i++) {
    const shorter = a.filter((_, at) => at !== i);
    const atom = a[i];
    if (atom === undefined || atom.optional || !/^[[A-Z]/.test(atom.set)) continue;
    if (shorter.every((each, at) => same(each, b[at]))) {
      return a.map((each, at) => (at === i ? { ...each, optional: true } : each));
    }
  }
  return undefined;
}

export function spellSet(set: string): string {
  if (set === "#") return digits;
  if (set === "@") return letters;
  if (set === "%") return digits + letters;
  return set.startsWith("[") ? spell(set.slice(1, -1)) : set;
}

/** Merges as long as two of them can be; the order of alternatives means nothing. */
function merged(sequences: readonly Sequence[]): readonly Sequence[] {
  const all = [...new Map(sequences.map((each) => [JSON.stringify(each), each])).values()];
  for (let i = 0; i < all.length; i++) {
    for (let j = 0; j < all.length; j++) {
      const [a, b] = [all[i], all[j]];
      const union = i === j || a === undefined || b === undefined ? undefined : merge(a, b);
      if (union === undefined) continue;
      all[i] = union;
      all.splice(j, 1);
      i = -1;
      break;
    }
  }
  return all;
}

/**
 * The pattern for one regular expression. An optional separator that `example` shows is written with "!": the canonical
 * spelling has it.
 */
export function toPattern(regex: string, separated: boolean): string {
  return merged(new Reader(regex).read())
    .map((sequence) =>
      sequence
        .map(({ set, optional }) => {
          if (!optional) return set;
          return /^[ -]$|^\[- \]$/.test(set) && separated ? `${set}!` : `${set}?`;
        })
        .join(""),
    )
    .join("|");
}
