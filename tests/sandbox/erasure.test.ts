// The right to be forgotten: after an erasure no file of Nue's side holds what was known of the person (L23).

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, test } from "node:test";
import { type Customer, createOne, patch, send } from "./support/client.ts";
import { setClock } from "./support/clock.ts";
import { activate, draft, entries, orderOf, recurring } from "./support/orders.ts";
import { auditLog, control, customerOf, eventually, org, standing } from "./support/salesforce.ts";
import { program } from "./support/sandbox.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox, folder } = await shareSandbox(["--control"]);

before(async () => {
  await control(sandbox, "/settings", { syncDelay: 0 });
});

/** Stands in every personal value of this file, and in nothing else. */
const mark = "Zaphod";

const erase = (id: string): Promise<Customer> => control(sandbox, `/customers/${id}/events`, { event: "erase" });

/** The files of nue.db that hold the mark. */
function filesWithMark(): readonly string[] {
  const path = folder.file("");
  return readdirSync(path)
    .filter((name) => name.startsWith("nue.db"))
    .filter((name) => readFileSync(join(path, name)).includes(mark));
}

test("an erasure waits for open orders, then leaves ids, orders and the audit log alone", async () => {
  const made = await createOne(sandbox, {
    name: `${mark} Beeblebrox`,
    recordType: "Consumer",
    email: `${mark.toLowerCase()}.${mark}@example.com`,
    billingStreet: `${mark} Street 1`,
    description: `knows ${mark}`,
    paymentTerm: "Net 30",
  });
  const id = String(made["id"]);
  const contact = {
    firstName: mark,
    lastName: `${mark}son`,
    name: `${mark} ${mark}son`,
    email: `contact.${mark}@example.com`,
  };
  await send(sandbox, `/customers/${id}/contacts`, { body: [contact] });
  const { order } = await draft(sandbox, orderOf(id, recurring(entries.cloudMonthly, 1)));
  assert.equal((await erase(id))["stage"], "Prospect");
  assert.equal((await customerOf(sandbox, id))["name"], `${mark} Beeblebrox`);

  await activate(sandbox, order["id"], { generateInvoice: true });
  const { externalId } = await eventually(
    "an account",
    () => customerOf(sandbox, id),
    ({ externalId: account }) => account !== null,
  );
  // A value that lost to Salesforce's is kept as well, until now. While the clock stands still no pass comes between the two.
  await control(sandbox, "/settings", { syncDelay: 1000 });
  await setClock(sandbox, { freeze: true });
  await patch(sandbox, id, { description: `still knows ${mark}` });
  await org(sandbox, "PATCH", `/sobjects/Account/${externalId}`, { Description: "typed in Salesforce" });
  await control(sandbox, "/settings", { syncDelay: 0 });
  await setClock(sandbox, { freeze: false, step: 1000 });
  await eventually(
    "the conflict",
    async () => JSON.stringify(await control(sandbox, "/conflicts")),
    (conflicts) => conflicts.includes(mark),
  );
  assert.notDeepEqual(filesWithMark(), []);

  const { life } = (await erase(id)) as { readonly life: Customer };
  assert.equal(life["erased"], true);
  const erased = await customerOf(sandbox, id);
  assert.deepEqual(
    [erased["name"], erased["email"], erased["billingStreet"], erased["externalId"], erased["paymentTerm"]],
    ["Erased", null, null, externalId, "Net 30"],
  );
  const { data } = (await send(sandbox, `/customers/${id}/contacts`)).body;
  assert.deepEqual([data[0]?.["name"], data[0]?.["firstName"], data[0]?.["email"]], ["Erased", null, null]);
  assert.equal((await send(sandbox, `/orders?customerIds=["${id}"]`)).body.data.length, 1);
  assert.equal((await send(sandbox, `/customers/${id}/invoices`)).body.data.length, 1);
  assert.deepEqual(filesWithMark(), []);
});

test("nothing comes back from Salesforce, and the audit log still verifies", async () => {
  const [customer] = (await send(sandbox, "/customers?name=Erased")).body.data;
  const id = String(customer?.["id"]);
  await org(sandbox, "PATCH", `/sobjects/Account/${customer?.["externalId"]}`, { Phone: `+1 ${mark}` });
  await control(sandbox, "/reconcile", {});
  await eventually(
    "the comparison",
    () => control(sandbox, "/reconcile"),
    ({ running }) => running === false,
  );
  assert.equal((await customerOf(sandbox, id))["phone"], null);
  assert.equal(await standing(sandbox, id), "Active Linked");
  const log = await auditLog(sandbox);
  const vestibule = join(dirname(program), "../../core/cli/vestibule");
  assert.equal(spawnSync(vestibule, ["audit"], { input: log }).status, 0);
  assert.deepEqual(filesWithMark(), []);
});

test("the address of an erased contact can be used again", async () => {
  const other = await createOne(sandbox, { name: "Other", recordType: "Business" });
  const body = [{ firstName: "A", lastName: "B", name: "A B", email: `contact.${mark}@example.com` }];
  assert.equal((await send(sandbox, `/customers/${other["id"]}/contacts`, { body })).status, 201);
});
