// From Salesforce to Nue: accounts that become customers, and what the nightly comparison finds (R19 to R21, R23, R27).

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { business, type Customer, createOne, list, send } from "./support/client.ts";
import { entries, place, recurring } from "./support/orders.ts";
import { accounts, control, customerOf, eventually, org, standing } from "./support/salesforce.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox } = await shareSandbox(["--control"]);

before(async () => {
  await control(sandbox, "/settings", { syncDelay: 0 });
});

async function newAccount(name: string, more: Customer = {}): Promise<string> {
  const { status, body } = await org(sandbox, "POST", "/sobjects/Account", { Name: name, ...more });
  assert.equal(status, 201, JSON.stringify(body));
  return String(body["id"]);
}

const named = async (name: string): Promise<readonly Customer[]> =>
  (await list(sandbox, `name=${encodeURIComponent(name)}`)).data;

const found = (name: string): Promise<readonly Customer[]> =>
  eventually(
    name,
    () => named(name),
    (customers) => customers.length > 0,
  );

const reconciled = async (): Promise<void> => {
  await control(sandbox, "/reconcile", {});
  await eventually(
    "the comparison",
    () => control(sandbox, "/reconcile"),
    ({ running }) => running === false,
  );
};

const since = { CustomerSince__c: "2024-05-01" };

test("continuous sync brings in the accounts that pass the filter and no others (R19, R20)", async () => {
  const early = await newAccount("Early GmbH", { ...since, BillingCity: "Bremen", AnnualRevenue: 1200 });
  await newAccount("Never Ltd");
  const unlinked = await createOne(sandbox, business("Waiting AS"));
  assert.equal((await named("Early GmbH")).length, 0);

  await control(sandbox, "/settings", { customerSync: "continuous" });
  const [customer] = await found("Early GmbH");
  assert.equal(customer?.["externalId"], early);
  assert.equal(customer?.["billingCity"], "Bremen");
  assert.equal(customer?.["recordType"], "Business");
  assert.equal(customer?.["type"], "Prospect");
  assert.equal(customer?.["customerSince"], "2024-05-01");
  assert.equal(await standing(sandbox, customer?.["id"]), "Prospect Linked");
  await eventually(
    "the key in Salesforce",
    async () => (await org(sandbox, "GET", `/sobjects/Account/${early}`)).body,
    ({ Nue_Id__c }) => Nue_Id__c === customer?.["id"],
  );
  // R21: who was in Nue already gets an account, in the background.
  await eventually(
    "an account for Waiting AS",
    () => customerOf(sandbox, unlinked["id"]),
    ({ externalId }) => externalId !== null,
  );

  await newAccount("Later GmbH", since);
  await found("Later GmbH");
  const late = await newAccount("Filled later Ltd");
  await org(sandbox, "PATCH", `/sobjects/Account/${late}`, since);
  await found("Filled later Ltd");

  assert.equal((await named("Never Ltd")).length, 0);
  assert.equal((await named("Early GmbH")).length, 1);
  const ids = (await accounts(sandbox)).map(({ Nue_Id__c }) => Nue_Id__c).filter((id) => id !== null);
  assert.equal(new Set(ids).size, ids.length);
});

test("an account that newly passes a changed filter is brought in (R20)", async () => {
  await newAccount("By website Ltd", { Website: "https://by-website.example" });
  const refused = await send(sandbox, "/_sandbox/settings", { body: { accountFilter: "Shoe_Size__c" } });
  assert.equal(refused.status, 400);
  await control(sandbox, "/settings", { accountFilter: "Website" });
  await found("By website Ltd");
  assert.equal((await named("Never Ltd")).length, 0);
  await control(sandbox, "/settings", { accountFilter: "" });
  await found("Never Ltd");
});

test("an edit of a brought-in account arrives as of any other (R18)", async () => {
  const [customer] = await named("Early GmbH");
  await org(sandbox, "PATCH", `/sobjects/Account/${customer?.["externalId"]}`, { Industry: "Energy" });
  await eventually(
    "the industry",
    () => customerOf(sandbox, customer?.["id"]),
    ({ industry }) => industry === "Energy",
  );
});

test("under selective sync an account becomes a customer with an order activated for it (R23)", async () => {
  await control(sandbox, "/settings", { customerSync: "selective", accountFilter: "CustomerSince__c" });
  const account = await newAccount("Ordered There Ltd", since);
  const order = await send(sandbox, "/_sandbox/org/orders", { body: { account: account.slice(0, 15) } });
  assert.equal(order.status, 202, order.text);
  const [customer] = await found("Ordered There Ltd");
  assert.equal(customer?.["externalId"], account);
  assert.equal(customer?.["type"], "Direct Customer");
  assert.equal(customer?.["customerSince"], "2024-05-01");
  assert.equal(await standing(sandbox, customer?.["id"]), "Active Linked");

  // Another order: the customer is there already, and is updated.
  await send(sandbox, "/_sandbox/org/orders", { body: { account } });
  await eventually(
    "a managed customer",
    () => standing(sandbox, customer?.["id"]),
    (now) => now === "Managed Linked",
  );
  assert.equal((await named("Ordered There Ltd")).length, 1);
  assert.equal((await send(sandbox, "/_sandbox/org/orders", { body: { account: "003" } })).status, 400);
});

test("the nightly comparison finds an account that was purged without an event (R27)", async () => {
  const id = String((await createOne(sandbox, business("Purged Ltd")))["id"]);
  await place(sandbox, id, recurring(entries.cloudMonthly, 1));
  const { externalId } = await eventually(
    "an account",
    () => customerOf(sandbox, id),
    ({ externalId: account }) => account !== null,
  );
  await reconciled();
  assert.equal(await standing(sandbox, id), "Active Linked");
  await org(sandbox, "POST", `/sobjects/Account/${externalId}/purge`);
  await reconciled();
  assert.equal(await standing(sandbox, id), "Active Suspended");
  // Too early to give the link up: it may be a fault of the org.
  await reconciled();
  assert.equal(await standing(sandbox, id), "Active Suspended");
  assert.equal((await customerOf(sandbox, id))["externalId"], externalId);
});
