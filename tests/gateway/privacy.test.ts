// Values that people typed, marked so that they can be searched for: after a full run they are in no log, address, metric,
// list of the operator or row of the store, nor is any secret.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { apiKey, formSecret, openSite, operatorSecret, type TestSite, webhookSecret } from "./support/site.ts";

let site: TestSite;
before(async () => {
  site = await openSite({ config: { times: {}, limits: { addressHeader: "x-client", perSite: [], global: [] } } });
});
after(() => site[Symbol.asyncDispose]());

// Each mark in a field of its own; none is part of another word.
const marks = [
  "zebranamed",
  "zebramailed",
  "4155550199",
  "zebrastreet",
  "zebracity",
  "zebraformsecret",
  "198.51.100.77",
  "zebracontact",
];
const marked = {
  name: "Zebranamed Ltd",
  recordType: "Business",
  email: "accounts@zebramailed.example",
  phone: "+1 415 555 0199",
  billingStreet: "Zebrastreet 7",
  billingCity: "Zebracity",
};
/** The address of `kind`: each is somebody else's. */
function contactOf(kind: string): object {
  return { firstName: "Zebracontact", lastName: "Z", name: "Zebracontact Z", email: `${kind}@zebracontact.example` };
}
const operator = { authorization: `Bearer ${operatorSecret}`, "operator-name": "anna" };
const from = { "x-client": "198.51.100.77" };
const form = { secret: "zebraformsecret" };

/** Everything that can happen to a sign-up, with the marked values in each. */
async function fullRun(): Promise<readonly string[]> {
  const keys = Array.from({ length: 6 }, () => crypto.randomUUID());
  const [created = "", refused = "", lost = "", ...more] = keys;
  const contact = contactOf("created");
  await site.signUp(marked, { key: created, headers: from, form, contact });
  await site.signUp(marked, { key: created, headers: from, form, contact });
  await site.signUp({ ...marked, email: "zebramailed@@", website: "ftp://zebracity" }, { headers: from, form });
  const own = { "signup-secret": "zebraformsecret" };
  await site.send(`/api/signups/${created}`, {
    method: "PATCH",
    headers: { ...own, ...from, origin: site.gateway.origin, "content-type": "application/json" },
    body: JSON.stringify({ v: 1, customer: { name: "Zebranamed Two" } }),
  });
  // The faults are for customers: a contact that is refused waits for a person, with its values.
  while ((await site.sandbox.contacts()).length === 0);
  site.proxy.plan(["refused"], "POST");
  await site.signUp(marked, { key: refused, headers: from, form, contact: contactOf("refused") });
  site.proxy.plan(["cut"], "POST");
  await site.signUp(marked, { key: lost, headers: { "x-client": "198.51.100.78" }, form });
  site.proxy.plan([]);
  await site.get(`/api/signups/${created}/status`, own);
  for (const key of [created, refused, lost]) {
    while ((await site.get(`/api/signups/${key}`, own)).status === 202);
  }
  for (const key of more) await site.signUp(marked, { key, headers: from, form, contact: contactOf(key) });
  // Written after the API has it.
  while (
    /^vestibule_intents\{state="(?:claimed|sent|unknown)"\} [1-9]/m.test((await site.get("/metrics", operator)).text)
  );
  return keys;
}

function filesOf(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  return names.filter((name) => statSync(name).isFile());
}

test("C18: no value of a person and no secret is left anywhere", async () => {
  const keys = await fullRun();
  const lists = await Promise.all(
    [
      "/metrics",
      "/healthz",
      "/operator/audit",
      "/operator/intents?state=parked",
      "/operator/intents?state=surplus",
    ].map(async (path) => [path, (await site.get(path, operator)).text] as const),
  );
  // The one search that Nue documents by what a person typed.
  const asked = site.proxy.seen.filter(({ url }) => !url.startsWith("/contacts?emails="));
  const addresses = asked.map(({ method, url }) => `${method} ${url}`);
  const places: readonly (readonly [string, string])[] = [
    ...lists,
    ["the log", site.logs.join("\n")],
    ["an address", addresses.join("\n")],
  ];
  assert.ok(site.logs.length > 20 && addresses.length > 5);
  const secrets = [apiKey, formSecret, operatorSecret, webhookSecret, webhookSecret.slice("whsec_".length)];
  for (const [place, text] of places) {
    for (const word of [...marks, ...secrets, ...keys])
      assert.ok(!text.toLowerCase().includes(word.toLowerCase()), `${word} in ${place}`);
  }
  for (const word of secrets) assert.ok(!site.answers.some((text) => text.includes(word)), word);
});

test("C18: no row of the store has a value of a person once the outcome is final; other files never have a secret", async () => {
  // SQLite clears what it deletes only when a page is written again, so rows are asked for, not bytes of files.
  const stored = filesOf(join(site.folder, "intents")).filter((name) => name.endsWith(".sqlite"));
  assert.ok(stored.length > 0);
  const { DatabaseSync } = await import("node:sqlite");
  let rows = 0;
  for (const name of stored) {
    using database = new DatabaseSync(name, { readOnly: true });
    for (const { name: table } of database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()) {
      if (String(table).startsWith("_")) continue;
      for (const row of database.prepare(`SELECT * FROM "${table}"`).all()) {
        rows += 1;
        const text = JSON.stringify(row).toLowerCase();
        for (const word of marks) assert.ok(!text.includes(word), `${word} in ${table}: ${row["state"]}`);
      }
    }
  }
  assert.ok(rows > 5);
  for (const name of filesOf(site.folder).filter((name) => !name.includes("nue.db") && !name.includes("org.db"))) {
    const bytes = readFileSync(name);
    for (const secret of [apiKey, formSecret, operatorSecret, webhookSecret]) {
      assert.ok(!bytes.includes(secret), name);
    }
  }
});
