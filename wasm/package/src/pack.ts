// An object as the core reads it without JSON; the layout is drawn in validation/read_packed.hpp.
import { type Instance, maxInput } from "./instance.ts";
import type { Entity, Names } from "./names.ts";

/** customer::ValueKind. */
export const Kind = { absent: 0, null: 1, string: 2, number: 3, true: 4, false: 5, array: 6, other: 7 } as const;

const itemPlace = 0xfffe;
const unknownPlace = 0xffff;

/** What was read of an object: everything that is needed of it, so that it is not looked at again. */
export interface Packed {
  readonly names: Names;
  /** Of each entry: place | kind << 16. */
  readonly heads: number[];
  /** Of each entry the value that stays where the core leaves it as it is, the text of an item, or the unknown name. */
  readonly values: unknown[];
  /** The texts of the entries, one behind the other; not all of them where they are longer than an input may be. */
  text: string;
  /** The length of all of them. */
  units: number;
  /** The object as it was read, where it has fields alone: a result may be made of it. */
  copy: Members | undefined;
  /** Names of members that are no fields, in their order. */
  readonly unknown: string[];
}

/** A text with half a surrogate pair, or such a name: a record with one is refused, as its JSON would be. */
export interface Halved {
  /** Of the member. */
  readonly name: string;
  readonly text: string;
}

/** Members of a record, or of the result made of one. */
export type Members = Record<string, unknown>;

function nothingPacked(names: Names, copy: Members | undefined): Packed {
  return { names, heads: [], values: [], text: "", units: 0, copy, unknown: [] };
}

// Called as a function: engines then see that it asks for what a loop is just looking at.
const isOwn = Object.prototype.hasOwnProperty;

/** Reads an object's own members, each once. Getters run in these two functions, and nowhere else. */
export function pack(record: object, of: Entity, names: Names): Packed {
  // Engines copy a whole object faster than they build another of the same members, and read a member within a loop over
  // them by its place.
  const copy: Members = { ...record };
  const packed = nothingPacked(names, Object.getOwnPropertySymbols(copy).length > 0 ? undefined : copy);
  for (const name in copy) {
    if (!isOwn.call(copy, name)) continue;
    const value = copy[name];
    if (value === undefined) packed.copy = undefined;
    else packMember(packed, name, names.number(of, name, packed.heads.length), value);
  }
  return packed;
}

/** The one member, and of the others of a record what its rules look at. An unknown name is judged whatever its value. */
export function packField(name: string, value: unknown, of: Entity, names: Names, record: object | undefined): Packed {
  const packed = nothingPacked(names, undefined);
  packMember(packed, name, names.number(of, name), value ?? null);
  if (record !== undefined) {
    for (const neighbour of neighboursOf(name)) {
      const beside = neighbour === name ? undefined : (record as Members)[neighbour];
      if (beside !== undefined) packMember(packed, neighbour, names.number(of, neighbour), beside);
    }
  }
  return packed;
}

// The members a field's rules look at. A tenant may ask for a field in records of one type only.
const billing = ["billingCountry", "recordType"];
const billingCode = [...billing, "billingState"];
const shipping = ["shippingCountry", "recordType"];
const shippingCode = [...shipping, "shippingState"];

function neighboursOf(name: string): readonly string[] {
  if (name.startsWith("shipping")) return name === "shippingPostalCode" ? shippingCode : shipping;
  return name === "billingPostalCode" ? billingCode : billing;
}

function packMember(packed: Packed, name: string, field: number | undefined, value: unknown): void {
  if (field === undefined) {
    packed.unknown.push(name);
    packText(packed, unknownPlace, name);
  } else if (typeof value === "string") {
    packText(packed, field | (Kind.string << 16), value);
  } else {
    const kept = packOther(packed, field, value);
    if (packed.copy !== undefined) packed.copy[name] = kept;
  }
}

function packEntry({ heads, values }: Packed, head: number, value: unknown): unknown {
  heads.push(head);
  values.push(value);
  return value;
}

function packText(packed: Packed, head: number, text: string): void {
  packEntry(packed, head, text);
  addText(packed, text);
}

function addText(packed: Packed, text: string): void {
  packed.units += text.length;
  if (packed.units <= maxInput) packed.text += text;
}

// These give what stays.
function packOther(packed: Packed, field: number, value: unknown): unknown {
  if (typeof value === "number") return packNumber(packed, field, value);
  if (Array.isArray(value)) return packArray(packed, field, value);
  const kind = typeof value === "boolean" ? (value ? Kind.true : Kind.false) : value === null ? Kind.null : Kind.other;
  return packEntry(packed, field | (kind << 16), value);
}

function packNumber(packed: Packed, field: number, value: number): unknown {
  if (!Number.isFinite(value)) return packEntry(packed, field | (Kind.other << 16), value);
  addText(packed, String(value));
  return packEntry(packed, field | (Kind.number << 16), value + 0); // -0 is written "0"
}

// An array of anything but texts is not looked into further.
function packArray(packed: Packed, field: number, value: readonly unknown[]): unknown {
  const items: string[] = [];
  for (const item of value) {
    if (typeof item !== "string") return packEntry(packed, field | (Kind.other << 16), value);
    items.push(item);
  }
  packEntry(packed, field | (Kind.array << 16), items);
  for (const item of items) packText(packed, itemPlace, item);
  return items;
}

/** Writes what was read as an instance's input; gives its size, -1 when it is too much. */
export function writePacked(instance: Instance, { heads, values, text, units }: Packed): number {
  if (units > maxInput) return -1;
  const size = instance.writeText(text, sizeBefore(heads));
  if (size < 0) return size;
  const words = instance.words();
  let at = instance.reserve(size) / 4;
  words[at] = heads.length;
  for (let entry = 0; entry < heads.length; ++entry) {
    const head = heads[entry] as number;
    words[++at] = head;
    words[++at] = lengthOf(head >>> 16, values[entry]);
  }
  return size;
}

function sizeBefore(heads: readonly number[]): number {
  return 4 + 8 * heads.length;
}

// Items and unknown names are of no kind. The length of an array is that of its items, which follow.
function lengthOf(kind: number, value: unknown): number {
  if (kind === Kind.number) return String(value).length;
  return kind === Kind.string || kind === Kind.array || kind === Kind.absent ? (value as string).length : 0;
}

/** The first text with half a surrogate pair among what was written as `size` bytes. */
export function findHalved({ names, heads, values, text: all }: Packed, size: number): Halved | undefined {
  if (size === sizeBefore(heads) + all.length) return undefined; // all ASCII
  let name = "";
  for (const [entry, head] of heads.entries()) {
    const text = values[entry];
    const place = head & 0xffff;
    if (place === unknownPlace) name = text as string;
    else if (place !== itemPlace) name = names.name(place) ?? "";
    if (typeof text === "string" && !text.isWellFormed()) return { name, text };
  }
  return undefined;
}

/** The value of a field that is there. `place`: where it is among them in a record in the catalogue's order. */
export function fieldValue({ heads, values }: Packed, field: number, place: number): unknown {
  const found = isOf(heads[place], field) ? place : heads.findIndex((head) => isOf(head, field));
  return values[found];
}

/** Whether it is the head of the field's entry. */
export function isOf(head: number | undefined, field: number): boolean {
  return head !== undefined && (head & 0xffff) === field;
}
