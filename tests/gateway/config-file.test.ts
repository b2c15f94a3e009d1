// The documented configuration file: schema, example, README and code say the same.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { readConfig } from "../../web/gateway/src/config.ts";

const folder = resolve(import.meta.dirname, "../../web/gateway");
const readJson = (name: string) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const schema = readJson("config.schema.json");
const example = readJson("config.example.json");
const fits = new Ajv2020({ allowUnionTypes: true }).compile(schema);

interface Setting {
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Setting>>;
}

/** A setting that is an object has the defaults of its members, unless it has one itself. */
function defaultsOf(properties: Readonly<Record<string, Setting>>): Readonly<Record<string, unknown>> {
  const entries = Object.entries(properties).map(([name, { default: standard, properties: inner }]) => [
    name,
    inner === undefined || standard !== undefined ? standard : defaultsOf(inner),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

test("the example is a configuration, by the schema and by the gateway", () => {
  assert.ok(fits(example), JSON.stringify(fits.errors));
  const { sites, upstream, times, operatorPort } = readConfig(example);
  assert.equal(sites[0]?.origin, "https://signup.example.com");
  assert.equal(upstream, "https://api.nue.io");
  assert.equal(times.standingMs, 60_000);
  assert.equal(operatorPort, 9090);
});

test("the defaults of the schema are those of the gateway", () => {
  const { sites, upstream } = example;
  const { slot, slotField, customerType, times, limits, challenge, operatorPort } = defaultsOf(schema.properties);
  const read = readConfig({ sites, upstream });
  assert.deepEqual({ kind: slot, field: slotField }, read.slot);
  assert.deepEqual(
    { customerType, times, limits, challenge, operatorPort },
    {
      customerType: read.customerType,
      times: read.times,
      limits: read.limits,
      challenge: read.challenge,
      operatorPort: read.operatorPort,
    },
  );
});

test("what the schema refuses the gateway refuses too", () => {
  const { sites, upstream } = example;
  const whole = { sites, upstream };
  const wrong = [
    {},
    { sites },
    { ...whole, sites: [] },
    { ...whole, sites: [{ name: "Main", origin: "https://a.example" }] },
    { ...whole, upstream: "api.nue.io" },
    { ...whole, upstream: "https://api.nue.io/" },
    { ...whole, unknown: 1 },
    { ...whole, slot: "description" },
    { ...whole, slotField: "x" },
    { ...whole, customerType: "" },
    { ...whole, times: { upstreamMs: 0 } },
    { ...whole, times: { upstreamMs: 1.5 } },
    { ...whole, times: { formAgeMs: 10_001 } },
    { ...whole, limits: { inWork: "many" } },
    { ...whole, limits: { perSite: [{ count: 1, seconds: 86_401 }] } },
    { ...whole, limits: { perSite: Array(5).fill({ count: 1, seconds: 1 }) } },
    { ...whole, limits: { addressHeader: "a b" } },
    { ...whole, operatorPort: 0 },
    { ...whole, challenge: {} },
    { ...whole, challenge: { verify: "https://a.example/v", field: "name" } },
    { ...whole, challenge: { verify: "https://a.example/v?a=1", field: "a-response" } },
  ];
  for (const config of wrong) {
    assert.ok(!fits(config), JSON.stringify(config));
    assert.throws(() => readConfig(config), { name: "ConfigError" }, JSON.stringify(config));
  }
});

test("the README has a row for each setting, with its name", () => {
  const text = readFileSync(join(folder, "README.md"), "utf8");
  const names = Object.entries<Setting>(schema.properties).flatMap(([name, { properties }]) =>
    properties === undefined ? [name] : Object.keys(properties).map((inner) => `${name}.${inner}`),
  );
  for (const name of names.filter((name) => name !== "$schema")) {
    assert.ok(text.includes(`| \`${name}\` |`), name);
  }
});
