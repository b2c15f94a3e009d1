// Long because it is a table of companies, one of each country.
// Blocks as people paste them: the corpora in tests/vectors, and the addresses of many countries in the ways in which
// signatures and letterheads are laid out. People and companies are invented.
import { readFileSync } from "node:fs";

/** What a block holds, by the fields of the form. */
export interface Block {
  readonly id: string;
  readonly text: string;
  /** Where it is pasted. */
  readonly field: "name" | "billingStreet";
  /** What the form knows already. */
  readonly country: string;
  readonly expected: Readonly<Record<string, string>>;
}

type Parts = Readonly<Record<string, string>>;

interface Vector {
  readonly id: string;
  readonly text: string;
  readonly country?: string;
  readonly countryCode?: string;
  readonly parts: Parts;
}

function expectedOf(parts: Parts, countryCode: string): Readonly<Record<string, string>> {
  const { organization = "", name = "", street = "", district = "", city = "", locality = city } = parts;
  const all = {
    name: organization || name,
    email: parts["email"] ?? "",
    phone: parts["phone"] ?? parts["mobilePhone"] ?? "",
    website: parts["website"] ?? "",
    billingCountry: countryCode,
    billingStreet: [street, district].filter((line) => line !== "").join("\n"),
    billingCity: locality,
    billingState: parts["state"] ?? parts["region"] ?? "",
    billingPostalCode: parts["postalCode"] ?? "",
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
}

function vectors(file: "address" | "signature"): readonly Block[] {
  const path = new URL(`../../vectors/split/${file}.json`, import.meta.url);
  const { tests }: { readonly tests: readonly Vector[] } = JSON.parse(readFileSync(path, "utf8"));
  const isAddress = file === "address";
  return tests
    .filter(({ text }) => text.includes("\n"))
    .map(({ id, text, country = "", countryCode = "", parts }) => {
      const { name: _, organization: __, ...address } = expectedOf(parts, countryCode);
      const expected = isAddress ? address : expectedOf(parts, countryCode);
      return { id: `${file} ${id}`, text, country, field: isAddress ? "billingStreet" : "name", expected };
    });
}

interface Company {
  readonly country: string;
  readonly inEnglish: string;
  readonly person: string;
  readonly company: string;
  readonly street: string;
  /** The lines below the street as the country writes them. */
  readonly below: readonly string[];
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
  readonly phone: string;
  readonly host: string;
}

const companies: readonly Company[] = [
  {
    country: "AT",
    inEnglish: "Austria",
    person: "Karin Huber",
    company: "Alpenblick GmbH",
    street: "Ringstra\u00dfe 9",
    below: ["1010 Wien"],
    city: "Wien",
    postalCode: "1010",
    phone: "+43 1 5123456",
    host: "alpenblick.example",
  },
  {
    country: "AU",
    inEnglish: "Australia",
    person: "Olivia Chen",
    company: "Harbour Light Pty Ltd",
    street: "200 George Street",
    below: ["Sydney NSW 2000"],
    city: "Sydney",
    state: "NSW",
    postalCode: "2000",
    phone: "+61 2 9250 1234",
    host: "harbourlight.example",
  },
  {
    country: "BE",
    inEnglish: "Belgium",
    person: "Pieter Claes",
    company: "Noordzee NV",
    street: "Meir 24",
    below: ["2000 Antwerpen"],
    city: "Antwerpen",
    postalCode: "2000",
    phone: "+32 3 234 56 78",
    host: "noordzee.example",
  },
  {
    country: "CA",
    inEnglish: "Canada",
    person: "Ethan Tremblay",
    company: "Maple Ridge Inc.",
    street: "111 Wellington Street",
    below: ["Ottawa ON K1A 0A9"],
    city: "Ottawa",
    state: "ON",
    postalCode: "K1A 0A9",
    phone: "+1 613 992 1234",
    host: "mapleridge.example",
  },
  {
    country: "CH",
    inEnglish: "Switzerland",
    person: "Reto Amstad",
    company: "Berghaus AG",
    street: "Bahnhofstrasse 12",
    below: ["8001 Z\u00fcrich"],
    city: "Z\u00fcrich",
    postalCode: "8001",
    phone: "+41 44 211 12 34",
    host: "berghaus.example",
  },
  {
    country: "CZ",
    inEnglish: "Czechia",
    person: "Jana Novotn\u00e1",
    company: "Vltava s.r.o.",
    street: "Dlouh\u00e1 12",
    below: ["110 00 Praha"],
    city: "Praha",
    postalCode: "110 00",
    phone: "+420 222 123 456",
    host: "vltava.example",
  },
  {
    country: "DE",
    inEnglish: "Germany",
    person: "Petra Vogel",
    company: "Sonnenfeld GmbH",
    street: "Lindenstra\u00dfe 14",
    below: ["10115 Berlin"],
    city: "Berlin",
    postalCode: "10115",
    phone: "+49 30 12345678",
    host: "sonnenfeld.example",
  },
  {
    country: "DK",
    inEnglish: "Denmark",
    person: "Mads Holm",
    company: "Havblik ApS",
    street: "Vesterbrogade 3",
    below: ["1620 K\u00f8benhavn"],
    city: "K\u00f8benhavn",
    postalCode: "1620",
    phone: "+45 33 12 34 56",
    host: "havblik.example",
  },
  {
    country: "ES",
    inEnglish: "Spain",
    person: "Luc\u00eda Romero",
    company: "Olivar S.L.",
    street: "Calle Mayor 5",
    below: ["28013 Madrid"],
    city: "Madrid",
    postalCode: "28013",
    phone: "+34 913 385 000",
    host: "olivar.example",
  },
  {
    country: "FI",
    inEnglish: "Finland",
    person: "Aino Virtanen",
    company: "Saimaa Oy",
    street: "Mannerheimintie 1",
    below: ["00100 Helsinki"],
    city: "Helsinki",
    postalCode: "00100",
    phone: "+358 9 3101 2345",
    host: "saimaa.example",
  },
  {
    country: "FR",
    inEnglish: "France",
    person: "Claire Fontaine",
    company: "Atelier Bleu SARL",
    street: "12 rue de la Paix",
    below: ["75002 Paris"],
    city: "Paris",
    postalCode: "75002",
    phone: "+33 1 42 71 30 00",
    host: "atelierbleu.example",
  },
  {
    country: "GB",
    inEnglish: "United Kingdom",
    person: "Jane Ashworth",
    company: "Harrow & Finch Ltd",
    street: "12 Dean Street",
    below: ["London", "W1D 3RP"],
    city: "London",
    postalCode: "W1D 3RP",
    phone: "+44 20 7946 0018",
    host: "harrowfinch.example",
  },
  {
    country: "HU",
    inEnglish: "Hungary",
    person: "Szab\u00f3 Katalin",
    company: "Balaton Kft.",
    street: "F\u0151 utca 10",
    below: ["Budapest", "1011"],
    city: "Budapest",
    postalCode: "1011",
    phone: "+36 1 212 3456",
    host: "balaton.example",
  },
  {
    country: "IE",
    inEnglish: "Ireland",
    person: "Niamh Byrne",
    company: "Shannon Software Ltd",
    street: "1 Grafton Street",
    below: ["Dublin 2", "D02 VF25"],
    city: "Dublin 2",
    postalCode: "D02 VF25",
    phone: "+353 1 671 2345",
    host: "shannon.example",
  },
  {
    country: "IN",
    inEnglish: "India",
    person: "Priya Nair",
    company: "Lotus Software Pvt Ltd",
    street: "12 MG Road",
    below: ["Bengaluru 560001", "Karnataka"],
    city: "Bengaluru",
    state: "Karnataka",
    postalCode: "560001",
    phone: "+91 80 2221 2345",
    host: "lotus.example",
  },
  {
    country: "IT",
    inEnglish: "Italy",
    person: "Giulia Conti",
    company: "Portofino S.r.l.",
    street: "Via Roma 10",
    below: ["20121 Milano MI"],
    city: "Milano",
    state: "MI",
    postalCode: "20121",
    phone: "+39 02 1234 5678",
    host: "portofino.example",
  },
  {
    country: "MX",
    inEnglish: "Mexico",
    person: "Sof\u00eda Herrera",
    company: "Agave S.A. de C.V.",
    street: "Paseo de la Reforma 50",
    below: ["06600 Ciudad de M\u00e9xico, CDMX"],
    city: "Ciudad de M\u00e9xico",
    state: "CDMX",
    postalCode: "06600",
    phone: "+52 55 5208 1234",
    host: "agave.example",
  },
  {
    country: "NL",
    inEnglish: "Netherlands",
    person: "Sanne de Boer",
    company: "Grachtenhuis B.V.",
    street: "Keizersgracht 123",
    below: ["1015 CJ Amsterdam"],
    city: "Amsterdam",
    postalCode: "1015 CJ",
    phone: "+31 20 123 4567",
    host: "grachtenhuis.example",
  },
  {
    country: "NO",
    inEnglish: "Norway",
    person: "Ingrid Solberg",
    company: "Fjordlys Instruments AS",
    street: "Storgata 12",
    below: ["0155 Oslo"],
    city: "Oslo",
    postalCode: "0155",
    phone: "+47 22 00 11 22",
    host: "fjordlys.example",
  },
  {
    country: "NZ",
    inEnglish: "New Zealand",
    person: "Aroha King",
    company: "Kauri Labs Ltd",
    street: "1 Queen Street",
    below: ["Auckland 1010"],
    city: "Auckland",
    postalCode: "1010",
    phone: "+64 9 300 1234",
    host: "kauri.example",
  },
  {
    country: "PL",
    inEnglish: "Poland",
    person: "Anna Kowalska",
    company: "Wis\u0142a Sp. z o.o.",
    street: "ul. Nowy \u015awiat 1",
    below: ["00-496 Warszawa"],
    city: "Warszawa",
    postalCode: "00-496",
    phone: "+48 22 123 45 67",
    host: "wisla.example",
  },
  {
    country: "PT",
    inEnglish: "Portugal",
    person: "Ines Duarte",
    company: "Tejo Lda.",
    street: "Rua Augusta 100",
    below: ["1100-053 Lisboa"],
    city: "Lisboa",
    postalCode: "1100-053",
    phone: "+351 21 123 4567",
    host: "tejo.example",
  },
  {
    country: "SE",
    inEnglish: "Sweden",
    person: "Astrid Lind",
    company: "Bl\u00e5klint AB",
    street: "Hornsgatan 12",
    below: ["118 20 Stockholm"],
    city: "Stockholm",
    postalCode: "118 20",
    phone: "+46 8 123 456 78",
    host: "blaklint.example",
  },
  {
    country: "US",
    inEnglish: "United States",
    person: "Maria Gonzalez",
    company: "Redwood Analytics, Inc.",
    street: "500 Market Street",
    below: ["San Francisco, CA 94105"],
    city: "San Francisco",
    state: "CA",
    postalCode: "94105",
    phone: "+1 415 555 2671",
    host: "redwood.example",
  },
];

type Layout = (company: Company) => readonly string[];

/** Signatures, as mail programs and their templates lay them out. */
const signatures: Readonly<Record<string, Layout>> = {
  plain: (c) => [c.person, c.company, c.street, ...c.below, c.inEnglish, c.phone, `info@${c.host}`],
  labelled: (c) => [
    c.person,
    c.company,
    `Tel: ${c.phone}`,
    `E-mail: office@${c.host}`,
    `Web: www.${c.host}`,
    c.street,
    ...c.below,
    c.inEnglish,
  ],
  closing: (c) => ["Kind regards,", "", c.person, c.company, `T: ${c.phone}`, `sales@${c.host}`],
  columns: (c) => [`${c.person} | ${c.company}`, `T ${c.phone} | accounts@${c.host}`, `https://${c.host}`],
  letterhead: (c) => [c.company, c.street, ...c.below, c.inEnglish, `hello@${c.host}`],
};

/** Addresses, as they stand on envelopes and web pages. */
const letters: Readonly<Record<string, Layout>> = {
  envelope: (c) => [c.company, c.street, ...c.below, c.inEnglish],
  person: (c) => [c.person, c.street, ...c.below, c.inEnglish.toUpperCase()],
  indented: (c) => [`  ${c.company}`, `\t${c.street}`, ...c.below.map((line) => `  ${line}  `), `  ${c.inEnglish}`],
};

function expectedFrom(company: Company, text: string, isAddress: boolean): Readonly<Record<string, string>> {
  const { street, city, state, postalCode, phone, country, inEnglish } = company;
  const mail = /\S+@\S+/.exec(text)?.[0];
  const website = /(?:https:\/\/|www\.)\S+/.exec(text)?.[0];
  const hasAddress = text.includes(street);
  const all: Readonly<Record<string, string | undefined>> = {
    ...(isAddress
      ? {}
      : { name: company.company, email: mail, website, phone: text.includes(phone) ? phone : undefined }),
    ...(hasAddress
      ? { billingStreet: street, billingCity: city, billingState: state, billingPostalCode: postalCode }
      : {}),
    billingCountry: hasAddress && text.toLowerCase().includes(inEnglish.toLowerCase()) ? country : undefined,
  };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function laidOut(layouts: Readonly<Record<string, Layout>>, isAddress: boolean): readonly Block[] {
  return companies.flatMap((company) =>
    Object.entries(layouts).map(([name, layout]) => {
      const text = layout(company).join("\n");
      const expected = expectedFrom(company, text, isAddress);
      return {
        id: `${company.country} ${name}`,
        text,
        country: "",
        field: isAddress ? "billingStreet" : "name",
        expected,
      };
    }),
  );
}

export const blocks: readonly Block[] = [
  ...vectors("address"),
  ...vectors("signature"),
  ...laidOut(signatures, false),
  ...laidOut(letters, true),
];
