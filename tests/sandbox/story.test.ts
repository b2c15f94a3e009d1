// A customer's life from sign-up to management, through HTTP, with the Salesforce org beside it (R11 to R36).

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { assertAudited, verify } from "./support/audit.ts";
import { business, type Customer, createOne, patch, send } from "./support/client.ts";
import { activate, draft, entries, newCustomer, orderOf, place, recurring, today } from "./support/orders.ts";
import { accounts, auditLog, control, customerOf, eventually, org, standing } from "./support/salesforce.ts";
import { startSandbox } from "./support/sandbox.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox, folder } = await shareSandbox(["--control"]);

before(async () => {
  await control(sandbox, "/settings", { syncDelay: 0 });
});

const line = (): Customer => recurring(entries.cloudMonthly, 3);

/** A customer with an activated order, tied to its account: both ids. */
async function linked(name: string, more: Customer = {}): Promise<{ readonly id: string; readonly account: string }> {
  const id = String((await createOne(sandbox, business(name, more)))["id"]);
  await place(sandbox, id, line());
  const customer = await eventually(
    "linked",
    () => customerOf(sandbox, id),
    ({ externalId }) => externalId !== null,
  );
  return { id, account: String(customer["externalId"]) };
}

const record = async (account: string): Promise<Customer> =>
  (await org(sandbox, "GET", `/sobjects/Account/${account}`)).body;

test("sign-up, draft, activation, link, edits on both sides, renewal (R11 to R15, R18, R22, R30, R33)", async () => {
  const made = await createOne(sandbox, business("Fjordlys Instruments AS", { phone: "+47 22 00 11 22" }));
  const id = String(made["id"]);
  assert.equal(made["type"], "Prospect");
  assert.equal(await standing(sandbox, id), "Prospect None");

  const { order } = await draft(sandbox, orderOf(id, line()));
  await patch(sandbox, id, { industry: "Technology" });
  await sleep(300);
  assert.equal(await standing(sandbox, id), "Prospect None");
  assert.equal((await accounts(sandbox)).length, 0);

  const { subscriptions } = await activate(sandbox, order["id"]);
  const customer = await eventually(
    "linked",
    () => customerOf(sandbox, id),
    ({ externalId }) => externalId !== null,
  );
  assert.equal(await standing(sandbox, id), "Active Linked");
  assert.match(String(customer["externalId"]), /^001[0-9A-Za-z]{12}[A-Z0-5]{3}$/);
  assert.equal(customer["type"], "Direct Customer");
  assert.equal(customer["customerSince"], today());

  const [account] = await accounts(sandbox);
  assert.ok(account);
  assert.equal(account["Id"], customer["externalId"]);
  assert.equal(account["Name"], "Fjordlys Instruments AS");
  assert.equal(account["Industry"], "Technology");
  assert.equal(account["Nue_Id__c"], id);

  for (const name of [id, String(account["Id"]), String(account["Id"]).slice(0, 15)]) {
    assert.equal((await customerOf(sandbox, name))["id"], id);
  }

  await patch(sandbox, id, { website: "https://fjordlys.example" });
  await eventually(
    "the website in Salesforce",
    () => record(String(account["Id"])),
    ({ Website }) => Website === "https://fjordlys.example/",
  );
  await org(sandbox, "PATCH", `/sobjects/Account/${account["Id"]}`, { BillingCity: "Trondheim" });
  await eventually(
    "the city in Nue",
    () => customerOf(sandbox, id),
    ({ billingCity }) => billingCity === "Trondheim",
  );

  const [subscription] = subscriptions;
  const renewal = { changeType: "Renew", assetNumber: subscription?.["name"], renewalTerm: 12 };
  const change = await draft(sandbox, { effectiveDate: today(), assetChanges: [renewal] }, "/change-orders");
  assert.equal(await standing(sandbox, id), "Active Linked");
  await activate(sandbox, change.order["id"]);
  assert.equal(await standing(sandbox, id), "Managed Linked");
  assert.equal((await accounts(sandbox)).length, 1);
});

test("contacts are made with the account, and later ones at once (R13, R36)", async () => {
  const id = await newCustomer(sandbox);
  const contact = (first: string): Customer => ({
    firstName: first,
    lastName: "Aune",
    name: `${first} Aune`,
    email: `${first.toLowerCase()}@fjordlys.example`,
  });
  await send(sandbox, `/customers/${id}/contacts`, { body: [contact("Solveig")] });
  await place(sandbox, id, line());
  const contactsOf = async (): Promise<readonly Customer[]> =>
    (await send(sandbox, `/customers/${id}/contacts`)).body.data;
  const all = (contacts: readonly Customer[]): boolean =>
    contacts.every(({ externalId }) => /^003/.test(String(externalId)));
  await eventually("the first contact", contactsOf, all);
  await send(sandbox, `/customers/${id}/contacts`, { body: [contact("Ines")] });
  const contacts = await eventually("the second contact", contactsOf, (now) => now.length === 2 && all(now));
  const there = await org(sandbox, "GET", `/sobjects/Contact/${contacts[1]?.["externalId"]}`);
  assert.equal(there.body["FirstName"], "Ines");
  assert.equal(there.body["AccountId"], (await customerOf(sandbox, id))["externalId"]);
});

test("billing fields are taken at any stage, and the stage stays what orders make of it (R31, R32)", async () => {
  const terms = { paymentTerm: "Net 30", billingPeriod: "Annual", billCycleDay: 15 };
  const made = await createOne(sandbox, business("Terms first Ltd", terms));
  const id = String(made["id"]);
  assert.equal(made["paymentTerm"], "Net 30");
  assert.equal(await standing(sandbox, id), "Prospect None");
  const { order } = await place(sandbox, id, line());
  for (const type of ["Prospect", "Partner"]) {
    const reply = await patch(sandbox, id, { type, paymentTerm: "Net 60" });
    assert.equal(reply.status, 200, reply.text);
    assert.match(await standing(sandbox, id), /^Active /);
  }
  await send(sandbox, `/orders/${order["id"]}`, { body: {} });
  assert.match(await standing(sandbox, id), /^Active /);
});

test("of two edits Salesforce's holds, and Nue's is in the conflict log (R25, L9)", async () => {
  const { id, account } = await linked("Conflict Ltd");
  await control(sandbox, "/settings", { syncDelay: 700 });
  await patch(sandbox, id, { description: "typed in Nue" });
  await org(sandbox, "PATCH", `/sobjects/Account/${account}`, { Description: "typed in Salesforce" });
  await control(sandbox, "/settings", { syncDelay: 0 });
  await eventually(
    "one description",
    () => customerOf(sandbox, id),
    ({ description }) => description === "typed in Salesforce",
  );
  const conflicts = await eventually(
    "the conflict log",
    async () => (await control(sandbox, "/conflicts")) as unknown as readonly Customer[],
    (all) => all.some(({ record: of }) => of === id),
  );
  const mine = conflicts.filter(({ record: of }) => of === id);
  assert.equal(mine.length, 1);
  assert.deepEqual(mine[0]?.["lost"], ["typed in Nue"]);
});

test("a billing field changed in Salesforce is taken back (R25, R26, L15)", async () => {
  const { id, account } = await linked("Terms Ltd", { paymentTerm: "Net 30" });
  await org(sandbox, "PATCH", `/sobjects/Account/${account}`, { PaymentTerm__c: "Net 60" });
  await eventually(
    "Net 30 again",
    () => record(account),
    ({ PaymentTerm__c, Version }) => PaymentTerm__c === "Net 30" && Number(Version) > 2,
  );
  assert.equal((await customerOf(sandbox, id))["paymentTerm"], "Net 30");
});

test("a deleted account suspends the link, and comes back; the customer stays (L16)", async () => {
  const { id, account } = await linked("Binned Ltd");
  await org(sandbox, "DELETE", `/sobjects/Account/${account}`);
  await eventually(
    "suspended",
    () => standing(sandbox, id),
    (now) => now === "Active Suspended",
  );
  assert.equal((await customerOf(sandbox, id))["externalId"], account);
  await org(sandbox, "POST", `/sobjects/Account/${account}/undelete`);
  await eventually(
    "linked again",
    () => standing(sandbox, id),
    (now) => now === "Active Linked",
  );
});

test("a merge moves the link to the winner (L4)", async () => {
  const { id, account } = await linked("Loser Ltd");
  const winner = String((await org(sandbox, "POST", "/sobjects/Account", { Name: "Winner Ltd" })).body["id"]);
  await org(sandbox, "POST", `/sobjects/Account/${winner}/merge`, { loser: account });
  const customer = await eventually(
    "the winner",
    () => customerOf(sandbox, id),
    ({ externalId }) => externalId === winner,
  );
  assert.equal(customer["externalId"], winner);
  await eventually(
    "one name",
    () => customerOf(sandbox, id),
    ({ name }) => name === "Winner Ltd",
  );
  const { life } = (await control(sandbox, `/customers/${id}/life`)) as { readonly life: Customer };
  assert.deepEqual(life["pastAccounts"], [account]);
});

test("a merge into another customer's account holds, and says whose it is, until a person decides (L3, L17)", async () => {
  const first = await linked("Twice Ltd");
  const second = await linked("Twice Limited");
  await org(sandbox, "POST", `/sobjects/Account/${second.account}/merge`, { loser: first.account });
  await eventually(
    "held",
    () => standing(sandbox, first.id),
    (now) => now === "Active Held",
  );
  const { life, holdCustomer } = await control(sandbox, `/customers/${first.id}/life`);
  const held = life as Customer;
  assert.deepEqual([held["hold"], held["holdAccount"], held["account"]], ["duplicate", second.account, first.account]);
  assert.equal(holdCustomer, second.id);
  assert.equal(await standing(sandbox, second.id), "Active Linked");
  const released = await control(sandbox, `/customers/${first.id}/events`, { event: "hold_released" });
  assert.equal((released["life"] as Customer)["holdAccount"], undefined);
  assert.equal("holdCustomer" in released, false);
});

test("what Salesforce refuses holds the customer until a person releases it (R27, L17)", async () => {
  const id = await newCustomer(sandbox, { industry: "Beekeeping" });
  await control(sandbox, "/settings", { salesforcePicklists: "restricted" });
  await place(sandbox, id, line());
  await eventually(
    "held",
    () => standing(sandbox, id),
    (now) => now === "Active Held",
  );
  await patch(sandbox, id, { industry: "Retail" });
  assert.equal(await standing(sandbox, id), "Active Held");
  await control(sandbox, `/customers/${id}/events`, { event: "hold_released" });
  await eventually(
    "linked, once it is mended and released",
    () => standing(sandbox, id),
    (now) => now === "Active Linked",
  );
});

test("continuous: an account at once, and still a Prospect; links stay when the mode goes back (R17, R21, L19)", async () => {
  const early = await newCustomer(sandbox);
  await control(sandbox, "/settings", { customerSync: "continuous" });
  await eventually(
    "the earlier one too",
    () => standing(sandbox, early),
    (now) => now === "Prospect Linked",
  );
  const id = await newCustomer(sandbox);
  const customer = await eventually(
    "linked",
    () => customerOf(sandbox, id),
    ({ externalId }) => externalId !== null,
  );
  assert.equal(customer["type"], "Prospect");
  assert.equal(await standing(sandbox, id), "Prospect Linked");
  await control(sandbox, "/settings", { customerSync: "selective" });
  assert.equal((await customerOf(sandbox, id))["externalId"], customer["externalId"]);
  assert.equal(await standing(sandbox, await newCustomer(sandbox)), "Prospect None");
  await place(sandbox, id, line());
  await sleep(300);
  assert.equal((await customerOf(sandbox, id))["externalId"], customer["externalId"]);
});

test("the audit log verifies, and replays to the lives that are stored (L20 to L22)", async () => {
  assert.ok((await assertAudited(sandbox)) > 0);
  const log = await auditLog(sandbox);
  assert.doesNotMatch(log, /fjordlys|Solveig|typed in/i);
  assert.equal(verify(log.replace('"outcome":"applied"', '"outcome":"ignored"')).status, 1);
});

test("without --control there is no control API", async () => {
  await using plain = await startSandbox(folder.file("plain.db"), ["--org", folder.file("plain-org.db")]);
  assert.equal((await send(plain, "/_sandbox/settings")).status, 404);
});
