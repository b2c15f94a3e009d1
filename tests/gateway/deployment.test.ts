// The configuration for Cloudflare names what the code has: classes, bindings, secrets, settings.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { after, test } from "node:test";
import { readConfig } from "../../web/gateway/src/config.ts";
import { bundleWorker } from "../../web/gateway/workerd/bundle.ts";
import { workerdConfig } from "../../web/gateway/workerd/config.ts";

const folder = resolve(import.meta.dirname, "../../web/gateway");
const wrangler = JSON.parse(readFileSync(join(folder, "wrangler.json"), "utf8"));
const built = mkdtempSync(join(tmpdir(), "vestibule-deployed-"));
after(() => rmSync(built, { recursive: true }));

const names = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name]) => name ?? "");

const local = workerdConfig({ port: 1, pages: "/p", store: "/s", config: { upstream: "https://api.example" } });
const classes = ["Control", "IntentShard"];

test("the worker exports each class that is bound and migrated, as locally", async () => {
  await bundleWorker(built, join(folder, "cloudflare/worker.ts"));
  const [exported = ""] = names(readFileSync(join(built, "worker.js"), "utf8"), /^export \{([^}]*)\};$/gm);
  const exportedNames = names(`${exported},`, /(\w+)\s*,/g);
  assert.deepEqual([...exportedNames].sort(), [...classes, "default"]);
  const { bindings } = wrangler.durable_objects;
  const bound = bindings.map((binding: Readonly<Record<string, string>>) => binding["class_name"]).sort();
  assert.deepEqual(bound, classes);
  assert.deepEqual(
    wrangler.migrations.flatMap((step: Readonly<Record<string, string[]>>) => step["new_sqlite_classes"]).sort(),
    classes,
  );
  assert.deepEqual([...names(local, /className = "(\w+)", uniqueKey = "[\w-]+", enableSql = true/g)].sort(), classes);
});

test("locally the control object is not ended when it is quiet, for all that it knows in memory alone", () => {
  assert.match(local, /className = "Control", [^)]*preventEviction = true/);
});

test("each binding that the code reads is there, and no other", () => {
  const platform = readFileSync(join(folder, "src/platform.ts"), "utf8");
  const [, environment = ""] = platform.split("export interface Environment {");
  const read = names(environment, /^ {2}readonly ([A-Z_]+):/gm);
  const { durable_objects: objects, assets, vars, secrets } = wrangler;
  const bound = [
    ...objects.bindings.map(({ name }: { readonly name: string }) => name),
    assets.binding,
    ...Object.keys(vars),
    ...secrets.required,
    // Made in cloudflare/worker.ts.
    "UPSTREAM",
    "CHALLENGE",
    // Set by whoever has such a service.
    "CHALLENGE_SECRET",
  ];
  assert.deepEqual([...bound].sort(), [...read].sort());
  const [, bindings = ""] = /bindings = \[([\s\S]*?)\n {2}\],/.exec(local) ?? [];
  assert.deepEqual([...names(bindings, /name = "(\w+)"/g)].sort(), [...read].sort());
});

test("its settings are a configuration, behind Cloudflare's own header, and hold no secret", () => {
  const { sites, limits } = readConfig(wrangler.vars.CONFIG);
  assert.equal(limits.addressHeader, "cf-connecting-ip");
  assert.deepEqual(
    wrangler.routes.map(({ pattern }: { readonly pattern: string }) => `https://${pattern}`),
    sites.map(({ origin }) => origin),
  );
  assert.deepEqual(Object.keys(wrangler.vars), ["CONFIG"]);
});

test("pages go through the worker, so that they have its headers, under the same rules as locally", () => {
  assert.equal(wrangler.assets.run_worker_first, true);
  assert.equal(wrangler.assets.html_handling, "none");
  assert.equal(resolve(folder, wrangler.assets.directory), resolve(folder, "../pages/dist"));
  assert.deepEqual([wrangler.compatibility_date], names(local, /compatibilityDate = "([\d-]+)"/g));
});
