// The parity run: every case of a file through the module's text path, and through the package's object path where
// the text means an object. Runs in every host; the file's layout is drawn in tests/parity/case_file.hpp.
import type { Engine } from "../../../wasm/package/src/engine.ts";
import { startInstance } from "../../../wasm/package/src/start-instance.ts";
import type { Core, TextOptions } from "../../../wasm/package/src/types.ts";

export interface ParityReport {
  readonly cases: number;
  /** SHA-256 over each answer behind its size. */
  readonly digest: string;
  /** How many answers were compared with the object path's. */
  readonly compared: number;
  readonly mismatches: readonly string[];
}

interface ParityCase {
  readonly bits: number;
  readonly bytes: Uint8Array;
}

const formatBits = 3 << 2;
const contactBit = 1 << 4;
const noAtlasBit = 1 << 5;
const shownMismatches = 5;

function* casesOf(file: Uint8Array): Generator<ParityCase> {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 0; at < file.length; ) {
    const size = view.getUint32(at + 4, true);
    yield { bits: view.getUint32(at, true), bytes: file.subarray(at + 8, at + 8 + size) };
    at += 8 + size;
  }
}

/** What the word says as options; undefined for words that only a broken host would send. */
function optionsOf(bits: number): TextOptions | undefined {
  const letters = [(bits >> 8) & 0x7f, (bits >> 16) & 0x7f].filter((letter) => letter !== 0);
  const country = String.fromCharCode(...letters);
  if (!/^(?:[A-Za-z]{2})?$/.test(country) || (bits & noAtlasBit) !== 0) return undefined;
  return {
    of: (bits & contactBit) === 0 ? "customer" : "contact",
    op: (bits & 1) === 0 ? "create" : "patch",
    strictness: (bits & 2) === 0 ? "signup" : "api",
    ...(country === "" ? {} : { country }),
  };
}

// Bytes one after another, in a buffer that grows.
class Joined {
  #bytes = new Uint8Array(1 << 20);
  #size = 0;

  append(text: string): void {
    const bytes = new TextEncoder().encode(text);
    const end = this.#size + 4 + bytes.length;
    if (end > this.#bytes.length) {
      const larger = new Uint8Array(2 * end);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    new DataView(this.#bytes.buffer).setUint32(this.#size, bytes.length, true);
    this.#bytes.set(bytes, this.#size + 4);
    this.#size = end;
  }

  async digest(): Promise<string> {
    const digest = await crypto.subtle.digest("SHA-256", this.#bytes.subarray(0, this.#size));
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  }
}

/** Parses JSON text; undefined where a number is not written as JavaScript writes it, since it would not come back so. */
function parseSame(text: string): { readonly value: unknown } | undefined {
  let same = true;
  const value: unknown = JSON.parse(text, (_name, item: unknown, context?: { readonly source?: string }) => {
    if (typeof item === "number" && context?.source !== String(item)) same = false;
    return item;
  });
  return same ? { value } : undefined;
}

/** The same record as an object gives the same answer; undefined where the text is no such record. */
function objectAnswer(core: Pick<Core, "check">, { bits, bytes }: ParityCase, textAnswer: string): string | undefined {
  const options = optionsOf(bits);
  if (options === undefined || (bits & formatBits) !== 0) return undefined;
  if (/"code":"(?:json|limit)\./.test(textAnswer) || parseSame(textAnswer) === undefined) return undefined;
  const record = parseSame(new TextDecoder().decode(bytes))?.value;
  return record === undefined ? undefined : JSON.stringify(core.check(record as object, options));
}

/** `engine` is of the full module; `core` has the atlas, and either strictness. */
export async function runParity(
  file: Uint8Array,
  engine: Engine,
  core: Pick<Core, "check">,
  atlas: Uint8Array,
): Promise<ParityReport> {
  const instance = await startInstance(engine);
  const { full } = instance;
  if (full === undefined) throw new Error("this is not the full module");
  if (!instance.loadAtlas(atlas)) throw new Error("the atlas does not open");
  const answers = new Joined();
  const mismatches: string[] = [];
  let cases = 0;
  let compared = 0;
  for (const one of casesOf(file)) {
    const answer = instance.answer(full.checkText(instance.writeInput(one.bytes), one.bits));
    answers.append(answer);
    const fromObject = objectAnswer(core, one, answer);
    if (fromObject !== undefined) compared += 1;
    if (fromObject !== undefined && fromObject !== answer && mismatches.length < shownMismatches) {
      mismatches.push(`case ${cases}, options ${one.bits}: text ${answer}, object ${fromObject}`);
    }
    cases += 1;
  }
  return { cases, digest: await answers.digest(), compared, mismatches };
}
