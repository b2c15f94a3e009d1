// What the sync heard nothing of, and what it must never take away: the nightly comparison after lost events (R27), and the
// records of a customer whose accounts come and go (L6, L16).

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { business, type Customer, createOne, send } from "./support/client.ts";
import { entries, place, recurring } from "./support/orders.ts";
import { control, customerOf, eventually, org, standing } from "./support/salesforce.ts";
import { shareSandbox } from "./support/shared.ts";
import { importState, type State, settled, type Table } from "./support/state.ts";

const { sandbox } = await shareSandbox(["--control"]);
before(() => control(sandbox, "/settings", { syncDelay: 0 }));

interface Linked {
  readonly id: string;
  readonly account: string;
}

async function linkedTo(name: string): Promise<Linked> {
  const id = String((await createOne(sandbox, business(name)))["id"]);
  const contact = {
    firstName: "Ada",
    lastName: name,
    name: `Ada ${name}`,
    email: `${crypto.randomUUID()}@mail.example`,
  };
  await send(sandbox, `/customers/${id}/contacts`, { body: [contact] });
  await place(sandbox, id, recurring(entries.measurements, 1));
  const { externalId } = await eventually(
    "linked",
    () => customerOf(sandbox, id),
    ({ externalId: account }) => account !== null,
  );
  return { id, account: String(externalId) };
}

async function inOrg(method: string, path: string, body?: unknown): Promise<void> {
  const { status } = await org(sandbox, method, `/sobjects/Account/${path}`, body);
  assert.ok(status < 300, `${method} ${path}: ${status}`);
}

async function reconciled(): Promise<void> {
  await control(sandbox, "/reconcile", {});
  await eventually(
    "the comparison",
    () => control(sandbox, "/reconcile"),
    ({ running }) => running === false,
  );
}

function rows(table: Table | undefined, ...names: readonly string[]): readonly (readonly unknown[])[] {
  const places = names.map((name) => table?.columns.indexOf(name) ?? -1);
  return (table?.rows ?? []).map((row) => places.map((place) => row[place]));
}

/** Nue as it was, and the org as it is now, with everything that it told since counted as heard. */
function withEventsLost(earlier: State, later: State): State {
  const { settings } = earlier.nue;
  assert.ok(settings);
  const last = Math.max(...rows(later.org["events"], "sequence").map(([sequence]) => Number(sequence)));
  const [name, value] = [settings.columns.indexOf("name"), settings.columns.indexOf("value")];
  const heard = settings.rows.map((row) =>
    row.map((cell, i) => (row[name] === "cursor" && i === value ? `${last}` : cell)),
  );
  assert.notDeepEqual(heard, settings.rows);
  return { ...earlier, nue: { ...earlier.nue, settings: { ...settings, rows: heard } }, org: later.org };
}

test("R27: the comparison of the night makes up for an edit, a deletion, a merge and an undeletion that nobody told", async () => {
  const edited = await linkedTo("Edited AS");
  const deleted = await linkedTo("Deleted AS");
  const merged = await linkedTo("Merged AS");
  const returned = await linkedTo("Returned AS");
  const winner = await org(sandbox, "POST", "/sobjects/Account", { Name: "Winner AS" });
  await inOrg("DELETE", returned.account);
  await eventually(
    "suspended",
    () => standing(sandbox, returned.id),
    (now) => now === "Active Suspended",
  );
  const earlier = await settled(sandbox);
  await inOrg("PATCH", edited.account, { Industry: "Energy" });
  await inOrg("DELETE", deleted.account);
  await inOrg("POST", `${winner.body["id"]}/merge`, { loser: merged.account });
  await inOrg("POST", `${returned.account}/undelete`);
  await importState(sandbox, withEventsLost(earlier, await settled(sandbox)));
  const all = [edited, deleted, merged, returned];
  const standings = () => Promise.all(all.map(({ id }) => standing(sandbox, id)));
  await settled(sandbox);
  assert.deepEqual(await standings(), ["Active Linked", "Active Linked", "Active Linked", "Active Suspended"]);
  assert.equal((await customerOf(sandbox, edited.id))["industry"], null);

  await reconciled();
  await settled(sandbox);
  assert.deepEqual(await standings(), ["Active Linked", "Active Suspended", "Active Linked", "Active Linked"]);
  assert.equal((await customerOf(sandbox, edited.id))["industry"], "Energy");
  assert.equal((await customerOf(sandbox, merged.id))["externalId"], winner.body["id"]);
});

test("L6, L16: whatever becomes of their accounts, customers keep their id, contacts, orders, assets and invoices", async () => {
  const kept = ["customers", "contacts", "orders", "orderProducts", "subscriptions", "entitlements", "invoices"];
  const owned = (state: State): Customer =>
    Object.fromEntries(kept.map((name) => [name, rows(state.nue[name], "id").flat().sort()]));
  const ids = await Promise.all(["One AS", "Two AS", "Three AS"].map(linkedTo));
  const [one, two, three] = ids as [Linked, Linked, Linked];
  const before = owned(await settled(sandbox));
  for (const name of kept) assert.ok((before[name] as readonly unknown[]).length >= 3, name);
  await inOrg("POST", `${two.account}/merge`, { loser: one.account });
  await inOrg("DELETE", three.account);
  await settled(sandbox);
  await inOrg("POST", `${three.account}/undelete`);
  await settled(sandbox);
  await inOrg("DELETE", three.account);
  await inOrg("POST", `${three.account}/purge`);
  await inOrg("DELETE", two.account);
  await settled(sandbox);
  await reconciled();
  const after = owned(await settled(sandbox));
  assert.deepEqual(after, before);
  for (const { id } of ids) assert.match(await standing(sandbox, id), /^Active /);
});
