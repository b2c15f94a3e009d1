// An arithmetic coder of bits: the writer for the reader in core/src/atlas/bit_reader.hpp, which says how it works.
// Depends on nothing.

const certain = 0xffff;
const least = 32;
/** Odds are kept to so many of 0x10000. */
const step = 16;
/** How far a bit moves the odds, of 0x8000, by how many were seen: 2 / (2 * seen + 3). */
const weights: readonly number[] = Array.from({ length: 9 }, (_, seen) => Math.floor(0x10000 / (2 * seen + 3)));

/** How likely the next bit is a one, learnt from the bits before. */
export interface Odds {
  one: number;
  seen: number;
}

const odds = (): Odds => ({ one: 0x8000, seen: 0 });

/** Odds by the name of what they depend on; they begin even. */
export class OddsTable {
  readonly #known = new Map<string, Odds>();

  at(name: string): Odds {
    const known = this.#known.get(name) ?? odds();
    this.#known.set(name, known);
    return known;
  }
}

function learn(one: Odds, bit: boolean): void {
  const toward = (bit ? certain : 0) - one.one;
  const learnt = one.one + Math.floor((toward * (weights[one.seen] ?? 0)) / 0x8000);
  const kept = Math.min(certain - least, Math.max(least, learnt));
  one.one = kept - (kept % step);
  if (one.seen + 1 < weights.length) ++one.seen;
}

export class BitWriter {
  readonly #bytes: number[] = [];
  #low = 0;
  #high = 0xffffffff;

  /** One bit, by the odds of one thing it depends on, or the mean of two. */
  bit(bit: boolean, first: Odds, second?: Odds): void {
    const one = second === undefined ? first.one : (first.one + second.one) >> 1;
    const split = this.#low + Math.floor(((this.#high - this.#low) * one) / 0x10000);
    if (bit) this.#high = split;
    else this.#low = split + 1;
    learn(first, bit);
    if (second !== undefined) learn(second, bit);
    while (this.#low >>> 24 === this.#high >>> 24) {
      this.#bytes.push(this.#high >>> 24);
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 0xff) >>> 0;
    }
  }

  /** A number of `size` bits, high bits first, each by those before it. */
  digits(value: number, size: number, table: OddsTable, name: string): void {
    let before = 1;
    for (let at = size - 1; at >= 0; --at) {
      const bit = (value >> at) & 1;
      this.bit(bit === 1, table.at(`${name} ${before}`));
      before = before * 2 + bit;
    }
  }

  /** Any number: how many bits value + 1 has behind its first one, and those bits. */
  number(value: number, table: OddsTable, name: string): void {
    const size = Math.floor(Math.log2(value + 1));
    for (let at = 0; at < size; ++at) this.bit(true, table.at(`${name} size ${at}`));
    this.bit(false, table.at(`${name} size ${size}`));
    for (let at = size - 1; at >= 0; --at) {
      this.bit((((value + 1) >> at) & 1) === 1, table.at(`${name} bit ${size} ${at}`));
    }
  }

  /** All bits so far as bytes; the reader finds zeros behind them. */
  finish(): readonly number[] {
    return [
      ...this.#bytes,
      this.#high >>> 24,
      (this.#high >>> 16) & 0xff,
      (this.#high >>> 8) & 0xff,
      this.#high & 0xff,
    ];
  }
}
