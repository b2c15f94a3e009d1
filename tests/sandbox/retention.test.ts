// What has been told and followed is not kept for ever: outbox, deliveries and the org's feed stay bounded, and nothing is
// missed for it.

import assert from "node:assert/strict";
import { DatabaseSync } from "node:sqlite";
import { before, test } from "node:test";
import { assertAudited } from "./support/audit.ts";
import { assertRefused, business, create, createOne, send } from "./support/client.ts";
import { deliveries, feed, register, remove, settled } from "./support/events.ts";
import { entries, place, recurring } from "./support/orders.ts";
import { type Line, Receiver } from "./support/receiver.ts";
import { control, eventually, org, standing } from "./support/salesforce.ts";
import { type Sandbox, startSandbox, TemporaryFolder } from "./support/sandbox.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox, folder } = await shareSandbox(["--control"]);
const kept = 100;
/** A look is taken every hundred lines. */
const bound = kept + 100;

before(async () => {
  await control(sandbox, "/settings", { syncDelay: 0, feedLines: kept });
});

function rows(file: string, table: string): number {
  using database = new DatabaseSync(file, { readOnly: true });
  return Number(database.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.["rows"]);
}

const inNue = (table: string): number => rows(folder.file("nue.db"), table);

async function wholeFeed(on: Sandbox): Promise<readonly Line[]> {
  return (await send(on, "/_sandbox/feed?limit=10000")).body as unknown as readonly Line[];
}

/** So many customers, each a line. */
async function lines(on: Sandbox, count: number): Promise<void> {
  await create(on, ...Array.from({ length: count }, (_, row) => business(`Row ${row}`)));
}

test("the outbox stays bounded, and no endpoint misses a message for it (L25)", async () => {
  await using receiver = await new Receiver().listen();
  const webhook = await register(sandbox, receiver.url, { events: ["customer.created"] });
  await control(sandbox, "/webhooks/faults", { hold: true });
  await lines(sandbox, 200);
  await lines(sandbox, 50);
  assert.equal(inNue("outbox"), 250, "what is still to be sent is kept");
  await control(sandbox, "/webhooks/faults", { hold: false });
  const [first] = await settled(sandbox, webhook);
  assert.ok(first);
  await lines(sandbox, 150);
  await settled(sandbox, webhook);
  for (const table of ["outbox", "deliveries", "delivery_attempts"]) {
    assert.ok(inNue(table) <= bound, `${inNue(table)} in ${table}`);
  }
  assert.deepEqual(
    receiver.sequences,
    Array.from({ length: 400 }, (_, index) => index + 1),
  );
  const again = await send(sandbox, `/_sandbox/webhooks/deliveries/${first.id}/redeliver`, { body: {} });
  assert.equal(again.status, 404);
  const oldest = (await deliveries(sandbox, webhook))[0];
  assert.ok(oldest && oldest.id > first.id);
  await remove(sandbox, webhook);
});

test("a reader whose next line is gone is told so; one who asks for all begins with the oldest", async () => {
  const here = await wholeFeed(sandbox);
  const [oldest] = here;
  const newest = here.at(-1);
  assert.ok(oldest && newest && oldest.sequence > 1);
  assert.equal(here.length, newest.sequence - oldest.sequence + 1);
  assertRefused(
    await send(sandbox, "/_sandbox/feed?after=0"),
    410,
    "NOT_FOUND",
    new RegExp(`before ${oldest.sequence} `),
  );
  assertRefused(await send(sandbox, `/_sandbox/feed?after=${oldest.sequence - 2}`), 410, "NOT_FOUND");
  assert.deepEqual(await feed(sandbox, oldest.sequence - 1), here);
});

test("the numbers of lines and deliveries go on after a start, and lives are those that the audit log leads to (L22)", async () => {
  using own = new TemporaryFolder();
  const options = ["--control", "--org", own.file("org.db")];
  let newest: number | undefined;
  let id: unknown;
  {
    await using running = await startSandbox(own.file("nue.db"), options);
    await control(running, "/settings", { syncDelay: 0, feedLines: 1 });
    const { id: made } = await createOne(running, business("Stays"));
    id = made;
    await place(running, String(id), recurring(entries.cloudMonthly, 1));
    await eventually(
      "linked",
      () => standing(running, id),
      (now) => now === "Active Linked",
    );
    await lines(running, 200);
    newest = (await wholeFeed(running)).at(-1)?.sequence;
    assert.ok(rows(own.file("nue.db"), "outbox") <= 101);
  }
  await using again = await startSandbox(own.file("nue.db"), options);
  await lines(again, 1);
  // The job that runs at a start may have told of a metric before.
  const later = (await wholeFeed(again))
    .map(({ sequence }) => sequence)
    .filter((sequence) => sequence > Number(newest));
  assert.ok(later.length > 0);
  assert.deepEqual(
    later,
    later.map((_, place) => Number(newest) + 1 + place),
  );
  assert.equal(await standing(again, id), "Active Linked");
  assert.ok((await assertAudited(again)) > 200);
});

test("the org's feed stays bounded, and the sync follows it to the end", async () => {
  const id = String((await createOne(sandbox, business("Edited often")))["id"]);
  await place(sandbox, id, recurring(entries.cloudMonthly, 1));
  await eventually(
    "linked",
    () => standing(sandbox, id),
    (now) => now === "Active Linked",
  );
  const [customer] = (await send(sandbox, `/customers/${id}`)).body.data;
  for (let edit = 1; edit <= 350; edit += 1) {
    await org(sandbox, "PATCH", `/sobjects/Account/${customer?.["externalId"]}`, { Description: `Edit ${edit}` });
  }
  await eventually(
    "the last edit",
    async () => (await send(sandbox, `/customers/${id}`)).body.data[0]?.["description"],
    (description) => description === "Edit 350",
  );
  // 200 are kept for people, and a look is taken every hundred.
  const events = rows(folder.file("org.db"), "events");
  assert.ok(events <= 300, `${events} events`);
  assert.ok(events >= 200);
});
