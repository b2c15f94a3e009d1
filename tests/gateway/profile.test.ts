// A gateway with a tenant's profile judges by it: what the tenant asks for is taken, what it does not want is refused, whoever
// sends it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
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
