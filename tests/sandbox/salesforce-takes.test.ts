// R28: what the API takes, Salesforce takes. Every field is sent values at the edge of what may be sent; of each that is
// taken, a record in Salesforce is made.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { contactFieldNames, customerFieldNames } from "../../wasm/package/src/generated/fields.ts";
import { business, type Customer, createOne, type Reply, send } from "./support/client.ts";
import { control, customerOf, eventually, standing } from "./support/salesforce.ts";
import { shareSandbox } from "./support/shared.ts";

const { sandbox } = await shareSandbox(["--control"]);
before(() => control(sandbox, "/settings", { syncDelay: 0, customerSync: "continuous" }));

/** No field has another limit than these, in UTF-16 units. */
const limits = [18, 20, 40, 80, 128, 255, 2000, 32_000];

const texts: readonly string[] = [
  ...limits.flatMap((limit) => [
    "x".repeat(limit),
    "x".repeat(limit + 1),
    "\u00e9".repeat(limit),
    "\ud83d\ude00".repeat(limit / 2),
  ]),
  "e\u0301".repeat(20),
  "line\nline",
  "\u05e9\u05dc\u05d5\u05dd \u05e2\u05d5\u05dc\u05dd",
  " inner  spaces ",
  "0",
  "Net 30",
  "DE",
  "Wien",
  "12345",
  "+49 30 901820",
  "fjordlys.example",
  "https://fjordlys.example/\u00f8?q=1",
  "ada@fjordlys.example",
  `${"a".repeat(60)}@${"b".repeat(15)}.de`,
  `${"a".repeat(60)}@${"b".repeat(17)}.de`,
  "ada@fjordlys",
  "ada@fj\u00f8rdlys.example",
  "2026-02-28",
  "2026-02-30",
];

const others: readonly unknown[] = [
  0,
  -1,
  1,
  1.5,
  28,
  31,
  12,
  2_147_483_647,
  2_147_483_648,
  99_999_999,
  100_000_000,
  9_007_199_254_740_991,
  1e18,
  true,
  [],
  ["Credit Card"],
  ["Credit Card", "Wire"],
  null,
];

/** A text that is composed before it is counted may be longer than a schema can say. */
const contract = false;

async function eachAtOnce<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = items.values();
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (const item of left) await work(item);
    }),
  );
}

function pairs(names: readonly string[]): readonly Customer[] {
  return names.flatMap((name) => [...texts, ...others].map((value) => ({ [name]: value })));
}

function idOf(reply: Reply): string | undefined {
  assert.ok([201, 400, 409].includes(reply.status), reply.text);
  return reply.status === 201 ? String(reply.body.data[0]?.["id"]) : undefined;
}

test("R28: an account is made of every customer that the API takes", async (context) => {
  const made = new Map<string, Customer>();
  await eachAtOnce(pairs(customerFieldNames), async (member) => {
    const id = idOf(await send(sandbox, "/customers", { body: [business("A", member)], contract }));
    if (id !== undefined) made.set(id, member);
  });
  context.diagnostic(`${made.size} taken`);
  // Free texts alone are more.
  assert.ok(made.size > 300, `${made.size}`);
  for (const [id, member] of made) {
    const end = await eventually(
      JSON.stringify(member).slice(0, 80),
      () => standing(sandbox, id),
      (now) => now !== "Prospect Pending",
    );
    assert.equal(end, "Prospect Linked", JSON.stringify(member).slice(0, 200));
  }
});

test("R28: a record is made of every contact that the API takes", async (context) => {
  const { id } = await createOne(sandbox, business("A"));
  await eventually(
    "linked",
    () => customerOf(sandbox, id),
    ({ externalId }) => externalId !== null,
  );
  const made = new Map<string, Customer>();
  let count = 0;
  await eachAtOnce(pairs(contactFieldNames), async (member) => {
    count += 1;
    const person = { firstName: "A", lastName: "B", name: "A B", email: `a${count}@fjordlys.example`, ...member };
    const contact = idOf(await send(sandbox, `/customers/${id}/contacts`, { body: [person], contract }));
    if (contact !== undefined) made.set(contact, member);
  });
  context.diagnostic(`${made.size} taken`);
  assert.ok(made.size > 300, `${made.size}`);
  for (const [contact, member] of made) {
    await eventually(
      JSON.stringify(member).slice(0, 80),
      async () => (await send(sandbox, `/contacts/${contact}`)).body.data[0] ?? {},
      ({ externalId }) => externalId !== null,
    );
  }
});
