// The story of the overview page as one run, from sign-up to management, under either way of syncing and over both switches
// between them (R11 to R36).

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { assertAudited } from "./support/audit.ts";
import { business, type Customer, createOne, patch, send } from "./support/client.ts";
import { activate, draft, entries, orderOf, recurring, today } from "./support/orders.ts";
import { control, customerOf, eventually, org, standing } from "./support/salesforce.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox } = await shareSandbox(["--control"]);
before(() => control(sandbox, "/settings", { syncDelay: 0 }));

type Mode = "selective" | "continuous";

const inOrg = async (object: string, id: unknown): Promise<Customer> =>
  (await org(sandbox, "GET", `/sobjects/${object}/${id}`)).body;

/** Until the record in Salesforce, or here, holds these values. */
function untilHolds(what: string, ask: () => Promise<Customer>, wanted: Customer): Promise<Customer> {
  return eventually(what, ask, (now) => Object.entries(wanted).every(([name, value]) => now[name] === value));
}

async function conflictsOf(id: string): Promise<readonly Customer[]> {
  const all = (await control(sandbox, "/conflicts")) as unknown as readonly Customer[];
  return all.filter(({ record }) => record === id);
}

async function live(mode: Mode, name: string): Promise<void> {
  const made = await createOne(sandbox, business(name, { phone: "+47 22 00 11 22", paymentTerm: "Net 30" }));
  const id = String(made["id"]);
  const customer = (): Promise<Customer> => customerOf(sandbox, id);
  assert.deepEqual([made["type"], made["externalId"], made["customerSince"]], ["Prospect", null, null]);
  const waits = mode === "selective" ? "Prospect None" : "Prospect Linked";
  await eventually(
    waits,
    () => standing(sandbox, id),
    (now) => now === waits,
  );
  const person = { firstName: "Solveig", lastName: "Aune", name: "Solveig Aune" };
  const email = `${name.replaceAll(" ", "-").toLowerCase()}@fjordlys.example`;
  assert.equal((await send(sandbox, `/customers/${id}/contacts`, { body: [{ ...person, email }] })).status, 201);

  const { order } = await draft(sandbox, orderOf(id, recurring(entries.cloudMonthly, 3)));
  await patch(sandbox, id, { industry: "Technology" });
  assert.equal(await standing(sandbox, id), waits);

  const { subscriptions } = await activate(sandbox, order["id"]);
  const linked = await eventually("linked", customer, ({ externalId }) => externalId !== null);
  const account = String(linked["externalId"]);
  assert.equal(await standing(sandbox, id), "Active Linked");
  assert.match(account, /^001[0-9A-Za-z]{12}[A-Z0-5]{3}$/);
  assert.deepEqual([linked["type"], linked["customerSince"]], ["Direct Customer", today()]);
  await untilHolds("the account", () => inOrg("Account", account), {
    Name: name,
    Type: "Direct Customer",
    CustomerSince__c: today(),
    Industry: "Technology",
    PaymentTerm__c: "Net 30",
    Nue_Id__c: id,
  });
  const contact = await eventually(
    "the contact is linked",
    async () => (await send(sandbox, `/customers/${id}/contacts`)).body.data[0] ?? {},
    ({ externalId }) => /^003/.test(String(externalId)),
  );
  await untilHolds("the contact", () => inOrg("Contact", contact["externalId"]), { AccountId: account, Email: email });

  for (const key of [id, id.toUpperCase(), account, account.slice(0, 15)]) {
    assert.equal((await customerOf(sandbox, key))["id"], id, key);
  }

  await patch(sandbox, id, { website: "https://fjordlys.example" });
  await untilHolds("Nue's edit", () => inOrg("Account", account), { Website: "https://fjordlys.example/" });
  await org(sandbox, "PATCH", `/sobjects/Account/${account}`, { BillingCity: "Trondheim", PaymentTerm__c: "Net 60" });
  await untilHolds("Salesforce's edit", customer, { billingCity: "Trondheim", paymentTerm: "Net 30" });
  await untilHolds("what is Nue's", () => inOrg("Account", account), { PaymentTerm__c: "Net 30" });

  await control(sandbox, "/settings", { syncDelay: 700 });
  await patch(sandbox, id, { description: "typed in Nue" });
  await org(sandbox, "PATCH", `/sobjects/Account/${account}`, { Description: "typed in Salesforce" });
  await control(sandbox, "/settings", { syncDelay: 0 });
  await untilHolds("the master's", customer, { description: "typed in Salesforce" });
  const lost = await eventually(
    "both losers",
    () => conflictsOf(id),
    (all) => all.length === 2,
  );
  assert.deepEqual(
    lost.map(({ side, lost }) => [side, lost]),
    [
      ["salesforce", ["Net 60"]],
      ["nue", ["typed in Nue"]],
    ],
  );

  const renewal = { changeType: "Renew", assetNumber: subscriptions[0]?.["name"], renewalTerm: 12 };
  const change = await draft(sandbox, { effectiveDate: today(), assetChanges: [renewal] }, "/change-orders");
  assert.equal(await standing(sandbox, id), "Active Linked");
  await activate(sandbox, change.order["id"]);
  assert.equal(await standing(sandbox, id), "Managed Linked");
  assert.equal((await customer())["externalId"], account);
}

const modes: readonly Mode[] = ["selective", "continuous", "selective", "continuous"];
for (const [round, mode] of modes.entries()) {
  test(`${mode}, ${round === 0 ? "from the start" : `after ${modes[round - 1]}`}: from sign-up to management`, async () => {
    await control(sandbox, "/settings", { customerSync: mode });
    await live(mode, `Fjordlys ${round} AS`);
  });
}

test("all of it is audited, and replays to the lives that are stored", async () => {
  assert.ok((await assertAudited(sandbox)) > 0);
});
