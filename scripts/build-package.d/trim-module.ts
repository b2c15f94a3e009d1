// A module without what only its linker needed: exports that nobody calls, and the heads of the pieces that binaryen cuts its
// data into. It does so to leave zeros out, which a compressor does better. Depends on nothing.

const exportSection = 7;
const dataCountSection = 12;
const dataSection = 11;
const constant = 0x41; // i32.const
const end = 0x0b;

class Reader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.at = at;
  }

  byte(): number {
    const byte = this.#bytes[this.at];
    if (byte === undefined) throw new Error("The module ends too early.");
    ++this.at;
    return byte;
  }

  /** A LEB128 number below 2^32. */
  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
    }
  }

  take(size: number): Uint8Array {
    this.at += size;
    return this.#bytes.subarray(this.at - size, this.at);
  }
}

function number(value: number): readonly number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...number(Math.floor(value / 0x80))];
}

/** The same signed: its highest bit of seven says nothing of a sign. */
function address(value: number): readonly number[] {
  return value < 0x40 ? [value] : [(value & 0x7f) | 0x80, ...address(Math.floor(value / 0x80))];
}

function keptExports(section: Uint8Array, isKept: (name: string) => boolean): Uint8Array {
  const reader = new Reader(section, 0);
  const kept: Uint8Array[] = [];
  for (let left = reader.number(); left > 0; --left) {
    const begin = reader.at;
    const name = new TextDecoder().decode(reader.take(reader.number()));
    reader.byte();
    reader.number();
    if (isKept(name)) kept.push(section.subarray(begin, reader.at));
  }
  return Buffer.concat([Uint8Array.from(number(kept.length)), ...kept]);
}

function inOnePiece(section: Uint8Array): Uint8Array {
  const reader = new Reader(section, 0);
  const pieces: { readonly at: number; readonly bytes: Uint8Array }[] = [];
  for (let left = reader.number(); left > 0; --left) {
    if (reader.byte() !== 0 || reader.byte() !== constant) throw new Error("A piece of data has no fixed place.");
    const at = reader.number();
    if (reader.byte() !== end) throw new Error("A piece of data has no fixed place.");
    pieces.push({ at, bytes: reader.take(reader.number()) });
  }
  const begin = Math.min(...pieces.map(({ at }) => at));
  const all = Buffer.alloc(Math.max(...pieces.map(({ at, bytes }) => at + bytes.length)) - begin);
  for (const { at, bytes } of pieces) all.set(bytes, at - begin);
  return Buffer.from([1, 0, constant, ...address(begin), end, ...number(all.length), ...all]);
}

/** `isKept` tells of an export by its name whether it stays. */
export function trimModule(module: Uint8Array, isKept: (name: string) => boolean): Buffer {
  const headSize = 8;
  const parts: Uint8Array[] = [module.subarray(0, headSize)];
  for (const reader = new Reader(module, headSize); reader.at < module.length; ) {
    const kind = reader.byte();
    const content = reader.take(reader.number());
    if (kind === dataCountSection) continue; // says how many pieces there are, and may be left out
    let kept = content;
    if (kind === exportSection) kept = keptExports(content, isKept);
    if (kind === dataSection) kept = inOnePiece(content);
    parts.push(Uint8Array.from([kind, ...number(kept.length)]), kept);
  }
  return Buffer.concat(parts);
}
