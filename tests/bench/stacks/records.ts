// Records that every stack must judge alike, the same ones on every run. Left out is where the core differs by design:
// it tidies what it can instead of refusing it (blanks around a text, "usd", "Deutschland", a bare host's private address)
// and asks more of mail and web addresses than validator does. A second unknown member too: valibot names the first only.
import { industries, ownerships, recordTypes } from "./stack.ts";

export type Values = Readonly<Record<string, string | number>>;

export interface GeneratedRecord {
  readonly record: Values;
  /** The members that are wrong, sorted. */
  readonly wrong: readonly string[];
}

interface Place {
  readonly country: string;
  readonly state: string;
  readonly city: string;
  readonly postalCodes: readonly string[];
  readonly phones: readonly string[];
}

const places: readonly Place[] = [
  {
    country: "DE",
    state: "Berlin",
    city: "Berlin",
    postalCodes: ["10117", "10115"],
    phones: ["+49 30 901820", "030 901820"],
  },
  {
    country: "US",
    state: "CA",
    city: "San Francisco",
    postalCodes: ["94105", "94105-1234"],
    phones: ["+1 415-555-2671", "(415) 555-2671", "+44 20 7946 0018"],
  },
  {
    country: "GB",
    state: "England",
    city: "London",
    postalCodes: ["SW1A 1AA", "EC1A 1BB"],
    phones: ["+44 20 7946 0018", "020 7946 0018"],
  },
  {
    country: "FR",
    state: "Paris",
    city: "Paris",
    postalCodes: ["75008", "75001"],
    phones: ["+33 1 42 68 53 00", "01 42 68 53 00"],
  },
  {
    country: "NL",
    state: "Utrecht",
    city: "Utrecht",
    postalCodes: ["3511 AB", "3511 LX"],
    phones: ["+31 30 286 0000", "030 286 0000"],
  },
  {
    country: "SE",
    state: "Stockholm",
    city: "Stockholm",
    postalCodes: ["111 20", "114 55"],
    phones: ["+46 8 508 29 000", "08-508 290 00"],
  },
  {
    country: "JP",
    state: "Tokyo",
    city: "Minato",
    postalCodes: ["105-0011", "106-0032"],
    phones: ["+81 3 5253 1111", "03-5253-1111"],
  },
  {
    country: "BR",
    state: "SP",
    city: "S\u00e3o Paulo",
    postalCodes: ["01310-100", "04538-133"],
    phones: ["+55 11 3113 9000", "(11) 3113-9000"],
  },
];

const wrongValues: Readonly<Record<string, readonly (string | number)[]>> = {
  name: [" ", "n".repeat(256), 7],
  recordType: ["Businesses", "company", 1],
  email: ["anna.larsson@@northwind", "a b@c.de", "@b.example", "anna.larsson@northwind", 5],
  phone: ["call me", "12", "+49 30 901820 901820 901820 901820", 49],
  fax: ["none", "+1 415 CALL NOW?"],
  website: ["ftp://northwind.example", "javascript:alert(1)", "https://a b.example/", 80],
  billingStreet: ["s".repeat(256), 1],
  billingCity: ["c".repeat(41)],
  billingPostalCode: ["1", "10117 10117 10117 10117", "#####"],
  billingCountry: ["ZZ", "XX", 49],
  shippingCity: ["c".repeat(41), 3],
  shippingCountry: ["ZZ", "QQ"],
  industry: ["Basket Weaving", 3],
  ownership: ["Secret", 2],
  companySize: ["s".repeat(256), 51],
  numberOfEmployees: [-3, 1.5, 100_000_000, "120"],
  annualRevenue: [-1, "1000"],
  compnaySize: ["51-200"],
};

// mulberry32: the same numbers everywhere.
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

class Chooser {
  readonly #random = randomFrom(1);

  below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }
}

function validRecord(choose: Chooser): Values {
  const place = choose.pick(places);
  const shipping = choose.pick(places);
  const host = `${choose.pick(["northwind", "fjordlys", "acme-tools"])}.${choose.pick(["example", "com", "co.uk"])}`;
  const optional: Values = {
    email: `${choose.pick(["anna.larsson", "o'neil+tag", "accounts"])}@${host}`,
    phone: choose.pick(place.phones),
    fax: choose.pick(place.phones),
    website: `${choose.pick(["https://www.", "http://", "https://"])}${host}${choose.pick(["", "/", "/de?a=b"])}`,
    shippingCity: shipping.city,
    shippingCountry: shipping.country,
    industry: choose.pick(industries),
    ownership: choose.pick(ownerships),
    companySize: choose.pick(["51-200", "about 50", "1"]),
    numberOfEmployees: choose.below(100_000_000),
    annualRevenue: choose.below(1_000_000_000) + choose.pick([0, 0.5]),
  };
  return {
    name: choose.pick([
      "Northwind Traders GmbH",
      "O'Brien & S\u00f6hne",
      "\u682a\u5f0f\u4f1a\u793e Acme",
      "Ines Duarte",
    ]),
    recordType: choose.pick(recordTypes),
    billingStreet: `${choose.pick(["Market Street", "Friedrichstrasse"])} ${1 + choose.below(200)}`,
    billingCity: place.city,
    billingState: place.state,
    billingPostalCode: choose.pick(place.postalCodes),
    billingCountry: place.country,
    ...Object.fromEntries(Object.entries(optional).filter(() => choose.chance(80))),
  };
}

/** Half of them valid, the others with one to four wrong members. */
export function generateRecords(count: number): readonly GeneratedRecord[] {
  const choose = new Chooser();
  const names = Object.keys(wrongValues);
  return Array.from({ length: count }, () => {
    const record: Record<string, string | number> = { ...validRecord(choose) };
    const wrong = new Set<string>();
    if (choose.chance(50)) {
      for (let i = choose.below(4); i >= 0; --i) {
        const name = choose.pick(names);
        record[name] = choose.pick(wrongValues[name] ?? []);
        wrong.add(name);
      }
      // What is judged by the country says something else about it, or nothing, when the country is wrong.
      if (wrong.has("billingCountry")) {
        for (const name of ["phone", "fax", "billingPostalCode", "billingState"]) {
          delete record[name];
          wrong.delete(name);
        }
      }
    }
    return { record, wrong: [...wrong].sort() };
  });
}

/** Phone numbers, each with the country it is called from. */
export const phoneNumbers: readonly (readonly [text: string, country: string])[] = places.flatMap(
  ({ phones, country }) => phones.map((phone) => [phone, country] as const),
);
