// The answer of a packed check as a result; its words are laid out in wasm/bindings/bridge.hpp.
import { type Code, codeNames, codeParams } from "./generated/codes.ts";
import type { Instance } from "./instance.ts";
import { slotOf } from "./names.ts";
import { Kind, type Packed } from "./pack.ts";
import type { CheckResult, FieldValue, Finding } from "./types.ts";

const okFlag = 1;
const truncatedFlag = 2;
const headerBytes = 24;
const valueBytes = 12;
const findingBytes = 32;
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

  read(view: DataView, at: number): string {
    const begin = view.getUint32(at, true);
    const size = view.getUint32(at + 4, true);
    if (this.#ascii) return this.#all.slice(begin, begin + size);
    return this.#instance.decode(this.#address + begin, size);
  }
}

/** Reads the answer at `address` about `packed`. An answer that cannot be one throws a RangeError. */
export function readAnswer(instance: Instance, address: number, packed: Packed): CheckResult<Members> {
  const view = instance.view();
  const flags = view.getUint32(address, true);
  const valueCount = view.getUint32(address + 4, true);
  const findingCount = view.getUint32(address + 8, true);
  const texts = new Texts(instance, view.getUint32(address + 12, true), view.getUint32(address + 16, true));

  const value: Members = {};
  const changed: string[] = [];
  let at = address + headerBytes;
  for (let i = 0; i < valueCount; ++i, at += valueBytes) readValue(view, at, texts, packed, value, changed);
  const findings: Finding[] = [];
  for (let i = 0; i < findingCount; ++i, at += findingBytes) findings.push(readFinding(view, at, texts, packed));

  const more: { truncated?: true; unchecked?: readonly string[] } = {};
  if ((flags & truncatedFlag) !== 0) more.truncated = true;
  const uncheckedCount = view.getUint32(address + 20, true);
  if (uncheckedCount > 0) more.unchecked = readUnchecked(view, at, uncheckedCount, packed);
  if ((flags & okFlag) === 0) return { ok: false, value: null, changed: [], findings, ...more };
  return { ok: true, value, changed, findings, ...more };
}

function readUnchecked(view: DataView, at: number, count: number, packed: Packed): readonly string[] {
  const pointers: string[] = [];
  for (let i = 0; i < count; ++i) pointers.push(pointerTo(view.getUint32(at + 4 * i, true), packed));
  return pointers;
}

function readValue(view: DataView, at: number, texts: Texts, packed: Packed, value: Members, changed: string[]): void {
  const head = view.getUint32(at, true);
  const field = head & 0xffff;
  const kind = (head >>> 16) & 0xff;
  const isChanged = head >>> 24 !== 0;
  const name = fieldName(field, packed);
  if (isChanged || kind === Kind.absent || packed.repaired.includes(field)) changed.push(`/${name}`);
  switch (kind) {
    case Kind.absent:
      return;
    case Kind.null:
      value[name] = null;
      return;
    case Kind.string:
      value[name] = isChanged ? texts.read(view, at + 4) : (packed.values[slotOf(field)] as string);
      return;
    case Kind.number:
      value[name] = isChanged ? Number(texts.read(view, at + 4)) : (packed.values[slotOf(field)] as number);
      return;
    default:
      value[name] = packed.values[slotOf(field)] as FieldValue;
  }
}

function readFinding(view: DataView, at: number, texts: Texts, packed: Packed): Finding {
  const head = view.getUint32(at, true);
  const code = codeNames[head & 0xffff];
  if (code === undefined) throw new RangeError("No such code.");
  const severity = ((head >>> 16) & 0xf) === 0 ? "error" : "warning";
  const pointer = pointerTo(view.getUint32(at + 4, true), packed);
  const params = readParams(view, at + 8, texts, code, (head >>> 20) & 0xf);
  if (head >>> 24 === 0) return { code, severity, pointer, params };
  return { code, severity, pointer, params, suggestion: texts.read(view, at + 24) };
}

function readParams(
  view: DataView,
  at: number,
  texts: Texts,
  code: Code,
  count: number,
): Readonly<Record<string, string>> {
  const params: Record<string, string> = {};
  if (count === 0) return params;
  const names = codeParams[code];
  for (let i = 0; i < count && i < names.length; ++i) params[names[i] as string] = texts.read(view, at + 8 * i);
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
  return `/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
