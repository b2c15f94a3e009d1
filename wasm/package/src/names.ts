// Names of members and the numbers they go by on the boundary (customer::Member).
import { contactFieldNames, customerFieldNames } from "./generated/fields.ts";

export type Entity = "customer" | "contact";

/** By field number, customers first. */
export const fieldNames: readonly string[] = [...customerFieldNames, ...contactFieldNames];
const contactsBegin = customerFieldNames.length;
const customBegin = 0x4000;

export interface CustomName {
  readonly of: Entity;
  readonly name: string;
}

/** The names of the catalogue and of a tenant's own fields. */
export class Names {
  readonly #numbers: Readonly<Record<Entity, ReadonlyMap<string, number>>>;
  readonly #custom: readonly CustomName[];

  constructor(custom: readonly CustomName[] = []) {
    const customers = new Map<string, number>(customerFieldNames.map((name, i) => [name, i]));
    const contacts = new Map<string, number>(contactFieldNames.map((name, i) => [name, contactsBegin + i]));
    for (const [i, { of, name }] of custom.entries()) {
      (of === "customer" ? customers : contacts).set(name, customBegin + i);
    }
    this.#numbers = { customer: customers, contact: contacts };
    this.#custom = custom;
  }

  numbers(of: Entity): ReadonlyMap<string, number> {
    return this.#numbers[of];
  }

  /** The name of a number; undefined where there is no such member. */
  name(number: number): string | undefined {
    return number < customBegin ? fieldNames[number] : this.#custom[number - customBegin]?.name;
  }
}

export const builtInNames: Names = new Names();

/** Where a member's value is kept: numbers without the gap between the catalogue's and the tenant's. */
export function slotOf(number: number): number {
  return number < customBegin ? number : number - customBegin + fieldNames.length;
}
