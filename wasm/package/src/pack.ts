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
  /** The texts of the entries, in their order. */
  readonly texts: string[];
  /** The length of all texts. */
  units: number;
  /** By slotOf a number. */
  readonly values: unknown[];
  /** Names of members that are no fields, in their order. */
  readonly unknown: string[];
  /** The first text, or name, with half a surrogate pair: such a record is refused, as its JSON would be. */
  halved: Halved | undefined;
}

export interface Halved {
  /** Of the member. */
  readonly name: string;
  readonly text: string;
}

function nothingPacked(names: Names): Packed {
  const values = new Array(fieldNames.length);
  return { names, entries: [], texts: [], units: 0, values, unknown: [], halved: undefined };
}

/** Reads an object's own members, each once. Getters run in these two functions, and nowhere else. */
export function pack(record: object, of: Entity, names: Names): Packed {
  const packed = nothingPacked(names);
  const numbers = names.numbers(of);
  for (const name of Object.keys(record)) packMember(packed, numbers, record as Members, name);
  return packed;
}

/** The one member, and of the others of a record what its rules look at. An unknown name is judged whatever its value. */
export function packField(name: string, value: unknown, of: Entity, names: Names, record: object | undefined): Packed {
  const packed = nothingPacked(names);
  const numbers = names.numbers(of);
  const field = numbers.get(name);
  if (field === undefined) packUnknown(packed, name);
  else packValue(packed, field, value ?? null);
  if (record !== undefined) {
    for (const neighbour of neighboursOf(name)) {
      if (neighbour !== name) packMember(packed, numbers, record as Members, neighbour);
    }
  }
  return packed;
}

type Members = Readonly<Record<string, unknown>>;

// The members a field's rules look at. A tenant may ask for a field in records of one type only.
const billing = ["billingCountry", "recordType"];
const billingCode = [...billing, "billingState"];
const shipping = ["shippingCountry", "recordType"];
const shippingCode = [...shipping, "shippingState"];

function neighboursOf(name: string): readonly string[] {
  if (name.startsWith("shipping")) return name === "shippingPostalCode" ? shippingCode : shipping;
  return name === "billingPostalCode" ? billingCode : billing;
}

function packMember(packed: Packed, numbers: ReadonlyMap<string, number>, record: Members, name: string): void {
  const value = record[name];
  if (value === undefined) return;
  const field = numbers.get(name);
  if (field === undefined) packUnknown(packed, name);
  else packValue(packed, field, value);
}

function packUnknown(packed: Packed, name: string): void {
  packed.unknown.push(name);
  if (!name.isWellFormed()) packed.halved ??= { name, text: name };
  addText(packed, unknownPlace, name);
}

function noteHalved(packed: Packed, field: number, text: string): void {
  if (!text.isWellFormed()) packed.halved ??= { name: packed.names.name(field) ?? "", text };
}

function addText(packed: Packed, head: number, text: string): void {
  packed.entries.push(head, text.length);
  packed.texts.push(text);
  packed.units += text.length;
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
  noteHalved(packed, field, value);
  addText(packed, field | (Kind.string << 16), value);
}

function packNumber(packed: Packed, field: number, value: number): void {
  if (!Number.isFinite(value)) {
    packPlain(packed, field, Kind.other);
    return;
  }
  const literal = String(value);
  packed.values[slotOf(field)] = value + 0; // -0 is written "0"
  addText(packed, field | (Kind.number << 16), literal);
}

// An array of anything but texts is not looked into further.
function packArray(packed: Packed, field: number, value: readonly unknown[]): void {
  const items: string[] = [];
  for (const item of value) {
    if (typeof item !== "string") {
      packPlain(packed, field, Kind.other);
      return;
    }
    noteHalved(packed, field, item);
    items.push(item);
  }
  packed.values[slotOf(field)] = items;
  packed.entries.push(field | (Kind.array << 16), items.length);
  for (const item of items) addText(packed, itemPlace, item);
}

/** Writes what was read as an instance's input; gives its size, -1 when it is too much. */
export function writePacked(instance: Instance, { entries, texts, units }: Packed): number {
  const before = 4 + 4 * entries.length;
  const size = instance.writeTexts(texts, units, before);
  if (size < 0) return size;
  const words = instance.words();
  let at = instance.reserve(size) / 4;
  words[at] = entries.length / 2;
  for (const word of entries) words[++at] = word;
  return size;
}
