// The regular expressions of the phone metadata as a nondeterministic automaton over the ten digits. They use digits, \d,
// classes, groups, alternation and counted repeats, and nothing that loops: every language here is finite.
// Depends on nothing.

/** A node has edges that take a digit, edges that take nothing, and perhaps a mark: what has been matched here. */
export interface NfaNode {
  readonly steps: { readonly digits: number; readonly to: NfaNode }[];
  readonly free: NfaNode[];
  mark: number;
}

export function node(): NfaNode {
  return { steps: [], free: [], mark: -1 };
}

/** Digits as a set of ten bits. */
export const anyDigit = 0x3ff;

class Reader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  peek(): string {
    return this.text[this.at] ?? "";
  }

  take(literal: string): boolean {
    if (!this.text.startsWith(literal, this.at)) return false;
    this.at += literal.length;
    return true;
  }

  fail(): never {
    throw new Error(`"${this.text}" has something at ${this.at} that phone patterns do not use.`);
  }
}

function digitBit(character: string): number {
  return /^\d$/.test(character) ? 1 << Number(character) : 0;
}

function readClass(reader: Reader): number {
  let digits = 0;
  while (!reader.take("]")) {
    if (reader.take("\\d")) {
      digits |= anyDigit;
      continue;
    }
    const from = reader.peek();
    if (digitBit(from) === 0) reader.fail();
    reader.at += 1;
    const to = reader.take("-") ? reader.peek() : from;
    if (to !== from) reader.at += 1;
    if (digitBit(to) === 0 || to < from) reader.fail();
    for (let digit = Number(from); digit <= Number(to); ++digit) digits |= 1 << digit;
  }
  return digits;
}

/** Reads one atom and adds it after `from`; the node it ends in. */
function addAtom(reader: Reader, from: NfaNode): NfaNode {
  if (reader.take("(")) {
    reader.take("?:");
    const end = addAlternatives(reader, from);
    if (!reader.take(")")) reader.fail();
    return end;
  }
  let digits = 0;
  if (reader.take("\\d")) {
    digits = anyDigit;
  } else if (reader.take("[")) {
    digits = readClass(reader);
  } else {
    digits = digitBit(reader.peek());
    if (digits === 0) reader.fail();
    reader.at += 1;
  }
  const to = node();
  from.steps.push({ digits, to });
  return to;
}

function readRepeat(reader: Reader): [number, number] {
  if (reader.take("?")) return [0, 1];
  const counted = /^\{(\d+)(?:,(\d+))?\}/.exec(reader.text.slice(reader.at));
  if (counted === null) return [1, 1];
  reader.at += counted[0].length;
  return [Number(counted[1]), Number(counted[2] ?? counted[1])];
}

function addSequence(reader: Reader, start: NfaNode): NfaNode {
  let from = start;
  while (reader.peek() !== "" && reader.peek() !== "|" && reader.peek() !== ")") {
    const begin = reader.at;
    addAtom(reader, node());
    const end = reader.at;
    const [least, most] = readRepeat(reader);
    const after = reader.at;
    const done = node();
    for (let times = 0; times < most; ++times) {
      if (times >= least) from.free.push(done);
      reader.at = begin;
      from = addAtom(reader, from);
      if (reader.at !== end) reader.fail();
    }
    from.free.push(done);
    reader.at = after;
    from = done;
  }
  return from;
}

function addAlternatives(reader: Reader, from: NfaNode): NfaNode {
  const end = node();
  do {
    const start = node();
    from.free.push(start);
    addSequence(reader, start).free.push(end);
  } while (reader.take("|"));
  return end;
}

/** Adds `pattern` after `from`, ending in a node with `mark`. */
export function addPattern(from: NfaNode, pattern: string, mark: number): void {
  const reader = new Reader(pattern);
  const end = addAlternatives(reader, from);
  if (reader.at !== pattern.length) reader.fail();
  end.mark = mark;
}
