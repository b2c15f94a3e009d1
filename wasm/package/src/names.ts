// Names of members and the numbers they go by on the boundary (customer::Member).
import { contactFieldNames, customerFieldNames } from "./generated/fields.ts";

export type Entity = "customer" | "contact";

/** By field number, customers first. */
const fieldNames: readonly string[] = [...customerFieldNames, ...contactFieldNames];
const contactsBegin = customerFieldNames.length;
const customBegin = 0x4000;

export interface CustomName {
  readonly of: Entity;
  readonly name: string;
}

/** The names and numbers that one record after the other has at the same places, in most programs. */
interface Expected {
  readonly names: string[];
  readonly numbers: number[];
}

const mostExpected = 64;

/** The names of the catalogue and of a tenant's own fields. */
export class Names {
  readonly #numbers: Readonly<Record<Entity, ReadonlyMap<string, number>>>;
  readonly #custom: readonly CustomName[];
  readonly #expected: Readonly<Record<Entity, Expected>> = {
    customer: { names: [], numbers: [] },
    contact: { names: [], numbers: [] },
  };

  constructor(custom: readonly CustomName[] = []) {
    const customers = new Map<string, number>(customerFieldNames.map((name, i) => [name, i]));
    const contacts = new Map<string, number>(contactFieldNames.map((name, i) => [name, contactsBegin + i]));
    for (const [i, { of, name }] of custom.entries()) {
      (of === "customer" ? customers : contacts).set(name, customBegin + i);
    }
    this.#numbers = { customer: customers, contact: contacts };
    this.#custom = custom;
  }

  /** The number of a name; undefined where it is no field. `place` is how much the record had before it. */
  number(of: Entity, name: string, place: number = mostExpected): number | undefined {
    const { names, numbers } = this.#expected[of];
    if (names[place] === name) return numbers[place];
    const number = this.#numbers[of].get(name);
    if (number !== undefined && place < mostExpected && place <= names.length) {
      names[place] = name;
      numbers[place] = number;
    }
    return number;
  }

  /** The name of a number; undefined where there is no such member. */
  name(number: number): string | undefined {
    return number < customBegin ? fieldNames[number] : this.#custom[number - customBegin]?.name;
  }
}

export const builtInNames: Names = new Names();
