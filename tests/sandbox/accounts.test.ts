// From Salesforce to Nue: accounts that become customers, and what the nightly comparison finds (R19 to R21, R23, R27).

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { business, type Customer, createOne, list, patch, send } from "./support/client.ts";
import { entries, place, recurring } from "./support/orders.ts";
import { accounts, auditLog, control, customerOf, eventually, org, standing } from "./support/salesforce.ts";
import { shareSandbox } from "./support/shared.ts";
import { settled } from "./support/state.ts";

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

/** A customer with an activated order and an account of its own. */
async function linkedTo(name: string, more: Customer = {}): Promise<{ readonly id: string; readonly account: string }> {
  const id = String((await createOne(sandbox, business(name, more)))["id"]);
  await place(sandbox, id, recurring(entries.cloudMonthly, 1));
  const customer = await eventually(
    "linked",
    () => customerOf(sandbox, id),
    ({ externalId }) => externalId !== null,
  );
  return { id, account: String(customer["externalId"]) };
}

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
  const ids = encodeURIComponent(JSON.stringify([customer?.["id"]]));
  const orders = (await send(sandbox, `/orders?customerIds=${ids}&status=active`)).body.data;
  assert.deepEqual(
    orders.map((order) => [order["customerId"], order["totalAmount"]]),
    Array(2).fill([customer?.["id"], 0]),
  );
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

test("L18: a chain of merges is followed to its end, whoever asks", async () => {
  const [x, y] = [await linkedTo("Chain one AS"), await linkedTo("Chain two AS")];
  const end = await newAccount("Chain end AS");
  await org(sandbox, "POST", `/sobjects/Account/${y.account}/merge`, { loser: x.account });
  await eventually(
    "held",
    () => standing(sandbox, x.id),
    (now) => now === "Active Held",
  );
  await org(sandbox, "POST", `/sobjects/Account/${end}/merge`, { loser: y.account });
  await eventually(
    "the second follows",
    () => customerOf(sandbox, y.id),
    ({ externalId }) => externalId === end,
  );
  await control(sandbox, `/customers/${x.id}/events`, { event: "hold_released" });
  await reconciled();
  const { life, holdCustomer } = await control(sandbox, `/customers/${x.id}/life`);
  assert.deepEqual([(life as Customer)["hold"], (life as Customer)["holdAccount"]], ["duplicate", end]);
  assert.equal(holdCustomer, y.id);
});

test("R14: an account that has been a customer's for longer keeps the day when a first order comes", async () => {
  await control(sandbox, "/settings", { customerSync: "continuous" });
  const account = await newAccount("Long ago AS", { CustomerSince__c: "2020-02-02" });
  const [customer] = await found("Long ago AS");
  await place(sandbox, String(customer?.["id"]), recurring(entries.cloudMonthly, 1));
  assert.equal(await standing(sandbox, customer?.["id"]), "Active Linked");
  assert.equal((await customerOf(sandbox, customer?.["id"]))["customerSince"], "2020-02-02");
  await settled(sandbox);
  assert.equal((await org(sandbox, "GET", `/sobjects/Account/${account}`)).body["CustomerSince__c"], "2020-02-02");
  await control(sandbox, "/settings", { customerSync: "selective" });
});

test("10.10: an account whose number is another customer's becomes one all the same, with a number of its own", async () => {
  await control(sandbox, "/settings", { customerSync: "continuous" });
  const first = await createOne(sandbox, business("Numbered AS"));
  await newAccount("Same number AS", { ...since, AccountNumber: first["accountNumber"] });
  const [customer] = await found("Same number AS");
  assert.notEqual(customer?.["accountNumber"], first["accountNumber"]);
  await control(sandbox, "/settings", { customerSync: "selective" });
});

test("an account that no customer could be does not become one, and a value no customer may have is not taken over", async () => {
  await control(sandbox, "/settings", { customerSync: "continuous" });
  await newAccount("Odd day AS", { ...since, BillCycleDay__c: "77" });
  await newAccount("Even day AS", since);
  const [customer] = await found("Even day AS");
  await settled(sandbox);
  assert.equal((await named("Odd day AS")).length, 0);
  await org(sandbox, "PATCH", `/sobjects/Account/${customer?.["externalId"]}`, { Ownership: "Weird" });
  await eventually(
    "held",
    () => standing(sandbox, customer?.["id"]),
    (now) => now === "Prospect Held",
  );
  assert.equal((await customerOf(sandbox, customer?.["id"]))["ownership"], null);
  await control(sandbox, "/settings", { customerSync: "selective" });
});

test("whose account it is stays Nue's to say: a key that was changed in Salesforce is put back", async () => {
  const { id, account } = await linkedTo("Keyed AS");
  for (const key of [null, "00000000-0000-4000-8000-000000000000"]) {
    await org(sandbox, "PATCH", `/sobjects/Account/${account}`, { Nue_Id__c: key });
    await eventually(
      "the key",
      async () => (await org(sandbox, "GET", `/sobjects/Account/${account}`)).body,
      ({ Nue_Id__c }) => Nue_Id__c === id,
    );
  }
});

test("L3: an operator's event cannot tie two customers to one account, or one to what is no account", async () => {
  const [x, y] = [await linkedTo("Tied one AS"), await linkedTo("Tied two AS")];
  await control(sandbox, `/customers/${x.id}/events`, { event: "relinked", account: y.account });
  assert.equal((await customerOf(sandbox, x.id))["externalId"], x.account);
  assert.equal((await customerOf(sandbox, y.id))["externalId"], y.account);
});

test("L9: a list that is empty on one side and blank on the other is no conflict", async () => {
  const id = String((await createOne(sandbox, business("No methods AS", { paymentMethods: [] })))["id"]);
  await place(sandbox, id, recurring(entries.cloudMonthly, 1));
  await eventually(
    "linked",
    () => standing(sandbox, id),
    (now) => now === "Active Linked",
  );
  await patch(sandbox, id, { industry: "Technology" });
  await settled(sandbox);
  const conflicts = (await control(sandbox, "/conflicts")) as unknown as readonly Customer[];
  assert.deepEqual(
    conflicts.filter(({ record }) => record === id),
    [],
  );
});

test("L15, L20: what is taken back from Salesforce is audited, field by field", async () => {
  const { id, account } = await linkedTo("Audited AS", { paymentTerm: "Net 30" });
  await settled(sandbox);
  const taken = { PaymentTerm__c: "Net 60", TodayARR__c: 12, CustomerSince__c: "2001-01-01" };
  await org(sandbox, "PATCH", `/sobjects/Account/${account}`, taken);
  await eventually(
    "Net 30 again",
    async () => (await org(sandbox, "GET", `/sobjects/Account/${account}`)).body,
    ({ PaymentTerm__c }) => PaymentTerm__c === "Net 30",
  );
  await settled(sandbox);
  const lines = (await auditLog(sandbox)).split("\n").filter((line) => line.includes(id));
  for (const field of ["paymentTerm", "todayARR", "customerSince"]) {
    assert.ok(
      lines.some((line) => line.includes('"cause":"conflict"') && line.includes(`["${field}",`)),
      field,
    );
  }
});
