// The answer of a packed check as a result; its words are laid out in wasm/bindings/bridge.hpp.
import { type Code, codeNames, codeParams } from "./generated/codes.ts";
import type { IdResult } from "./id-types.ts";
import type { Instance } from "./instance.ts";
import { fieldValue, isOf, Kind, type Packed } from "./pack.ts";
import type { CheckResult, FieldValue, Finding } from "./types.ts";

const okFlag = 1;
const truncatedFlag = 2;
const headerWords = 6;
const valueWords = 3;
const findingWords = 8;
const recordMember = 0xffff;
const unknownMember = 0x8000;

/** The members of an accepted record, in the order of the catalogue, then of the profile. */
export type Members = Record<string, FieldValue>;

// The texts of one answer. Nearly always all ASCII: then one decode serves them all, since bytes and units agree.
class Texts {
  readonly #instance: Instance;
  readonly #address: number;
  readonly #all: string;
  readonly #ascii: boolean;

  constructor(instance: Instance, address: number, size: number) {
    this.#instance = instance;
    this.#address = address;
    this.#all = size === 0 ? "" : instance.decode(address, size);
    this.#ascii = this.#all.length === size;
  }

  read(words: Uint32Array, at: number): string {
    const begin = word(words, at);
    const size = word(words, at + 1);
    if (this.#ascii) return this.#all.slice(begin, begin + size);
    return this.#instance.decode(this.#address + begin, size);
  }
}

// Only an answer that cannot be one leads outside of the memory.
function word(words: Uint32Array, at: number): number {
  const value = words[at];
  if (value === undefined) throw new RangeError("No such word.");
  return value;
}

/** Reads the answer at `address` about `packed`. An answer that cannot be one throws a RangeError. */
export function readAnswer(instance: Instance, address: number, packed: Packed): CheckResult<Members> {
  const words = instance.words();
  let at = address / 4;
  const flags = word(words, at);
  const valueCount = word(words, at + 1);
  const findingCount = word(words, at + 2);
  const texts = new Texts(instance, word(words, at + 3), word(words, at + 4));
  const uncheckedCount = word(words, at + 5);
  at += headerWords;

  const ok = (flags & okFlag) !== 0;
  const accepted = ok
    ? (readInPlace(words, at, texts, packed, valueCount) ?? readValues(words, at, texts, packed, valueCount))
    : undefined;
  at += valueCount * valueWords;
  const findings: Finding[] = [];
  for (let i = 0; i < findingCount; ++i, at += findingWords) {
    findings.push(readFinding(words, at, texts, pointerTo(word(words, at + 1), packed)));
  }

  const result: Mutable<CheckResult<Members>> =
    accepted === undefined
      ? { ok: false, value: null, changed: [], findings }
      : { ok: true, value: accepted.value, changed: accepted.changed, findings };
  if ((flags & truncatedFlag) !== 0) result.truncated = true;
  if (uncheckedCount > 0) result.unchecked = readUnchecked(words, at, uncheckedCount, packed);
  return result;
}

/** Reads the answer at `address` about one id: its only value is the id. */
export function readIdAnswer(instance: Instance, address: number): IdResult {
  const words = instance.words();
  const head = address / 4;
  const texts = new Texts(instance, word(words, head + 3), word(words, head + 4));
  const values = head + headerWords;
  const first = values + word(words, head + 1) * valueWords;
  const findings: Finding[] = [];
  for (let i = 0; i < word(words, head + 2); ++i) {
    findings.push(readFinding(words, first + i * findingWords, texts, ""));
  }
  const ok = (word(words, head) & okFlag) !== 0;
  return ok ? { ok, value: texts.read(words, values + 1), findings } : { ok, value: null, findings };
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

function readUnchecked(words: Uint32Array, at: number, count: number, packed: Packed): readonly string[] {
  const pointers: string[] = [];
  for (let i = 0; i < count; ++i) pointers.push(pointerTo(word(words, at + i), packed));
  return pointers;
}

interface Accepted {
  readonly value: Members;
  readonly changed: string[];
}

/**
 * The members as they were read, where they are those of the answer in its order: what was changed is put in. Undefined
 * where they are not.
 */
function readInPlace(
  words: Uint32Array,
  first: number,
  texts: Texts,
  packed: Packed,
  count: number,
): Accepted | undefined {
  const { copy, heads } = packed;
  if (copy === undefined || heads.length !== count) return undefined;
  const changed: string[] = [];
  for (let i = 0; i < count; ++i) {
    const at = first + i * valueWords;
    const head = word(words, at);
    const kind = (head >>> 16) & 0xff;
    if (!isOf(heads[i], head & 0xffff) || kind === Kind.absent) return undefined;
    if (head >>> 24 === 0) continue;
    const name = fieldName(head & 0xffff, packed);
    changed.push(`/${name}`);
    copy[name] = changedValue(words, at, texts, kind);
  }
  return { value: copy as Members, changed };
}

function readValues(words: Uint32Array, first: number, texts: Texts, packed: Packed, count: number): Accepted {
  const value: Members = {};
  const changed: string[] = [];
  for (let i = 0; i < count; ++i) {
    const at = first + i * valueWords;
    const head = word(words, at);
    const field = head & 0xffff;
    const kind = (head >>> 16) & 0xff;
    const isChanged = head >>> 24 !== 0;
    const name = fieldName(field, packed);
    if (isChanged || kind === Kind.absent) changed.push(`/${name}`);
    if (kind === Kind.absent) continue;
    value[name] = isChanged ? changedValue(words, at, texts, kind) : (fieldValue(packed, field, i) as FieldValue);
  }
  return { value, changed };
}

function changedValue(words: Uint32Array, at: number, texts: Texts, kind: number): FieldValue {
  if (kind === Kind.null) return null;
  const text = texts.read(words, at + 1);
  return kind === Kind.number ? Number(text) : text;
}

function readFinding(words: Uint32Array, at: number, texts: Texts, pointer: string): Finding {
  const head = word(words, at);
  const code = codeNames[head & 0xffff];
  if (code === undefined) throw new RangeError("No such code.");
  const severity = ((head >>> 16) & 0xf) === 0 ? "error" : "warning";
  const params = readParams(words, at + 2, texts, code, (head >>> 20) & 0xf);
  if (head >>> 24 === 0) return { code, severity, pointer, params };
  return { code, severity, pointer, params, suggestion: texts.read(words, at + 6) };
}

function readParams(
  words: Uint32Array,
  at: number,
  texts: Texts,
  code: Code,
  count: number,
): Readonly<Record<string, string>> {
  const params: Record<string, string> = {};
  if (count === 0) return params;
  const names = codeParams[code];
  for (let i = 0; i < count && i < names.length; ++i) params[names[i] as string] = texts.read(words, at + 2 * i);
  return params;
}

function fieldName(field: number, packed: Packed): string {
  const name = packed.names.name(field);
  if (name === undefined) throw new RangeError("No such field.");
  return name;
}

function pointerTo(member: number, packed: Packed): string {
  if (member === recordMember) return "";
  if (member < unknownMember) return `/${fieldName(member, packed)}`;
  const name = packed.unknown[member - unknownMember];
  if (name === undefined) throw new RangeError("No such member.");
  return pointerOf(name);
}

/** The JSON pointer to a member of the record. */
export function pointerOf(name: string): string {
  return `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
