// An object as the core reads it without JSON; the layout is drawn in validation/read_packed.hpp.
import type { Instance } from "./instance.ts";
import { type Entity, fieldNames, type Names, slotOf } from "./names.ts";

/** customer::ValueKind. */
export const Kind = { absent: 0, null: 1, string: 2, number: 3, true: 4, false: 5, array: 6, other: 7 } as const;

const itemPlace = 0xfffe;
const unknownPlace = 0xffff;

/** What was read of an object: everything that is needed of it, so that it is not looked at again. */
export interface Packed {
  readonly names: Names;
  /** Two words an entry: place | kind << 16, length. */
  readonly entries: number[];
  /** All texts, joined. */
  text: string;
  /** By slotOf a number. */
  readonly values: unknown[];
  /** Names of members that are no fields, in their order. */
  readonly unknown: string[];
  /** Numbers of the fields whose text held half a surrogate pair; U+FFFD stands there now. */
  readonly repaired: number[];
}

/** Reads an object's own members, each once. Getters run here, and nowhere else. */
export function pack(record: object, of: Entity, names: Names): Packed {
  const numbers = names.numbers(of);
  const values = new Array(fieldNames.length);
  const packed: Packed = { names, entries: [], text: "", values, unknown: [], repaired: [] };
  for (const name of Object.keys(record)) {
    const value = (record as Readonly<Record<string, unknown>>)[name];
    if (value === undefined) continue;
    const field = numbers.get(name);
    if (field === undefined) {
      packUnknown(packed, name);
    } else {
      packValue(packed, field, value);
    }
  }
  return packed;
}

function packUnknown(packed: Packed, name: string): void {
  const shown = name.toWellFormed();
  packed.unknown.push(shown);
  packed.entries.push(unknownPlace, shown.length);
  packed.text += shown;
}

function packValue(packed: Packed, field: number, value: unknown): void {
  packed.values[slotOf(field)] = value;
  if (typeof value === "string") packText(packed, field, value);
  else if (typeof value === "number") packNumber(packed, field, value);
  else if (typeof value === "boolean") packPlain(packed, field, value ? Kind.true : Kind.false);
  else if (value === null) packPlain(packed, field, Kind.null);
  else if (Array.isArray(value)) packArray(packed, field, value);
  else packPlain(packed, field, Kind.other);
}

function packPlain(packed: Packed, field: number, kind: number): void {
  packed.entries.push(field | (kind << 16), 0);
}

function packText(packed: Packed, field: number, value: string): void {
  const text = value.toWellFormed();
  if (text !== value) {
    packed.repaired.push(field);
    packed.values[slotOf(field)] = text;
  }
  packed.entries.push(field | (Kind.string << 16), text.length);
  packed.text += text;
}

function packNumber(packed: Packed, field: number, value: number): void {
  if (!Number.isFinite(value)) {
    packPlain(packed, field, Kind.other);
    return;
  }
  const literal = String(value);
  packed.values[slotOf(field)] = value + 0; // -0 is written "0"
  packed.entries.push(field | (Kind.number << 16), literal.length);
  packed.text += literal;
}

// An array of anything but texts is not looked into further.
function packArray(packed: Packed, field: number, value: readonly unknown[]): void {
  const items: string[] = [];
  for (const item of value) {
    if (typeof item !== "string") {
      packPlain(packed, field, Kind.other);
      return;
    }
    items.push(item.toWellFormed());
  }
  packed.values[slotOf(field)] = items;
  packed.entries.push(field | (Kind.array << 16), items.length);
  for (const item of items) {
    packed.entries.push(itemPlace, item.length);
    packed.text += item;
  }
}

/** Writes what was read as an instance's input; gives its size, -1 when it is too much. */
export function writePacked(instance: Instance, { entries, text }: Packed): number {
  const before = 4 + 4 * entries.length;
  const size = instance.writeText(text, before);
  if (size < 0) return size;
  const words = instance.words();
  let at = instance.reserve(size) / 4;
  words[at] = entries.length / 2;
  for (const word of entries) words[++at] = word;
  return size;
}
