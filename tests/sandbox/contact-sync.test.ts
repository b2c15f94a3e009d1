// Contacts between Nue and the org: made, edited, carried by merges and deleted, while their customer is tied to its account and
// while it is not (R13, R36, L7, L16, L17).

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { type Customer, send } from "./support/client.ts";
import { entries, newCustomer, place, recurring } from "./support/orders.ts";
import { control, customerOf, eventually, org, standing } from "./support/salesforce.ts";
import { shareSandbox } from "./support/shared.ts";
import { settled } from "./support/state.ts";

const { sandbox } = await shareSandbox(["--control"]);
before(() => control(sandbox, "/settings", { syncDelay: 0 }));

let people = 0;

async function addContact(customer: string): Promise<string> {
  people += 1;
  const names = { firstName: "Solveig", lastName: "Aune", name: "Solveig Aune", title: "Buyer" };
  const body = [{ ...names, email: `person-${people}@fjordlys.example` }];
  const reply = await send(sandbox, `/customers/${customer}/contacts`, { body });
  assert.equal(reply.status, 201, reply.text);
  return String(reply.body.data[0]?.["id"]);
}

async function contactOf(id: string): Promise<Customer> {
  return (await send(sandbox, `/contacts/${id}`)).body.data[0] ?? {};
}

async function retitle(id: string, title: string): Promise<void> {
  assert.equal((await send(sandbox, `/contacts/${id}`, { method: "PATCH", body: { title } })).status, 200);
}

async function untilMade(contact: string): Promise<string> {
  const { externalId } = await eventually(
    "the contact is made",
    () => contactOf(contact),
    (made) => made["externalId"] !== null,
  );
  return String(externalId);
}

async function inOrg(externalId: string): Promise<Customer> {
  return (await org(sandbox, "GET", `/sobjects/Contact/${externalId}`)).body;
}

function untilTitled(externalId: string, title: string): Promise<Customer> {
  return eventually(
    title,
    () => inOrg(externalId),
    ({ Title }) => Title === title,
  );
}

function untilStands(customer: string, wanted: string): Promise<string> {
  return eventually(
    wanted,
    () => standing(sandbox, customer),
    (now) => now === wanted,
  );
}

/** A customer with an account. */
async function linked(): Promise<readonly [customer: string, account: string]> {
  const customer = await newCustomer(sandbox);
  await place(sandbox, customer, recurring(entries.cloudMonthly, 1));
  await untilStands(customer, "Active Linked");
  return [customer, String((await customerOf(sandbox, customer))["externalId"])];
}

test("R36: what was added or edited while the customer was held arrives when the hold is released", async () => {
  const [customer, account] = await linked();
  const contact = await addContact(customer);
  const externalId = await untilMade(contact);
  await control(sandbox, `/customers/${customer}/events`, { event: "sync_failed", permanent: true });
  await untilStands(customer, "Active Held");
  await retitle(contact, "Head of Finance");
  const added = await addContact(customer);
  await settled(sandbox);
  assert.equal((await inOrg(externalId))["Title"], "Buyer");
  assert.equal((await contactOf(added))["externalId"], null);
  await control(sandbox, `/customers/${customer}/events`, { event: "hold_released" });
  await untilTitled(externalId, "Head of Finance");
  assert.equal((await inOrg(await untilMade(added)))["AccountId"], account);
});

test("R36: contacts whose account went to the bin wait for it to come back", async () => {
  const [customer, account] = await linked();
  const contact = await addContact(customer);
  const externalId = await untilMade(contact);
  await org(sandbox, "DELETE", `/sobjects/Account/${account}`);
  await untilStands(customer, "Active Suspended");
  await retitle(contact, "Head of Finance");
  const added = await addContact(customer);
  await settled(sandbox);
  await org(sandbox, "POST", `/sobjects/Account/${account}/undelete`);
  await untilTitled(externalId, "Head of Finance");
  await untilMade(added);
});

test("R36: an account that an operator ties a customer to gets its contacts", async () => {
  const customer = await newCustomer(sandbox);
  const contact = await addContact(customer);
  const made = await org(sandbox, "POST", "/sobjects/Account", { Name: "Fjordlys", RecordType: "Business" });
  await control(sandbox, `/customers/${customer}/events`, { event: "relinked", account: made.body["id"] });
  assert.equal((await inOrg(await untilMade(contact)))["AccountId"], made.body["id"]);
});

test("a merge carries the contacts, and an edit of either side still arrives", async () => {
  const [customer, account] = await linked();
  const contact = await addContact(customer);
  const externalId = await untilMade(contact);
  const winner = await org(sandbox, "POST", "/sobjects/Account", { Name: "Winner", RecordType: "Business" });
  await org(sandbox, "POST", `/sobjects/Account/${winner.body["id"]}/merge`, { loser: account });
  await eventually(
    "moved",
    () => customerOf(sandbox, customer),
    (moved) => moved["externalId"] === winner.body["id"],
  );
  assert.equal((await inOrg(externalId))["AccountId"], winner.body["id"]);
  await org(sandbox, "PATCH", `/sobjects/Contact/${externalId}`, { Title: "Typed there" });
  await eventually(
    "typed there",
    () => contactOf(contact),
    ({ title }) => title === "Typed there",
  );
  await retitle(contact, "Typed here");
  await untilTitled(externalId, "Typed here");
  assert.equal((await contactOf(contact))["externalId"], externalId);
});

test("L16: a contact deleted in Salesforce stays in Nue, is asked for no more, and is equal again once it is back", async () => {
  const [customer] = await linked();
  const contact = await addContact(customer);
  const externalId = await untilMade(contact);
  await org(sandbox, "DELETE", `/sobjects/Contact/${externalId}`);
  await retitle(contact, "Head of Finance");
  await settled(sandbox);
  const { title, externalId: kept } = await contactOf(contact);
  assert.deepEqual([title, kept], ["Head of Finance", externalId]);
  await org(sandbox, "POST", `/sobjects/Contact/${externalId}/undelete`);
  await untilTitled(externalId, "Head of Finance");
  await org(sandbox, "POST", `/sobjects/Contact/${externalId}/purge`);
  await retitle(contact, "Buyer");
  await settled(sandbox);
  assert.equal((await contactOf(contact))["externalId"], externalId);
});

test("a contact made in Salesforce stays there, and is left as it is", async () => {
  const [customer, account] = await linked();
  const made = await org(sandbox, "POST", "/sobjects/Contact", { AccountId: account, LastName: "Only there" });
  await org(sandbox, "PATCH", `/sobjects/Contact/${made.body["id"]}`, { Title: "Buyer" });
  // What was typed later arrives, so the sync has seen the other one.
  const contact = await addContact(customer);
  await org(sandbox, "PATCH", `/sobjects/Contact/${await untilMade(contact)}`, { Title: "Typed there" });
  const known = await eventually(
    "typed there",
    () => contactOf(contact),
    ({ title }) => title === "Typed there",
  );
  await settled(sandbox);
  assert.deepEqual((await send(sandbox, `/customers/${customer}/contacts`)).body.data, [known]);
  const { Version, SyncVersion } = await inOrg(String(made.body["id"]));
  assert.deepEqual([Version, SyncVersion], [2, null]);
});

const byEmail = async (email: string): Promise<readonly unknown[]> =>
  (await send(sandbox, `/contacts?emails=${encodeURIComponent(JSON.stringify([email]))}`)).body.data.map(
    ({ id }) => id,
  );

test("R35: an address that was changed in Salesforce is found by, and is taken for any other contact", async () => {
  const [customer] = await linked();
  const contact = await addContact(customer);
  const externalId = await untilMade(contact);
  const old = String((await contactOf(contact))["email"]);
  await org(sandbox, "PATCH", `/sobjects/Contact/${externalId}`, { Email: "New-Address@fjordlys.example" });
  await eventually(
    "the address in Nue",
    () => contactOf(contact),
    ({ email }) => email !== old,
  );
  assert.deepEqual(await byEmail("new-address@fjordlys.example"), [contact]);
  assert.deepEqual(await byEmail(old), []);
  const names = { firstName: "Ines", lastName: "Aune", name: "Ines Aune" };
  const add = (email: string) => send(sandbox, `/customers/${customer}/contacts`, { body: [{ ...names, email }] });
  assert.equal((await add("new-address@fjordlys.example")).status, 409);
  assert.equal((await add(old)).status, 201);
});

test("R35: an address that is another contact's is not taken over from Salesforce, and is told of", async () => {
  const [customer] = await linked();
  const first = await addContact(customer);
  const second = await addContact(customer);
  const externalId = await untilMade(second);
  const taken = String((await contactOf(first))["email"]);
  const own = String((await contactOf(second))["email"]);
  await org(sandbox, "PATCH", `/sobjects/Contact/${externalId}`, { Email: taken });
  await eventually(
    "the alarm",
    async () => sandbox.log.join("\n"),
    (log) => log.includes("contact_refused"),
  );
  assert.deepEqual(await byEmail(taken), [first]);
  assert.equal((await contactOf(second))["email"], own);
  await org(sandbox, "PATCH", `/sobjects/Contact/${externalId}`, { Email: "mended@fjordlys.example" });
  await eventually(
    "the address, once it is mended",
    () => contactOf(second),
    ({ email }) => email === "mended@fjordlys.example",
  );
});
