// What a country makes of the fields of its addresses: which there are, in which order, how they are called.
import type { AddressArea, AddressLayoutPart, AddressPart } from "../address-types.ts";
import type { FormCore } from "./core.ts";
import type { SignupField } from "./fields.ts";

/** Where an address stands in a record: billingCity, shippingCity. */
const blocks = ["billing", "shipping"] as const;

const endings: Readonly<Partial<Record<AddressPart, string>>> = {
  street: "Street",
  city: "City",
  state: "State",
  postalCode: "PostalCode",
};

/** The part of an address that a field holds; undefined for the country, and for every other field. */
export function partOf(name: string): AddressPart | undefined {
  for (const block of blocks) {
    for (const [part, ending] of Object.entries(endings)) if (name === block + ending) return part as AddressPart;
  }
  return undefined;
}

/** The field that holds the country a field of an address belongs to. */
export function countryFieldOf(name: string): string | undefined {
  const block = blocks.find((candidate) => name.startsWith(candidate));
  return block === undefined || partOf(name) === undefined ? undefined : `${block}Country`;
}

/** The country's parts in its order; null while that is not known. */
export function layoutOf(core: FormCore | undefined, country: string): readonly AddressLayoutPart[] | null {
  if (country === "") return null;
  return core?.address?.layout(country, { areas: true })?.parts ?? null;
}

/** Under which key a part's name is among the words; with the street stands the city where it has no field, as in Japan. */
export function wordsKeyOf({ part, label }: AddressLayoutPart, parts: readonly AddressLayoutPart[]): string {
  const isWhole = part === "street" && !parts.some((other) => other.part === "city");
  return isWhole ? "street.whole" : `${part}.${label}`;
}

function sameText(a: string | undefined, b: string): boolean {
  return a !== undefined && a.localeCompare(b, "en", { sensitivity: "base" }) === 0;
}

/** The area that a code or a name means: "CA", "california", "13", in letters of the place or Latin ones. */
export function findArea(areas: readonly AddressArea[], text: string): AddressArea | undefined {
  const typed = text.trim();
  if (typed === "") return undefined;
  return areas.find(({ value, name, latin, iso }) => [value, name, latin, iso].some((known) => sameText(known, typed)));
}

/** Where labels carry no code, a region is stored by its name, in the letters in which somebody writes it. */
function latinOf({ value, name, latin }: AddressArea): string | undefined {
  return value === name ? latin : undefined;
}

/** What is stored for an area that was typed. */
export function typedArea(area: AddressArea, text: string): string {
  const latin = latinOf(area);
  return latin !== undefined && sameText(latin, text.trim()) ? latin : area.value;
}

/** What is stored for an area that is chosen from a list in a language. */
export function listedArea(area: AddressArea, country: string, tag: string): string {
  return latinOf(area) === undefined ? area.value : areaName(area, country, tag);
}

/** The language that most people in the country write, as far as the platform knows. */
function languageIn(country: string): string {
  return new Intl.Locale("und", { region: country }).maximize().language;
}

/** An area's name for readers of a language: as the place writes it for its own, else in Latin letters. */
export function areaName({ name, latin }: AddressArea, country: string, tag: string): string {
  if (latin === undefined || new Intl.Locale(tag).language === languageIn(country)) return name;
  return latin;
}

/** The fields in the order in which the country writes them, the usual one while none is known; others keep their places. */
export function inOrder(
  fields: readonly SignupField[],
  layouts: (countryField: string) => readonly AddressLayoutPart[] | null,
): readonly SignupField[] {
  return [...new Set(fields.map(({ group }) => group))].flatMap((group) => {
    const inGroup = fields.filter((field) => field.group === group);
    const placed = inGroup.filter(({ name }) => partOf(name) !== undefined);
    const [first] = placed;
    const layout = first === undefined ? null : layouts(countryFieldOf(first.name) ?? "");
    const parts: readonly string[] = layout?.map(({ part }) => part) ?? Object.keys(endings);
    const rank = ({ name }: SignupField): number => {
      const index = parts.indexOf(partOf(name) ?? "");
      return index < 0 ? parts.length : index;
    };
    return [...inGroup.filter((field) => !placed.includes(field)), ...placed.sort((a, b) => rank(a) - rank(b))];
  });
}
