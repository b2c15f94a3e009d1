// GET /customers: filters, ids, pages. Filters stand in the query as Nue documents them.

import assert from "node:assert/strict";
import { before, test } from "node:test";
import { assertRefused, business, type Customer, create, list, send } from "./support/client.ts";
import { shareSandbox } from "./support/shared.ts";

const linkedExternalId = "001Ot00000mx5KzIAI";
const { sandbox } = await shareSandbox([], [business("Linked", { externalId: linkedExternalId, industry: "Energy" })]);
let customers: readonly Customer[];

before(async () => {
  customers = [];
  // One after the other, so that their order is known.
  const rows: readonly Customer[] = [
    business("A", { industry: "Banking", annualRevenue: 1000000, signupToken: "TOKEN-A", taxExempt: true }),
    business("B", { industry: "Banking", annualRevenue: 2.5, paymentMethods: ["ACH", "Credit Card"] }),
    { name: "C & D = E", recordType: "Consumer", email: "c+d@mail.example", industry: "Energy" },
  ];
  for (const row of rows) {
    customers = [...customers, ...(await create(sandbox, row))];
    const last = customers.at(-1)?.["createdDate"];
    // The next one gets another millisecond.
    while (new Date().toISOString() <= String(last)) await new Promise(setImmediate);
  }
});

async function names(query: string): Promise<readonly unknown[]> {
  return (await list(sandbox, query)).data.map((customer) => customer["name"]);
}

test("without parameters all customers come, the oldest first, in pages of 100", async () => {
  const all = await list(sandbox, "");
  assert.deepEqual(
    all.data.map((customer) => customer["name"]),
    ["Linked", "A", "B", "C & D = E"],
  );
  assert.deepEqual(all.pagination, { page: 1, limit: 100, total: 4 });
  assert.deepEqual(all.data[1], customers[0]);
});

test("a sign-up token finds its customer and nobody else", async () => {
  assert.deepEqual(await names("signupToken=TOKEN-A"), ["A"]);
  for (const token of ["token-a", "TOKEN-", "TOKEN-%25", "TOKEN-AA"]) {
    assert.deepEqual(await names(`signupToken=${token}`), []);
  }
});

test("a filter compares by the field's type", async () => {
  assert.deepEqual(await names("annualRevenue=1e6"), ["A"]);
  assert.deepEqual(await names("taxExempt=true"), ["A"]);
  assert.deepEqual(await names("paymentMethods=Credit%20Card"), ["B"]);
  assert.deepEqual(await names("paymentMethods=Credit+Card"), ["B"]);
  assert.deepEqual(await names(`externalId=${linkedExternalId.slice(0, 15)}`), ["Linked"]);
  assert.deepEqual(await names(`id=${String(customers[1]?.["id"]).toUpperCase()}`), ["B"]);
  assert.deepEqual(await names(`email=${encodeURIComponent("c+d@mail.example")}`), ["C & D = E"]);
  assert.deepEqual(await names(`name=${encodeURIComponent("C & D = E")}`), ["C & D = E"]);
  assert.deepEqual(await names(`createdDate=${customers[2]?.["createdDate"]}`), ["C & D = E"]);
});

test("filters apply together unless _predicate is or", async () => {
  assert.deepEqual(await names("industry=Energy&recordType=Business"), ["Linked"]);
  assert.deepEqual(await names("industry=Energy&recordType=Business&_predicate=AND"), ["Linked"]);
  assert.deepEqual(await names("industry=Energy&name=A&_predicate=or"), ["Linked", "A", "C & D = E"]);
});

test("a filter compares with =, >=, <=, >, <, != and <>, raw or encoded", async () => {
  assert.deepEqual(await names("annualRevenue>=1000000"), ["A"]);
  assert.deepEqual(await names("annualRevenue%3E%3D1e6"), ["A"]);
  assert.deepEqual(await names("annualRevenue>2.50"), ["A"]);
  assert.deepEqual(await names("annualRevenue%3E2.5"), ["A"]);
  assert.deepEqual(await names("annualRevenue<=2.5"), ["B"]);
  assert.deepEqual(await names("annualRevenue<1e6"), ["B"]);
  assert.deepEqual(await names("annualRevenue>2&annualRevenue<=1000000.00"), ["A", "B"]);
  assert.deepEqual(await names("name>A&name<C"), ["B"]);
  for (const query of ["industry!=Banking", "industry<>Banking", "industry%3C%3EBanking"]) {
    assert.deepEqual(await names(query), ["Linked", "C & D = E"]);
  }
  assert.deepEqual(await names("paymentMethods!=ACH"), []);
  assert.deepEqual(await names("todayARR>0"), []);
  assert.deepEqual(await names("todayARR<0.01&name=A"), ["A"]);
  assert.deepEqual(await names("recordType=Consumer&annualRevenue>=1000000&_predicate=or"), ["A", "C & D = E"]);
});

test("a customer without the value fits no filter on it, != included", async () => {
  assert.deepEqual(await names("annualRevenue!=2.5"), ["A"]);
  assert.deepEqual(await names("taxExempt!=false"), ["A"]);
  assert.deepEqual(await names("email!=x@y.example"), ["C & D = E"]);
});

test("days and moments compare with moments", async () => {
  const [a, b] = customers.map((customer) => String(customer["createdDate"]));
  const today = String(a).slice(0, 10);
  // The test may run over midnight, but not for longer than a day.
  const tomorrow = new Date(Date.parse(today) + 2 * 86_400_000).toISOString().slice(0, 10);
  assert.equal((await names(`createdDate>=${today}&createdDate<${tomorrow}&name!=Linked`)).length, 3);
  assert.deepEqual(await names(`createdDate<${today}&name!=Linked`), []);
  assert.deepEqual(await names(`createdDate>=${a}&createdDate<=${b}`), ["A", "B"]);
  assert.deepEqual(await names(`createdDate>${a}&createdDate<=${b}`), ["B"]);
  const moved = encodeURIComponent(new Date(Date.parse(String(a)) + 3_600_000).toISOString().replace("Z", "+01:00"));
  assert.deepEqual(await names(`createdDate=${moved}`), ["A"]);
  assert.deepEqual(await names("customerSince>=2020-01-01"), []);
});

test("what is no field, no value of the field or no known operator is refused", async () => {
  const queries = [
    "nickname=A",
    "contacts=A",
    "customFields=A",
    "rowid=1",
    "Name=A",
    "name=",
    "annualRevenue=much",
    "taxExempt=yes",
    "id=1%20OR%201=1",
    "externalId=001",
    "name",
    "=A",
    "name!",
    "annualRevenue>",
    "annualRevenue=>1",
    "annualRevenue>=1e",
    "taxExempt>false",
    "id<>x",
    "createdDate>=yesterday",
    "createdDate>=2026-02-30",
    "page>=1",
    "customerIds!=[]",
    "_predicate=xor",
    "includes=orders",
    "name=A&name=B",
  ];
  for (const query of queries) {
    assertRefused(await send(sandbox, `/customers?${query}`), 400, "VALIDATION_ERROR");
  }
});

test("pages are cut from one order without gaps", async () => {
  assert.deepEqual(await names("limit=3&page=1"), ["Linked", "A", "B"]);
  assert.deepEqual(await names("limit=3&page=2"), ["C & D = E"]);
  const beyond = await list(sandbox, "limit=3&page=3");
  assert.deepEqual([beyond.data, beyond.pagination], [[], { page: 3, limit: 3, total: 4 }]);
  assert.equal((await list(sandbox, "limit=500")).pagination?.limit, 500);
  for (const query of [
    "limit=0",
    "limit=501",
    "limit=x",
    "page=0",
    "page=-1",
    "page=1.5",
    "page=9999999999999999999",
  ]) {
    assertRefused(await send(sandbox, `/customers?${query}`), 400, "VALIDATION_ERROR");
  }
});

test("customerIds takes ids of both kinds; one that names nobody is left out and reported", async () => {
  const ids = (...values: readonly unknown[]): string => `customerIds=${encodeURIComponent(JSON.stringify(values))}`;
  const known = [customers[1]?.["id"], linkedExternalId];
  assert.deepEqual(await names(ids(...known)), ["Linked", "B"]);
  const some = await list(sandbox, ids(crypto.randomUUID(), ...known, "../admin"));
  assert.equal(some.data.length, 2);
  assert.deepEqual(
    some.warnings.map((warning) => warning.message),
    ["customerIds[0]: there is no such customer", "customerIds[3]: there is no such customer"],
  );
  assert.deepEqual(await names(`${ids(...known)}&name=B`), ["B"]);
  assert.deepEqual(await names(`${ids(...known)}&name=B&industry=Energy&_predicate=or`), ["Linked", "B"]);
  assert.deepEqual(await names(ids()), []);
  for (const value of ["", "x", "[1]", "{}", '["a"', "[[]]"]) {
    const reply = await send(sandbox, `/customers?customerIds=${encodeURIComponent(value)}`);
    assertRefused(reply, 400, "VALIDATION_ERROR", /^customerIds: /);
  }
});

test("includes=contacts embeds an empty list, and only then", async () => {
  const path = `/customers/${customers[0]?.["id"]}`;
  assert.deepEqual((await send(sandbox, `${path}?includes=contacts`)).body.data[0]?.["contacts"], []);
  assertRefused(await send(sandbox, `${path}?name=A`), 400, "VALIDATION_ERROR");
  assert.deepEqual((await list(sandbox, "name=A&includes=contacts")).data[0]?.["contacts"], []);
  assert.ok(!Object.hasOwn((await list(sandbox, "name=A")).data[0] ?? {}, "contacts"));
});
