// One instance of the module: its memory, its exports, and how input gets in. The layouts are drawn in
// wasm/bindings/bridge.hpp. Growth detaches the views of the memory, which makes them empty: none is used after an export
// was called without asking for it again.

/** The most a call takes, in bytes (limits.hpp, record_max_bytes). */
export const maxInput: number = 1024 * 1024;
const firstCapacity = 4096;
// Up to here a loop over ASCII is faster than calling what decodes or encodes.
const shortText = 48;

/** What exports.cpp exports of either module, as emcc's glue names it. Sizes are in bytes, answers are addresses or sizes. */
export interface Exports {
  _abi_version(): number;
  _reserve(size: number): number;
  _check_packed(size: number, options: number): number;
  _check_field_packed(size: number, options: number, field: number): number;
  _check_uuid(size: number): number;
  _check_salesforce_id(size: number, object: number): number;
  _uuid_v4(size: number): number;
  _uuid_v7(size: number): number;
  _ask(query: number, size: number): number;
  _text_address(): number;
  _reserve_atlas(size: number): number;
  /** 0 for what is no atlas. */
  _load_atlas(): number;
}

/** What the full module exports beside, by Embind. */
export interface FullExports extends Exports {
  checkText(size: number, options: number): number;
  askFull(query: number, size: number): number;
  loadProfile(size: number): number;
  readRequest(size: number, options: number): number;
  makeToken(size: number): number;
}

/** A WebAssembly.Memory, or a view of all of one that never grows. */
export interface Memory {
  readonly buffer: ArrayBuffer;
}

export const encoder: TextEncoder = new TextEncoder();
// A byte order mark is a character of the value it stands in.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export class Instance {
  readonly exports: Exports;
  readonly #memory: Memory;
  #bytes = new Uint8Array(0);
  #words = new Uint32Array(0);
  #input: Uint8Array = new Uint8Array(0);
  #address = 0;
  #capacity = 0;

  constructor(exports: Exports, memory: Memory) {
    this.exports = exports;
    this.#memory = memory;
  }

  /** All of the memory; WebAssembly and every host of it are little-endian. */
  bytes(): Uint8Array {
    if (this.#bytes.length === 0) this.#bytes = new Uint8Array(this.#memory.buffer);
    return this.#bytes;
  }

  /** All of the memory as words of 32 bits: word i lies at address 4 * i. */
  words(): Uint32Array {
    if (this.#words.length === 0) this.#words = new Uint32Array(this.#memory.buffer);
    return this.#words;
  }

  decode(address: number, size: number): string {
    const bytes = this.bytes();
    if (address + size > bytes.length) throw new RangeError("No such text.");
    const end = address + size;
    if (size > shortText) return decoder.decode(bytes.subarray(address, end));
    let text = "";
    let all = 0;
    let at = address;
    for (; at + 4 <= end; at += 4) {
      const [a, b, c, d] = [bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0];
      all |= a | b | c | d;
      text += String.fromCharCode(a, b, c, d);
    }
    for (; at < end; ++at) {
      const byte = bytes[at] ?? 0;
      all |= byte;
      text += String.fromCharCode(byte);
    }
    return all < 0x80 ? text : decoder.decode(bytes.subarray(address, end));
  }

  /** The text an export just answered with `size`. */
  answer(size: number): string {
    return this.decode(this.exports._text_address(), size);
  }

  /** Makes room for `size` bytes of input, at most maxInput; gives their address. */
  reserve(size: number): number {
    if (size > this.#capacity) {
      const wanted = Math.min(maxInput, Math.max(size, 2 * this.#capacity, firstCapacity));
      this.#address = this.exports._reserve(wanted);
      this.#capacity = wanted;
    }
    return this.#address;
  }

  /** Writes a text or its bytes as the input; gives the size, -1 when it is too much. */
  writeInput(input: string | Uint8Array): number {
    if (typeof input === "string") return this.writeText(input, 0);
    if (input.length > maxInput) return -1;
    const address = this.reserve(input.length);
    this.bytes().set(input, address);
    return input.length;
  }

  /** The exports of the full module; undefined when this is an instance of the other one. */
  get full(): FullExports | undefined {
    return "askFull" in this.exports ? (this.exports as FullExports) : undefined;
  }

  /** Takes the bytes of an atlas; false when they are none. */
  loadAtlas(bytes: Uint8Array): boolean {
    if (bytes.length > maxInput) return false;
    const address = this.exports._reserve_atlas(bytes.length);
    this.bytes().set(bytes, address);
    return this.exports._load_atlas() !== 0;
  }

  /** Writes a text behind `before` bytes of input; gives the size of all, -1 when it is too much. */
  writeText(text: string, before: number): number {
    if (before + text.length > maxInput) return -1;
    // A UTF-16 unit takes at most three bytes; encodeInto stops where the room ends.
    this.reserve(Math.min(maxInput, before + 3 * text.length));
    if (text.length <= shortText && this.#writeAscii(text, before)) return before + text.length;
    const { read, written } = encoder.encodeInto(text, this.#inputBehind(before));
    return read === text.length ? before + written : -1;
  }

  // False when it is not all ASCII.
  #writeAscii(text: string, before: number): boolean {
    const bytes = this.bytes();
    let at = this.#address + before;
    for (let i = 0; i < text.length; ++i) {
      const unit = text.charCodeAt(i);
      if (unit >= 0x80) return false;
      bytes[at++] = unit;
    }
    return true;
  }

  // All of the input behind `before` bytes. Views cost more than what is written into them, and most records ask for one
  // of the same place.
  #inputBehind(before: number): Uint8Array {
    const bytes = this.bytes();
    const begin = this.#address + before;
    const length = this.#capacity - before;
    const input = this.#input;
    if (input.buffer !== bytes.buffer || input.byteOffset !== begin || input.length !== length) {
      this.#input = bytes.subarray(begin, begin + length);
    }
    return this.#input;
  }
}
