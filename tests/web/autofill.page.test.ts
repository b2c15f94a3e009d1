// The browser's own autofill, in one gesture, for addresses of many countries: every field gets its part, the region becomes
// the country's own, and the core accepts the whole.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { CDPSession, Page } from "playwright-core";
import { controlOf, openSite, type Site } from "./support/site.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

interface Address {
  readonly street: string;
  readonly city?: string;
  readonly state?: string;
  /** What is stored for it, where that is another spelling. */
  readonly stored?: string;
  readonly postalCode?: string;
  readonly phone: string;
}

const addresses: Readonly<Record<string, Address>> = {
  AE: { street: "Sheikh Zayed Road 1", state: "Dubai", phone: "+97143001234" },
  AU: { street: "200 George St", city: "Sydney", state: "NSW", postalCode: "2000", phone: "+61292501234" },
  BR: {
    street: "Avenida Paulista 1578",
    city: "S\u00e3o Paulo",
    state: "SP",
    postalCode: "01310-200",
    phone: "+551130812345",
  },
  CA: {
    street: "111 Wellington St",
    city: "Ottawa",
    state: "Ontario",
    stored: "ON",
    postalCode: "K1A 0A9",
    phone: "+16139921234",
  },
  CH: { street: "Bahnhofstrasse 1", city: "Z\u00fcrich", postalCode: "8001", phone: "+41442111234" },
  DE: { street: "Unter den Linden 77", city: "Berlin", postalCode: "10117", phone: "+493022610" },
  DK: { street: "Bredgade 30", city: "K\u00f8benhavn", postalCode: "1260", phone: "+4533121234" },
  ES: {
    street: "Calle de Alcal\u00e1 50",
    city: "Madrid",
    state: "Madrid",
    postalCode: "28014",
    phone: "+34913385000",
  },
  FI: { street: "Mannerheimintie 1", city: "Helsinki", postalCode: "00100", phone: "+358931012345" },
  FR: { street: "10 Rue de Rivoli", city: "Paris", postalCode: "75004", phone: "+33142713000" },
  GB: { street: "12 Dean Street", city: "London", postalCode: "W1D 3RP", phone: "+442079460018" },
  IE: { street: "1 Grafton Street", city: "Dublin", state: "Dublin", postalCode: "D02 VF25", phone: "+35316712345" },
  IN: { street: "12 MG Road", city: "Bengaluru", state: "Karnataka", postalCode: "560001", phone: "+918022212345" },
  IT: { street: "Via del Corso 1", city: "Roma", state: "RM", postalCode: "00186", phone: "+390669921234" },
  JP: {
    street: "1-1 Chiyoda",
    state: "Tokyo",
    postalCode: "100-0001",
    phone: "+81332131111",
  },
  MX: {
    street: "Paseo de la Reforma 50",
    city: "Ciudad de M\u00e9xico",
    state: "CDMX",
    postalCode: "06600",
    phone: "+525552081234",
  },
  NL: { street: "Damrak 1", city: "Amsterdam", postalCode: "1012 LG", phone: "+31205551234" },
  NO: { street: "Storgata 12", city: "Oslo", postalCode: "0155", phone: "+4722001122" },
  NZ: { street: "1 Queen Street", city: "Auckland", postalCode: "1010", phone: "+6493001234" },
  PL: { street: "ul. Nowy \u015awiat 1", city: "Warszawa", postalCode: "00-496", phone: "+48221234567" },
  SE: { street: "Hornsgatan 12", city: "Stockholm", postalCode: "118 20", phone: "+46812345678" },
  SG: { street: "1 Raffles Place", postalCode: "048616", phone: "+6562221234" },
  US: {
    street: "500 Market St",
    city: "San Francisco",
    state: "California",
    stored: "CA",
    postalCode: "94105",
    phone: "+14155552671",
  },
};

function fieldsOf(country: string, { street, city, state, postalCode, phone }: Address): readonly object[] {
  const fields = {
    NAME_FULL: "Jane Ashworth",
    COMPANY_NAME: "Harrow & Finch Ltd",
    EMAIL_ADDRESS: "jane@harrowfinch.example",
    PHONE_HOME_WHOLE_NUMBER: phone,
    ADDRESS_HOME_STREET_ADDRESS: street,
    ADDRESS_HOME_CITY: city,
    ADDRESS_HOME_STATE: state,
    ADDRESS_HOME_ZIP: postalCode,
    ADDRESS_HOME_COUNTRY: country,
  };
  return Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}

/** One gesture in the e-mail field, as a person makes who takes the browser's offer. */
async function autofill(page: Page, session: CDPSession, fields: readonly object[]): Promise<void> {
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector: "#vestibule-email" });
  const { node } = await session.send("DOM.describeNode", { nodeId });
  await controlOf(page, "email").focus();
  // playwright's types are older than the browser.
  const send = session.send.bind(session) as (method: string, params: object) => Promise<unknown>;
  await send("Autofill.trigger", { fieldId: node.backendNodeId, address: { fields } });
}

/** A slice: a region by its name, by its code and in other letters, a country without cities, one without regions. */
const slice: readonly string[] = ["AE", "CA", "IT", "JP", "SE", "SG"];
const chosen = process.env["COUNTRIES"] === "all" ? Object.keys(addresses) : slice;

for (const [country, address] of Object.entries(addresses).filter(([code]) => chosen.includes(code))) {
  test(`one gesture fills in the form for ${country}, and it is accepted`, async () => {
    await using visit = await site.visit();
    const { page } = visit;
    const session = await page.context().newCDPSession(page);
    await session.send("DOM.enable");
    await autofill(page, session, fieldsOf(country, address));
    await page.waitForFunction((code) => {
      return document.querySelector<HTMLSelectElement>("#vestibule-billingCountry")?.value === code;
    }, country);
    await page.getByRole("radio", { name: "A company" }).check();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("heading", { name: "Is this right?" }).waitFor();
    const { street, city, state, stored = state, postalCode, phone } = address;
    const values = Object.fromEntries(
      await Promise.all(
        ["name", "email", "billingStreet", "billingCity", "billingState", "billingPostalCode"].map(
          async (name) => [name, await controlOf(page, name).inputValue()] as const,
        ),
      ),
    );
    assert.deepEqual(values, {
      name: "Harrow & Finch Ltd",
      email: "jane@harrowfinch.example",
      billingStreet: street,
      billingCity: city ?? "",
      billingState: stored ?? "",
      billingPostalCode: postalCode ?? "",
    });
    // The number that is stored, whatever the browser made of its prefix; the signs between its groups aside.
    const review = await page.locator('[data-part="review"] dd').allInnerTexts();
    const numbers = review.map((text) => text.split("\n")[0]?.replaceAll(/[\s()-]/g, ""));
    assert.ok(numbers.includes(phone), `${review}`);
  });
}
