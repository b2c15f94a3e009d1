// By what a record was judged, in one word: the same wherever the package runs, another for another profile.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { atlasBytes } from "vestibule/atlas";
import { openGateway } from "vestibule/gateway";
import { dist, importPackage, packageFolder, root } from "./support/package.ts";

const { load } = await importPackage();
const profileText = readFileSync(join(root, "core/data/profiles/own-record-type.json"), "utf8");
const fullModule = await WebAssembly.compile(readFileSync(join(dist, "full.wasm")));

test("it is the version and a digest, the same for the smaller module and in every entry", async () => {
  const { version } = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  const { rules } = await load();
  assert.match(rules, /^[\w.-]+\+[0-9a-f]{16}$/);
  assert.equal(rules.split("+")[0], version);
  assert.equal((await (await importPackage("inline.js")).load()).rules, rules);
  assert.equal((await openGateway(fullModule, atlasBytes())).rules, rules);
  for (const entry of ["index.browser.js", "index.workerd.js", "js.js"]) {
    assert.ok(readFileSync(join(dist, entry), "utf8").includes(rules), entry);
  }
});

test("a profile has a digest of its own behind it, however it is written and whoever reads it", async () => {
  const { rules: usual } = await load();
  const { rules } = await load({ profile: profileText });
  assert.match(rules, /^[\w.-]+\+[0-9a-f]{16}\.[\w+/]{43}=$/);
  assert.ok(rules.startsWith(`${usual}.`));
  const profile = JSON.parse(profileText);
  assert.equal((await load({ profile })).rules, rules);
  assert.equal((await openGateway(fullModule, atlasBytes(), profile)).rules, rules);
  // Rules that no form shows are rules too.
  const strict = { ...profile, mailDomains: { policy: "refuse", domains: ["throwaway.example"] } };
  assert.notEqual((await load({ profile: strict })).rules, rules);
});

test("without digests, on a page over plain http, it still says that there was a profile", async (context) => {
  const { rules: usual } = await load();
  Object.defineProperty(crypto, "subtle", { value: undefined, configurable: true });
  context.after(() => Reflect.deleteProperty(crypto, "subtle"));
  assert.equal((await load({ profile: profileText })).rules, `${usual}.`);
});
