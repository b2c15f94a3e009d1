// What the control object knows outlives it: what the API asked for, the breaker, and what was counted.
import assert from "node:assert/strict";
import { globSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { test } from "node:test";
import { Keeper } from "../../web/gateway/src/control/keeper.ts";
import { readShared, writeShared } from "../../web/gateway/src/limits/shared-pressure.ts";
import { until } from "./support/beyond.ts";
import { openSite, operatorSecret, type TestSite } from "./support/site.ts";
import { memoryStorage } from "./support/storage.ts";

const acme = { name: "Acme", recordType: "Business" };
const operator = { authorization: `Bearer ${operatorSecret}` };

test("many changes are one write, some seconds after the last and half a minute after the first at most", ({
  mock,
}) => {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 0 });
  const storage = memoryStorage();
  let total = 0;
  const current = () => ({ totals: String(total), pressure: "calm" });
  const keeper = new Keeper(storage, current);
  const change = () => {
    total += 1;
    keeper.changed(Date.now());
  };
  for (let count = 0; count < 20; ++count) change();
  mock.timers.tick(2999);
  assert.equal(storage.written, 0);
  mock.timers.tick(1);
  assert.equal(storage.written, 2);
  // Nothing has changed since.
  keeper.changed(Date.now());
  mock.timers.tick(60_000);
  assert.equal(storage.written, 2);
  for (let second = 0; second < 45; ++second) {
    change();
    mock.timers.tick(1000);
  }
  assert.equal(storage.written, 3);
  assert.equal(new Keeper(storage, current).read("totals"), "50");
  assert.equal(new Keeper(storage, current).read("other"), undefined);
});

test("a store that takes nothing keeps nobody from counting, and is tried again", ({ mock }) => {
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: 0 });
  mock.method(console, "error", () => {});
  const storage = memoryStorage();
  const keeper = new Keeper(storage, () => ({ totals: "1" }));
  storage.fail(/^INSERT/);
  keeper.write();
  keeper.changed(Date.now());
  mock.timers.tick(3000);
  storage.fail(undefined);
  keeper.changed(Date.now());
  mock.timers.tick(3000);
  assert.equal(new Keeper(storage, () => ({})).read("totals"), "1");
});

test("what other rules wrote is nothing that could be read", () => {
  const strict = {
    pass: (pressure: string) => {
      if (pressure === "strange") throw new Error("refused");
      return { passes: true, pressure };
    },
    note: () => ({ breaker: "closed", pressure: "" }) as const,
  };
  const calm = { pressure: "", breaker: "closed" } as const;
  const kept = { pressure: "known", breaker: "open" } as const;
  assert.deepEqual(readShared(writeShared(kept), strict), kept);
  for (const text of [undefined, "{", writeShared({ ...kept, pressure: "strange" })]) {
    assert.deepEqual(readShared(text, strict), calm);
  }
});

async function value(site: TestSite, series: string): Promise<number> {
  const { text } = await site.get("/metrics", operator);
  const line = text.split("\n").find((line) => line.startsWith(`${series} `));
  return Number(line?.split(" ").at(-1) ?? 0);
}

test("a pause that the API asked for, and an open breaker, outlive the control object", async () => {
  for (const [faults, breaker] of [
    [["never"], "closed"],
    [["error"], "open"],
  ] as const) {
    await using site = await openSite({ config: { times: {} } });
    site.proxy.plan(faults, "POST");
    const wanted = async () => JSON.parse((await site.get("/healthz", operator)).text).breaker === breaker;
    do await site.signUp(acme);
    while (!(await wanted()));
    // Told at the latest now.
    await site.get("/metrics", operator);
    site.proxy.plan([]);
    const before = site.proxy.seen.length;
    await site.restart();
    const { status, text } = await site.signUp(acme);
    assert.deepEqual([status, JSON.parse(text).code], [503, "upstream.unavailable"], faults[0]);
    // At its start it asks whether its slot is one.
    const asked = site.proxy.seen.slice(before).filter(({ url }) => !url.includes("signupToken"));
    assert.deepEqual(asked, [], faults[0]);
    assert.equal(await value(site, `vestibule_breaker{state="${breaker}"}`), 1);
  }
});

/** The totals on the disk. */
function keptOf(site: TestSite): readonly string[] {
  return globSync(`${site.folder}/intents/vestibule-control-v1/*.sqlite`).flatMap((file) => {
    using database = new DatabaseSync(file, { readOnly: true });
    if (database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'kept'").get() === undefined) return [];
    const rows = database.prepare("SELECT value FROM kept WHERE name = 'totals'").all();
    return rows.map(({ value }) => String(value));
  });
}

test("what was counted outlives it", async () => {
  await using site = await openSite();
  const created = 'vestibule_rests_total{state="created"}';
  await site.signUp(acme);
  assert.equal(await value(site, created), 1);
  await until("the counts are kept", async () => keptOf(site).some((kept) => JSON.parse(kept)[created] === 1));
  await site.restart();
  assert.equal(await value(site, created), 1);
  await site.signUp(acme);
  assert.equal(await value(site, created), 2);
});
