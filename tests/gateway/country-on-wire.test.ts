// A tenant whose Nue holds countries by name: the name is what goes over the wire, in a create, a contact and a change. What is
// compared and answered holds the code, whatever was typed and however Nue tells it.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { load } from "vestibule";
import { countryNames } from "vestibule/form";
import { apiKey, openSite, type TestSite, untilSettled } from "./support/site.ts";

let site: TestSite;
before(async () => {
  site = await openSite({ config: { profile: { v: 1, countryOnWire: "name" } } });
});
after(() => site[Symbol.asyncDispose]());

const acme = {
  name: "Acme",
  recordType: "Business",
  email: "accounts@acme.example",
  billingCountry: "no",
  shippingCountry: "Deutschland",
};

type Members = Readonly<Record<string, unknown>>;

function countriesOf({ billingCountry, shippingCountry }: Members): readonly unknown[] {
  return [billingCountry, shippingCountry];
}

/** The last record of this kind that the API was asked to take. */
function sent(method: string, address: RegExp): Members {
  const body =
    site.proxy.seen.findLast((request) => request.method === method && address.test(request.url))?.body ?? "";
  const record = JSON.parse(body);
  return Array.isArray(record) ? record[0] : record;
}

async function stored(path: string): Promise<Members> {
  const answer = await fetch(site.sandbox.origin + path, { headers: { "nue-api-key": apiKey } });
  return (await answer.json()).data[0];
}

test("a create says countries by name, and the same with the code or the name typed is the same sign-up", async () => {
  const key = crypto.randomUUID();
  const created = await untilSettled(() => site.signUp(acme, { key }));
  assert.equal(created.status, 201, created.text);
  assert.deepEqual(countriesOf(sent("POST", /^\/customers$/)), ["Norway", "Germany"]);
  const { id } = JSON.parse(created.text);
  assert.deepEqual(countriesOf(await stored(`/customers/${id}`)), ["Norway", "Germany"]);
  const again = await site.signUp({ ...acme, billingCountry: "Norge", shippingCountry: "DE" }, { key });
  assert.deepEqual([again.status, JSON.parse(again.text).id], [201, id]);
  assert.equal(again.headers.get("idempotency-replayed"), "true");
  const other = await site.signUp({ ...acme, billingCountry: "SE" }, { key });
  assert.deepEqual([other.status, JSON.parse(other.text).code], [422, "request.key_reused"]);
});

test("a lost answer is found again in a record that holds names", async () => {
  const key = crypto.randomUUID();
  site.proxy.plan(["cut"], "POST");
  const settled = await untilSettled(() => site.signUp({ ...acme, name: "Found Again" }, { key }));
  assert.equal(settled.status, 201, settled.text);
  const { id } = JSON.parse(settled.text);
  assert.deepEqual(countriesOf(await stored(`/customers/${id}`)), ["Norway", "Germany"]);
  const status = await site.get(`/api/signups/${key}/status`, { "signup-secret": "browser-secret" });
  assert.deepEqual([status.status, JSON.parse(status.text).stage], [200, "Prospect"]);
});

test("a contact and a change say the name too, and the answer to a change the code", async () => {
  const key = crypto.randomUUID();
  const contact = { firstName: "Ana", lastName: "Lind", name: "Ana Lind", email: "a@b.example", billingCountry: "SE" };
  const created = await untilSettled(() => site.signUp(acme, { key, contact }));
  assert.equal(created.status, 201, created.text);
  const { id } = JSON.parse(created.text);
  while (!site.proxy.seen.some(({ url }) => url === `/customers/${id}/contacts`)) {
    await new Promise((done) => setTimeout(done, 20));
  }
  assert.equal(sent("POST", /\/contacts$/)["billingCountry"], "Sweden");
  const headers = {
    origin: site.gateway.origin,
    "content-type": "application/json",
    "signup-secret": "browser-secret",
  };
  const body = JSON.stringify({ v: 1, customer: { billingCountry: "Schweiz", shippingCountry: null } });
  const changed = await site.send(`/api/signups/${key}`, { method: "PATCH", headers, body });
  assert.equal(changed.status, 200, changed.text);
  assert.deepEqual(countriesOf(JSON.parse(changed.text).customer), ["CH", null]);
  assert.deepEqual(countriesOf(sent("PATCH", /^\/customers\//)), ["Switzerland", null]);
});

test("every name that is sent means its country again", async () => {
  const { country } = await load();
  const wrong = countryNames("en").filter(({ code }) => country.find(country.find(code)?.name ?? "")?.code !== code);
  assert.deepEqual(wrong, []);
});
