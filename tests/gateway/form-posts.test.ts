// The page without JavaScript: a form that is posted and answered with a page, for each outcome.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { openSite, type Sent, type TestSite, untilSettled } from "./support/site.ts";

let site: TestSite;
before(async () => {
  site = await openSite();
});
after(() => site[Symbol.asyncDispose]());
afterEach(() => site.proxy.plan([]));

type Fields = Readonly<Record<string, string>>;

const characters: Fields = { "&amp;": "&", "&quot;": '"', "&lt;": "<", "&gt;": ">", "&#39;": "'" };

/** The hidden fields of a page, as a browser would post them. */
function hiddenOf(html: string): Fields {
  const inputs = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g);
  const plain = (text: string): string =>
    text.replaceAll(/&[^;]*;/g, (reference) => characters[reference] ?? reference);
  return Object.fromEntries([...inputs].map(([, name = "", value = ""]) => [name, plain(value)]));
}

async function openForm(): Promise<Fields> {
  return hiddenOf((await site.get("/signup/")).text);
}

function post(fields: Fields, headers: Fields = {}): Promise<Sent> {
  const body = new URLSearchParams(fields).toString();
  const type = "application/x-www-form-urlencoded";
  return site.send("/api/signups", {
    headers: { origin: site.gateway.origin, "content-type": type, ...headers },
    body,
  });
}

async function customersNamed(name: string): Promise<number> {
  return (await site.sandbox.customers()).filter((customer) => customer.name === name).length;
}

const titleOf = ({ text }: Sent): string => /<title>([^<]*)/.exec(text)?.[1] ?? "";

test("a form is answered with a page that says the account number", async () => {
  const answer = await post({ ...(await openForm()), name: "Plain & Sons", recordType: "Business", email: "" });
  assert.equal(answer.status, 201);
  assert.equal(answer.headers.get("content-type"), "text/html; charset=utf-8");
  assert.equal(answer.headers.get("cache-control"), "no-store");
  assert.match(answer.headers.get("content-security-policy") ?? "", /trusted-types 'none'/);
  const customer = (await site.sandbox.customers()).find(({ name }) => name === "Plain & Sons");
  assert.ok(customer !== undefined && answer.text.includes(`<dd><bdi>${customer.accountNumber}</bdi></dd>`));
});

test("the same form sent twice, by a double click or a reload, is one customer", async () => {
  const fields: Fields = { ...(await openForm()), name: "Clicked twice", recordType: "Business" };
  const first = await post(fields);
  const second = await post(fields);
  assert.deepEqual([second.status, second.text], [first.status, first.text]);
  assert.equal(second.headers.get("idempotency-replayed"), "true");
  assert.equal(await customersNamed("Clicked twice"), 1);
});

test("a refused form comes back with every value, escaped, and with words beside the fields", async () => {
  const fields = await openForm();
  const typed = { name: '<b>"Bold" & Co', recordType: "Business", email: "no address", billingCountry: "SE" };
  const answer = await post({ ...fields, ...typed, description: "two\r\nlines" });
  assert.equal(answer.status, 422);
  assert.equal(titleOf(answer).startsWith("Error: "), true);
  assert.ok(answer.text.includes('value="&lt;b&gt;&quot;Bold&quot; &amp; Co"'));
  assert.ok(!answer.text.includes("<b>"));
  assert.match(answer.text, /name="email"[^>]*aria-invalid="true"[^>]*value="no address"/);
  assert.match(answer.text, /<option value="SE" selected>/);
  assert.match(answer.text, /value="Business" required checked/);
  assert.match(answer.text, /two\r?\nlines<\/textarea>/);
  assert.ok(answer.text.includes("Enter an e-mail address, like name@example.com."));
  // The same form goes on: its key is still free, its token is new.
  const next = hiddenOf(answer.text);
  assert.equal(next["form.key"], fields["form.key"]);
  assert.equal((await post({ ...next, ...typed, name: "Bold", email: "a@b.co" })).status, 201);
});

test("a stale form comes back whole, and one more press sends it", async () => {
  const fields = await openForm();
  const typed = { name: "Stale", recordType: "Consumer" };
  const answer = await post({ ...fields, ...typed, "form.token": "" });
  assert.equal(answer.status, 403);
  assert.ok(answer.text.includes("please send it once more"));
  assert.equal((await post({ ...typed, ...hiddenOf(answer.text) })).status, 201);
  assert.equal(await customersNamed("Stale"), 1);
});

test("with the upstream down the page says so, and its button sends the same again", async () => {
  const fields: Fields = { ...(await openForm()), name: 'Down & "up"<b>', recordType: "Business" };
  site.proxy.plan(["refuse"]);
  const down = await post(fields);
  assert.equal(down.status, 503);
  assert.match(down.headers.get("retry-after") ?? "", /^\d+$/);
  assert.ok(down.text.includes("We could not reach our billing service"));
  assert.ok(!down.text.includes("<b>"));
  const again = hiddenOf(down.text);
  assert.equal(again["form.key"], fields["form.key"]);
  site.proxy.plan([]);
  assert.equal((await untilSettled(() => post(again))).status, 201);
  assert.equal(await customersNamed(fields["name"] ?? ""), 1);
});

test("what the upstream refuses is told in our words, and goes on as another sign-up", async () => {
  const fields: Fields = { ...(await openForm()), name: "Unwanted", recordType: "Business" };
  site.proxy.plan(["denied", "pass"]);
  const answer = await post(fields);
  assert.equal(answer.status, 422);
  assert.ok(!answer.text.includes("words of the upstream"));
  const next = hiddenOf(answer.text);
  assert.notEqual(next["form.key"], fields["form.key"]);
  assert.equal((await post({ name: "Wanted", recordType: "Business", ...next })).status, 201);
});

test("going back and changing an answer offers another sign-up instead of making one", async () => {
  const fields: Fields = { ...(await openForm()), name: "Before", recordType: "Business" };
  await post(fields);
  const answer = await post({ ...fields, name: "After" });
  assert.equal(answer.status, 422);
  assert.ok(answer.text.includes("belongs to another sign-up"));
  assert.ok(answer.text.includes('value="After"'));
  assert.notEqual(hiddenOf(answer.text)["form.key"], fields["form.key"]);
  assert.equal(await customersNamed("After"), 0);
});

const ines: Fields = { "contact.firstName": "Ines", "contact.lastName": "Duarte", "contact.title": "" };

async function contactsAt(email: string) {
  return (await site.sandbox.contacts()).filter((contact) => contact.email === email);
}

/** Asks until the contact is there: it follows its customer once that has been answered. */
async function untilContact(email: string) {
  for (;;) {
    const [contact] = await contactsAt(email);
    if (contact !== undefined) return contact;
    await new Promise((done) => setTimeout(done, 50));
  }
}

test("the person at the company follows the customer, with the address of the account unless there is another", async () => {
  const fields: Fields = { ...(await openForm()), name: "Plain Fjord", recordType: "Business", ...ines };
  const answer = await post({ ...fields, email: "office@plain.example", "contact.email": "ines@plain.example" });
  assert.equal(answer.status, 201);
  const contact = await untilContact("ines@plain.example");
  const customer = (await site.sandbox.customers()).find(({ name }) => name === "Plain Fjord");
  assert.deepEqual([contact.customerId, contact.name], [customer?.id, "Ines Duarte"]);
  const shared = { ...(await openForm()), name: "Plain Bay", recordType: "Business", ...ines };
  assert.equal((await post({ ...shared, email: "Shared@plain.example", "contact.email": " " })).status, 201);
  assert.equal((await untilContact("Shared@plain.example")).name, "Ines Duarte");
});

test("a form that names nobody makes a customer alone", async () => {
  const nobody = { "contact.firstName": "", "contact.lastName": " ", "contact.email": "", "contact.title": "" };
  const fields = { ...(await openForm()), name: "Nobody", recordType: "Business", email: "no@body.example" };
  assert.equal((await post({ ...fields, ...nobody })).status, 201);
  // Both wait in one write: that of the next sign-up is settled after it.
  assert.equal(
    (
      await post({
        ...(await openForm()),
        name: "Next",
        recordType: "Business",
        ...ines,
        "contact.email": "n@x.example",
      })
    ).status,
    201,
  );
  await untilContact("n@x.example");
  assert.deepEqual(await contactsAt("no@body.example"), []);
});

test("a half-named person comes back with words beside the fields, and whoever then names nobody is not held back", async () => {
  const fields = await openForm();
  const typed = { name: "Half", recordType: "Business", email: "office@half.example" };
  const answer = await post({ ...fields, ...typed, "contact.title": '"Head" & <b>', "contact.email": "ines" });
  assert.equal(answer.status, 422);
  for (const [name, words] of [
    ["contact-firstName", "Enter the first name."],
    ["contact-lastName", "Enter the last name."],
    ["contact-email", "Enter an e-mail address, like name@example.com."],
  ]) {
    assert.match(answer.text, new RegExp(`<a href="#vestibule-${name}"[^>]*>${words}</a>`));
    assert.match(answer.text, new RegExp(`id="vestibule-${name}-error"[^>]*>.*<span[^>]*>${words}</span>`));
  }
  assert.match(answer.text, /name="contact\.title"[^>]*value="&quot;Head&quot; &amp; &lt;b&gt;"/);
  assert.match(answer.text, /name="contact\.email"[^>]*aria-invalid="true"[^>]*value="ines"/);
  assert.doesNotMatch(answer.text, /name="contact\.[^>]* required/);
  assert.equal(await customersNamed("Half"), 0);
  assert.equal((await post({ ...hiddenOf(answer.text), ...typed })).status, 201);
});

test("a person whom the page does not ask for is judged and shown all the same", async () => {
  const fields = { ...(await openForm()), name: "Ines Duarte", recordType: "Consumer" };
  const answer = await post({ ...fields, ...ines, "contact.email": "ines" });
  assert.equal(answer.status, 422);
  assert.match(answer.text, /<fieldset class="vestibule-group" data-group="contact">/);
  assert.match(answer.text, /name="contact\.email"[^>]*aria-invalid="true"/);
});

test("the button that sends the same again sends the person too", async () => {
  const fields = { ...(await openForm()), name: "Down with Ines", recordType: "Business", ...ines };
  site.proxy.plan(["refuse"]);
  const down = await post({ ...fields, "contact.email": "ines@down.example" });
  assert.equal(down.status, 503);
  site.proxy.plan([]);
  assert.equal((await untilSettled(() => post(hiddenOf(down.text)))).status, 201);
  await untilContact("ines@down.example");
});

test("an e-mail that another contact has shows in no answer to a form", async () => {
  const send = async (name: string) =>
    post({ ...(await openForm()), name, recordType: "Business", ...ines, "contact.email": "taken@plain.example" });
  const first = await send("First taken");
  await untilContact("taken@plain.example");
  const second = await send("Other taken");
  const bare = ({ text }: Sent) => text.replaceAll(/<bdi>[^<]*/g, "<bdi>");
  assert.deepEqual([second.status, bare(second)], [first.status, bare(first)]);
});

test("a form without a key gets one with its answer", async () => {
  const { "form.key": _, ...fields } = await openForm();
  const answer = await post({ ...fields, name: "", recordType: "Business" });
  assert.match(hiddenOf(answer.text)["form.key"] ?? "", /^[0-9a-f-]{36}$/);
});

test("refusals before the form is read are pages too", async () => {
  const fields: Fields = { ...(await openForm()), name: "A", recordType: "Business" };
  for (const [headers, status] of [
    [{ origin: "https://evil.example" }, 403],
    [{ "content-encoding": "gzip" }, 415],
  ] as const) {
    const answer = await post(fields, headers);
    assert.equal(answer.status, status);
    assert.equal(answer.headers.get("content-type"), "text/html; charset=utf-8");
    assert.equal(titleOf(answer).startsWith("Error: "), true);
  }
  const long = await post({ ...fields, description: "x".repeat(40_000) });
  assert.equal(long.status, 413);
  assert.ok(long.text.includes("too large"));
});

test("an address that is not there is a page for a person", async () => {
  const answer = await site.get("/nothing");
  assert.equal(answer.status, 404);
  assert.ok(answer.text.includes('href="/signup/"'));
});

test("A07: a form that is posted at once is answered as any other, after a while", async () => {
  await using patient = await openSite({ config: { times: { formAgeMs: 1500 } } });
  const opened = Date.now();
  const hidden = hiddenOf((await patient.get("/signup/")).text);
  const headers = { origin: patient.gateway.origin, "content-type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams({ ...hidden, name: "Quick", recordType: "Business" }).toString();
  const posted = await patient.send("/api/signups", { headers, body });
  assert.equal(posted.status, 201);
  assert.ok(Date.now() - opened >= 1500);
  assert.equal((await patient.sandbox.customers()).length, 1);
});

test("a script that sends is not kept waiting: its token is as old as its request", async () => {
  await using patient = await openSite({ config: { times: { formAgeMs: 10_000 } } });
  const begun = Date.now();
  assert.equal((await patient.signUp({ name: "Scripted", recordType: "Business" })).status, 201);
  assert.ok(Date.now() - begun < 10_000);
});
