// R34 to R36 as far as they do not need Salesforce: contacts of a customer.

import assert from "node:assert/strict";
import { test } from "node:test";
import { assertRefused, business, type Customer, createOne, list, patch, type Reply, send } from "./support/client.ts";
import { shareSandbox } from "./support/shared.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const linkedExternalId = "001Ot00000mx5KzIAI";

const { sandbox } = await shareSandbox([], [business("Linked", { externalId: linkedExternalId })]);

let count = 0;

/** A contact that nobody has yet. */
function person(more: Customer = {}): Customer {
  count += 1;
  const names = { firstName: "Solveig", lastName: "Aune", name: "Solveig Aune" };
  return { ...names, email: `person-${count}@fjordlys.example`, ...more };
}

function postContacts(customerId: unknown, body: unknown): Promise<Reply> {
  return send(sandbox, `/customers/${customerId}/contacts`, { body });
}

async function addContacts(customerId: unknown, ...contacts: readonly Customer[]): Promise<readonly Customer[]> {
  const reply = await postContacts(customerId, contacts);
  assert.equal(reply.status, 201, reply.text);
  return reply.body.data;
}

async function addContact(customerId: unknown, more: Customer = {}): Promise<Customer> {
  const [contact] = await addContacts(customerId, person(more));
  assert.ok(contact);
  return contact;
}

function patchContact(id: unknown, body: unknown): Promise<Reply> {
  return send(sandbox, `/contacts/${id}`, { method: "PATCH", body });
}

async function get(path: string): Promise<readonly Customer[]> {
  const reply = await send(sandbox, path);
  assert.equal(reply.status, 200, reply.text);
  return reply.body.data;
}

test("an answered contact has every documented member", async () => {
  const address = ["Street", "City", "State", "PostalCode", "Country"];
  const members = [
    ..."id externalId customerId firstName middleName lastName suffix name title email phone mobilePhone".split(" "),
    ..."birthday createdDate lastModifiedDate createdById lastModifiedById".split(" "),
    ...address.flatMap((part) => [`billing${part}`, `shipping${part}`]),
  ];
  const { id } = await createOne(sandbox, business("A"));
  const sent = person({ title: "Head of Finance", birthday: "1980-02-29", billingStreet: "Havnegata 7\nPort 2" });
  const [contact] = await addContacts(id, sent);
  assert.ok(contact);
  assert.deepEqual(Object.keys(contact).toSorted(), members.toSorted());
  for (const [member, value] of Object.entries(sent)) assert.equal(contact[member], value, member);
  assert.match(String(contact["id"]), uuid);
  assert.deepEqual([contact["customerId"], contact["externalId"]], [id, null]);
});

test("R34: a contact needs a customer, both names, a full name and an e-mail address", async () => {
  const { id } = await createOne(sandbox, business("A"));
  for (const member of ["firstName", "lastName", "name", "email"]) {
    const { [member]: _, ...rest } = person();
    for (const body of [
      [person(), rest],
      [person(), { ...rest, [member]: null }],
      [person(), { ...rest, [member]: "" }],
    ]) {
      assertRefused(await postContacts(id, body), 400, "VALIDATION_ERROR", RegExp(`^\\[1\\]\\.${member}: `));
    }
  }
  assert.deepEqual(await get(`/customers/${id}/contacts`), []);
  for (const nobody of [crypto.randomUUID(), "001Ot00000mx5k0", "x"]) {
    assertRefused(await postContacts(nobody, [person()]), 404, "NOT_FOUND");
  }
});

test("R34: names and addresses are held to their lengths", async () => {
  const { id } = await createOne(sandbox, business("A"));
  const limits = { firstName: 40, lastName: 80, name: 255, title: 128 };
  for (const [member, limit] of Object.entries(limits)) {
    await addContact(id, { [member]: "x".repeat(limit) });
    const long = await postContacts(id, [person({ [member]: "x".repeat(limit + 1) })]);
    assertRefused(long, 400, "VALIDATION_ERROR", RegExp(`^\\[0\\]\\.${member}: `));
  }
  const email = `${"x".repeat(70)}@mail.example`;
  assertRefused(await postContacts(id, [person({ email })]), 400, "VALIDATION_ERROR", /^\[0\]\.email: /);
});

test("what is accepted with doubt is reported in warnings", async () => {
  const { id } = await createOne(sandbox, business("A"));
  const reply = await postContacts(id, [person(), person({ email: "j\u00f6rg@example.de" })]);
  assert.equal(reply.status, 201);
  assert.deepEqual(
    reply.body.warnings.map(({ code }) => code),
    ["email.international"],
  );
});

test("R28: a contact's e-mail address has to be one, on create and on patch", async () => {
  const { id } = await createOne(sandbox, business("A"));
  const reply = await postContacts(id, [person(), person({ email: "nobody" })]);
  assertRefused(reply, 400, "VALIDATION_ERROR", /^\[1\]\.email: is not an e-mail address/);
  assert.deepEqual(await get(`/customers/${id}/contacts`), []);
  const contact = await addContact(id);
  const patched = await send(sandbox, `/contacts/${contact["id"]}`, { method: "PATCH", body: { email: "no body@x" } });
  assertRefused(patched, 400, "VALIDATION_ERROR", /^email: is not an e-mail address/);
});

test("R35: an e-mail address belongs to one contact of the tenant, whatever its case", async () => {
  const [first, second] = [await createOne(sandbox, business("A")), await createOne(sandbox, business("B"))];
  const taken = await addContact(first["id"], { email: "Taken@Fjordlys.example" });
  for (const customer of [first, second]) {
    const reply = await postContacts(customer["id"], [person(), person({ email: "TAKEN@fjordlys.example" })]);
    assertRefused(reply, 409, "CONFLICT", /^\[1\]\.email: /);
  }
  assert.deepEqual(await get(`/customers/${second["id"]}/contacts`), []);
  const twice = [person({ email: "twice@fjordlys.example" }), person({ email: "Twice@fjordlys.example" })];
  assertRefused(await postContacts(second["id"], twice), 409, "CONFLICT", /^\[1\]\.email: /);

  const other = await addContact(second["id"]);
  assertRefused(await patchContact(other["id"], { email: "taken@FJORDLYS.example" }), 409, "CONFLICT", /^email: /);
  assert.equal((await patchContact(taken["id"], { email: "taken@fjordlys.example" })).status, 200);
  assert.equal((await patchContact(taken["id"], { email: "free@fjordlys.example" })).status, 200);
  assert.equal((await patchContact(other["id"], { email: "taken@fjordlys.example" })).status, 200);
});

test("a batch has 1 to 200 contacts and nothing that Nue sets itself", async () => {
  const { id } = await createOne(sandbox, business("A"));
  const rows = Array.from({ length: 201 }, () => person());
  for (const body of [rows, [], person(), "[", "[null]"]) {
    assertRefused(await postContacts(id, body), 400, "VALIDATION_ERROR");
  }
  const made = await addContacts(id, ...rows.slice(1));
  assert.deepEqual(
    made.map((contact) => contact["email"]),
    rows.slice(1).map((row) => row["email"]),
  );
  for (const member of ["id", "externalId", "customerId", "createdDate"]) {
    const message = RegExp(`${member}: is read-only$`);
    assertRefused(await postContacts(id, [person({ [member]: id })]), 400, "VALIDATION_ERROR", message);
    assertRefused(await patchContact(made[0]?.["id"], { [member]: id }), 400, "VALIDATION_ERROR", message);
  }
  assertRefused(await postContacts(id, [person({ recordType: "Business" })]), 400, "VALIDATION_ERROR", /unknown/);
});

test("a contact is read by itself, below its customer, and nowhere else", async () => {
  const { id } = await createOne(sandbox, business("A"));
  const other = await createOne(sandbox, business("B"));
  const contact = await addContact(id);
  assert.deepEqual(await get(`/contacts/${contact["id"]}`), [contact]);
  assert.deepEqual(await get(`/contacts/${String(contact["id"]).toUpperCase()}`), [contact]);
  assert.deepEqual(await get(`/customers/${id}/contacts/${contact["id"]}`), [contact]);
  for (const path of [
    `/customers/${other["id"]}/contacts/${contact["id"]}`,
    `/customers/${crypto.randomUUID()}/contacts/${contact["id"]}`,
    `/customers/${id}/contacts/${crypto.randomUUID()}`,
    `/customers/${crypto.randomUUID()}/contacts`,
    "/contacts/003Ot00001mx7PzIAI",
    `/contacts/${id}`,
  ]) {
    assertRefused(await send(sandbox, path), 404, "NOT_FOUND");
  }
  const reply = await send(sandbox, `/contacts/${contact["id"]}`, { method: "DELETE" });
  assertRefused(reply, 405, "VALIDATION_ERROR");
  assert.equal(reply.headers.get("allow"), "GET, PATCH");
});

test("contacts are found by addresses in any case and by customer, in pages", async () => {
  const linked = (await list(sandbox, "name=Linked")).data[0];
  const contacts = await addContacts(linkedExternalId, person(), person(), person());
  assert.equal(contacts[0]?.["customerId"], linked?.["id"]);
  const emails = (...values: readonly unknown[]): string => `emails=${encodeURIComponent(JSON.stringify(values))}`;
  const [first, , third] = contacts.map((contact) => String(contact["email"]));
  const ids = (found: readonly Customer[]): readonly unknown[] => found.map((contact) => contact["id"]).toSorted();
  assert.deepEqual(
    ids(await get(`/contacts?${emails(first?.toUpperCase(), third, "nobody@mail.example")}`)),
    ids(contacts.filter((contact) => contact["email"] === first || contact["email"] === third)),
  );
  assert.deepEqual(await get(`/contacts?${emails()}`), []);
  for (const id of [linkedExternalId, linked?.["id"]]) {
    assert.deepEqual(ids(await get(`/contacts?customerId=${id}`)), ids(contacts));
  }
  const nobody = await send(sandbox, `/contacts?customerId=${crypto.randomUUID()}`);
  assert.deepEqual([nobody.body.data, nobody.body.warnings.length], [[], 1]);

  const pages = [1, 2].map((page) => get(`/customers/${linkedExternalId}/contacts?limit=2&page=${page}`));
  assert.deepEqual((await Promise.all(pages)).flat(), await get(`/contacts?customerId=${linkedExternalId}`));
  const all = await send(sandbox, `/customers/${linkedExternalId}/contacts?limit=1`);
  assert.deepEqual(all.body.pagination, { page: 1, limit: 1, total: 3 });
  for (const query of ["emails=a@b.example", "emails=[1]", "name=A", "customerId!=x", "limit=501", "_predicate=or"]) {
    assertRefused(await send(sandbox, `/contacts?${query}`), 400, "VALIDATION_ERROR");
  }
});

test("PATCH changes the members sent and moves lastModifiedDate, nothing else", async () => {
  const { id } = await createOne(sandbox, business("A"));
  const before = await addContact(id, { title: "Old", suffix: "Jr." });
  const reply = await patchContact(before["id"], { title: null, lastName: "Berg" });
  assert.equal(reply.status, 200);
  const [changed] = reply.body.data;
  const { lastModifiedDate, ...rest } = changed ?? {};
  const { lastModifiedDate: old, ...expected } = before;
  assert.ok(String(lastModifiedDate) > String(old));
  // The display name is its own field: it does not follow the last name.
  assert.deepEqual(rest, { ...expected, title: null, lastName: "Berg" });
  assert.deepEqual(await get(`/contacts/${before["id"]}`), [changed]);
  for (const body of [{ name: null }, { firstName: "" }, { email: null }, [{ title: "B" }], { nickname: "B" }]) {
    assertRefused(await patchContact(before["id"], body), 400, "VALIDATION_ERROR");
  }
  assertRefused(await patchContact(crypto.randomUUID(), { title: "B" }), 404, "NOT_FOUND");
});

test("includes=contacts embeds a customer's contacts, in lists too", async () => {
  const [a, b] = [await createOne(sandbox, business("With")), await createOne(sandbox, business("Without"))];
  const contact = await addContact(a["id"]);
  assert.deepEqual((await get(`/customers/${a["id"]}?includes=contacts`))[0]?.["contacts"], [contact]);
  const query = `customerIds=${encodeURIComponent(JSON.stringify([a["id"], b["id"]]))}&includes=contacts`;
  const embedded = (await list(sandbox, query)).data.map(({ name, contacts }) => [name, contacts]);
  assert.deepEqual(Object.fromEntries(embedded), { With: [contact], Without: [] });
});

test("orderPrimaryContactId is a contact of the same customer", async () => {
  const [a, b] = [await createOne(sandbox, business("A")), await createOne(sandbox, business("B"))];
  const contact = await addContact(a["id"]);
  for (const [customer, value] of [
    [b, contact["id"]],
    [a, crypto.randomUUID()],
    [a, a["id"]],
  ] as const) {
    const reply = await patch(sandbox, customer["id"], { orderPrimaryContactId: value });
    assertRefused(reply, 400, "VALIDATION_ERROR", /^orderPrimaryContactId: /);
  }
  const reply = await patch(sandbox, a["id"], { orderPrimaryContactId: contact["id"] });
  assert.equal(reply.body.data[0]?.["orderPrimaryContactId"], contact["id"]);
});
