// Settings of the org's side, and that what was chosen is kept.

import assert from "node:assert/strict";
import { test } from "node:test";
import { entries, newCustomer, place, recurring } from "./support/orders.ts";
import { control, eventually, org, standing } from "./support/salesforce.ts";
import { startSandbox } from "./support/sandbox.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox, folder } = await shareSandbox(["--control"]);

test("salesforcePicklists restricted: what is not in a list is refused, whoever writes it (R27, R28)", async () => {
  await control(sandbox, "/settings", { syncDelay: 0, salesforcePicklists: "restricted" });
  const account = { Name: "Odd AS", Industry: "Glassblowing" };
  const refused = await org(sandbox, "POST", "/sobjects/Account", account);
  assert.equal(refused.status, 400, JSON.stringify(refused.body));
  const id = await newCustomer(sandbox, { industry: "Glassblowing" });
  await place(sandbox, id, recurring(entries.cloudMonthly, 1));
  await eventually(
    "held",
    () => standing(sandbox, id),
    (now) => now === "Active Held",
  );
  await control(sandbox, "/settings", { salesforcePicklists: "open" });
  assert.equal((await org(sandbox, "POST", "/sobjects/Account", account)).status, 201);
  await control(sandbox, `/customers/${id}/events`, { event: "hold_released" });
  await eventually(
    "linked",
    () => standing(sandbox, id),
    (now) => now === "Active Linked",
  );
});

test("what was chosen holds after a SIGKILL", async () => {
  const files = ["--control", "--org", folder.file("killed-org.db")];
  const chosen = {
    customerSync: "continuous",
    syncDelay: 7,
    feedLines: 77,
    accountFilter: "Website",
    batches: "partial",
    unknownMembers: "ignored",
    modifiedDate: "both",
    oneRecord: "object",
    updatePath: "orders",
    missingKey: "400",
    filters: "refused",
    draftOrders: "synced",
    nueToSalesforce: "off",
    salesforcePicklists: "restricted",
    picklists: "closed",
    partialStatus: "201",
    orderStatus: "Active",
    errorWords: "lower",
  };
  assert.deepEqual(Object.keys(chosen), Object.keys(await control(sandbox, "/settings")));
  const first = await startSandbox(folder.file("killed.db"), files);
  await control(first, "/settings", chosen);
  await first.signal("SIGKILL");
  await using second = await startSandbox(folder.file("killed.db"), files);
  assert.deepEqual(await control(second, "/settings"), chosen);
});
