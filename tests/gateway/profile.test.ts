// A gateway with a tenant's profile judges by it: what the tenant asks for is taken, what it does not want is refused, whoever
// sends it.
import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { load } from "vestibule";
import { openSite } from "./support/site.ts";

const profiles = resolve(import.meta.dirname, "../../core/data/profiles");
const ownTypes = JSON.parse(readFileSync(join(profiles, "own-record-type.json"), "utf8"));

const reseller = {
  name: "Acme",
  recordType: "Reseller",
  email: "sales@acme.example",
  website: "https://acme.example/",
  billingCountry: "NO",
  resellerSince: "2026-03-04",
};

test("a tenant's own record type and fields reach the API", async () => {
  await using site = await openSite({ config: { profile: ownTypes } });
  site.proxy.plan(["refuse"], "POST");
  await site.signUp(reseller);
  const sent = site.proxy.seen.find(({ method }) => method === "POST");
  const [customer] = JSON.parse(sent?.body ?? "[]");
  assert.deepEqual([customer.recordType, customer.resellerSince], ["Reseller", "2026-03-04"]);
});

test("what the tenant needs is asked for, and a domain it does not want is refused", async () => {
  const profile = { ...ownTypes, mailDomains: { policy: "refuse", domains: ["throwaway.example"] } };
  await using site = await openSite({ config: { profile } });
  const { website: _, ...without } = reseller;
  const codes = async (record: object): Promise<readonly string[]> => {
    const { status, text } = await site.signUp(record);
    assert.equal(status, 422, text);
    return JSON.parse(text).findings.map(
      ({ code, pointer }: { code: string; pointer: string }) => `${pointer} ${code}`,
    );
  };
  assert.deepEqual(await codes(without), ["/customer/website field.required"]);
  assert.deepEqual(await codes({ ...reseller, email: "a@throwaway.example" }), ["/customer/email email.unwanted"]);
  assert.deepEqual(
    site.proxy.seen.filter(({ method }) => method === "POST"),
    [],
  );
});

test("without one these are unknown, and a profile with a mistake is named at start", async () => {
  await using site = await openSite();
  const { status, text } = await site.signUp(reseller);
  assert.equal(status, 422);
  assert.match(text, /enum\.unknown/);
  await assert.rejects(openSite({ config: { profile: { v: 1, colour: "blue" } } }), /The profile has mistakes: /);
});

test("what a sign-up was judged by is kept with it: the page's word for it, or the gateway's own for a form without a script", async () => {
  await using site = await openSite({ config: { profile: ownTypes } });
  const { rules } = await load({ profile: ownTypes });
  await site.signUp(
    { name: "Scripted", recordType: "Consumer", email: "a@b.example" },
    { form: { rules: "9.9.9+page" } },
  );
  const token = await site.token();
  const plain = { name: "Plain", recordType: "Consumer", email: "c@d.example", "form.v": "1", "form.token": token };
  const headers = { origin: site.gateway.origin, "content-type": "application/x-www-form-urlencoded" };
  await site.send("/api/signups", { headers, body: new URLSearchParams(plain).toString() });
  const kept = globSync(`${site.folder}/intents/**/*.sqlite`).flatMap((file) => {
    using database = new DatabaseSync(file, { readOnly: true });
    const isShard = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'contacts'").get() !== undefined;
    return isShard ? database.prepare("SELECT rules_version FROM intents").all() : [];
  });
  assert.deepEqual(kept.map((row) => row["rules_version"]).sort(), ["9.9.9+page", rules].sort());
});
