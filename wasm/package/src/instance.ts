// One instance of the module: its memory, its exports, and how input gets in. The layouts are drawn in
// wasm/bindings/bridge.hpp. No view of the memory outlives a call: growth detaches it.

/** The most a call takes, in bytes (limits.hpp, record_max_bytes). */
export const maxInput: number = 1024 * 1024;
const firstCapacity = 4096;

/** What bindings.cpp exports. Sizes are in bytes, answers are addresses or sizes. */
export interface Exports {
  abiVersion(): number;
  reserve(size: number): number;
  checkPacked(size: number, options: number): number;
  checkFieldPacked(size: number, options: number, field: number): number;
  checkText(size: number, options: number): number;
  checkUuid(size: number): number;
  checkSalesforceId(size: number, object: number): number;
  uuidV4(size: number): number;
  uuidV7(size: number): number;
  textAddress(): number;
  ask(query: number, size: number): number;
  reserveAtlas(size: number): number;
  loadAtlas(): boolean;
  loadProfile(size: number): number;
}

const encoder = new TextEncoder();
// A byte order mark is a character of the value it stands in.
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

export class Instance {
  readonly exports: Exports;
  readonly #memory: WebAssembly.Memory;
  #address = 0;
  #capacity = 0;

  constructor(exports: Exports, memory: WebAssembly.Memory) {
    this.exports = exports;
    this.#memory = memory;
  }

  /** All of the memory, as numbers. */
  view(): DataView {
    return new DataView(this.#memory.buffer);
  }

  decode(address: number, size: number): string {
    return decoder.decode(new Uint8Array(this.#memory.buffer, address, size));
  }

  /** The text an export just answered with `size`. */
  answer(size: number): string {
    return this.decode(this.exports.textAddress(), size);
  }

  /** Makes room for `size` bytes of input, at most maxInput; gives their address. */
  reserve(size: number): number {
    if (size > this.#capacity) {
      const wanted = Math.min(maxInput, Math.max(size, 2 * this.#capacity, firstCapacity));
      this.#address = this.exports.reserve(wanted);
      this.#capacity = wanted;
    }
    return this.#address;
  }

  /** Writes a text or its bytes as the input; gives the size, -1 when it is too much. */
  writeInput(input: string | Uint8Array): number {
    if (typeof input === "string") return this.writeText(input, 0);
    if (input.length > maxInput) return -1;
    const address = this.reserve(input.length);
    new Uint8Array(this.#memory.buffer, address, input.length).set(input);
    return input.length;
  }

  /** Takes the bytes of an atlas; false when they are none. */
  loadAtlas(bytes: Uint8Array): boolean {
    if (bytes.length > maxInput) return false;
    const address = this.exports.reserveAtlas(bytes.length);
    new Uint8Array(this.#memory.buffer, address, bytes.length).set(bytes);
    return this.exports.loadAtlas();
  }

  /** Writes a text behind `before` bytes of input; gives the size of all, -1 when it is too much. */
  writeText(text: string, before: number): number {
    if (before + text.length > maxInput) return -1;
    // A UTF-16 unit takes at most three bytes; encodeInto stops where the room ends.
    const room = Math.min(maxInput, before + 3 * text.length);
    const address = this.reserve(room);
    const { read, written } = encoder.encodeInto(
      text,
      new Uint8Array(this.#memory.buffer, address + before, room - before),
    );
    return read === text.length ? before + written : -1;
  }
}
