// What the page finds in its database, or hears from another page, and did not write like this itself (rows P04 and P05).
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { until } from "../../scripts/screenshots.d/until.ts";
import { controlOf, fillIn, openSite, type Site, submit, untilOutcome } from "./support/site.ts";
import { problem } from "./support/wire.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

const draft = "/api signup";
const whole = {
  v: 1,
  key: "0b0e7a3c-5d1f-4f6a-9c2e-3a4b5c6d7e8f",
  secret: "0123456789abcdef".repeat(4),
  began: 1,
  sends: 1,
};

/** The record of the page's attempt, after `change` has taken its place where there is one. */
function stored(page: Page, change?: { readonly to: unknown }): Promise<unknown> {
  return page.evaluate(
    async ([key, other]) => {
      const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
        new Promise((done, fail) => {
          request.onsuccess = () => done(request.result);
          request.onerror = () => fail(request.error);
        });
      const database = await settled(indexedDB.open("vestibule"));
      const attempts = database.transaction("attempts", "readwrite").objectStore("attempts");
      if (other !== undefined) await settled(attempts.put(other.to, key));
      const record: unknown = await settled(attempts.get(key));
      database.close();
      return record;
    },
    [draft, change] as const,
  );
}

async function reload(page: Page): Promise<void> {
  await page.reload();
  await page.locator("form[novalidate]").waitFor();
}

/** Until the page has asked its database, which makes it, what there is. */
function openedOnce(page: Page): Promise<void> {
  return until(page, async () => (await indexedDB.databases()).some(({ name }) => name === "vestibule"));
}

for (const [what, record] of [
  ["nothing", null],
  ["a text", "attempt"],
  ["a list", [whole]],
  ["no version", { ...whole, v: undefined }],
  ["a version that is a text", { ...whole, v: "1" }],
  ["half a record", { v: 1, key: whole.key }],
  ["a key that is no UUID", { ...whole, key: "../../operator" }],
  ["a secret that is an object", { ...whole, secret: { toString: "x" } }],
  ["a time that is a text", { ...whole, began: "5" }],
  ["sends below zero", { ...whole, sends: -1 }],
] as const) {
  test(`P04: a stored attempt that is ${what} is asked for nowhere, and the next one takes its place`, async () => {
    await using visit = await site.visit();
    const { page, wire } = visit;
    await openedOnce(page);
    await stored(page, { to: record });
    await reload(page);
    wire.answer({ ...problem(503, "upstream.unknown"), headers: { "retry-after": "300" } });
    await fillIn(page);
    await submit(page);
    await untilOutcome(page, "Not confirmed yet");
    const [post] = wire.posts;
    assert.notEqual(post?.key, whole.key);
    assert.deepEqual(wire.asked, []);
    assert.equal(((await stored(page)) as typeof whole).key, post?.key);
  });
}

test("P04: an attempt of a newer page is neither understood nor overwritten, and answers are sent all the same", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  await openedOnce(page);
  const newer = { ...whole, v: 2 };
  await stored(page, { to: newer });
  await reload(page);
  await fillIn(page);
  await submit(page);
  await untilOutcome(page, "Your account is open");
  assert.equal(wire.posts.length, 1);
  assert.notEqual(wire.posts[0]?.key, newer.key);
  assert.deepEqual(wire.asked, []);
  assert.deepEqual(await stored(page), newer);
});

for (const what of ["another kind of thing", "cut", "changed"] as const) {
  test(`P04: answers that are ${what} are asked for again, and go with the key that was stored`, async () => {
    await using visit = await site.visit();
    const { page, wire } = visit;
    await openedOnce(page);
    const began = Date.now();
    await page.evaluate(
      async ([key, record, kind]) => {
        const sealed = {
          "another kind of thing": "sealed",
          cut: { iv: new Uint8Array(12) },
          changed: { iv: new Uint8Array(12), data: new ArrayBuffer(64) },
        };
        const request = indexedDB.open("vestibule");
        await new Promise((done) => {
          request.onsuccess = done;
        });
        const transaction = request.result.transaction("attempts", "readwrite");
        transaction.objectStore("attempts").put({ ...record, sealed: sealed[kind] }, key);
        await new Promise((done) => {
          transaction.oncomplete = done;
        });
        request.result.close();
      },
      [draft, { ...whole, began }, what] as const,
    );
    await reload(page);
    await untilOutcome(page, "Please send your answers again");
    await fillIn(page);
    await submit(page);
    await untilOutcome(page, "Your account is open");
    assert.deepEqual(
      wire.posts.map(({ key }) => key),
      [whole.key],
    );
  });
}

test("P05: messages of another shape, for another form or of another origin are ignored, and the right one is heard", async () => {
  await using visit = await site.visit();
  const { page, wire } = visit;
  wire.answer({ ...problem(503, "upstream.unknown"), headers: { "retry-after": "300" } });
  await fillIn(page);
  await submit(page);
  await untilOutcome(page, "Not confirmed yet");
  const key = wire.posts[0]?.key ?? "";
  wire.create(key);

  const say = (from: Page, messages: readonly unknown[]): Promise<void> =>
    from.evaluate((all) => {
      const channel = new BroadcastChannel("vestibule");
      for (const message of all) channel.postMessage(message);
      channel.close();
    }, messages);
  const other = await page.context().newPage();
  await other.goto(site.address.replace("127.0.0.1", "localhost"));
  assert.notEqual(await other.evaluate(() => origin), new URL(site.address).origin);
  await say(other, [{ draft, key }]);

  await page.context().route("**/blank", (route) => route.fulfill({ contentType: "text/html", body: "" }));
  const tab = await page.context().newPage();
  await tab.goto(new URL("/blank", site.address).href);
  const shapes = [null, undefined, 1, "told", [], [draft, key], {}, { draft }, { key }, { draft, key: { a: 1 } }];
  await say(tab, [...shapes, { draft, key: [key] }, { draft: "/api other", key }, { draft, key: whole.key }]);
  // Messages arrive in their order: one that is heard by hand is behind all of them.
  await page.evaluate(
    () =>
      new Promise<void>((done) => {
        const channel = new BroadcastChannel("vestibule");
        channel.onmessage = () => done();
        const sender = new BroadcastChannel("vestibule");
        sender.postMessage(null);
      }),
  );
  assert.deepEqual(wire.asked, []);
  assert.equal(await controlOf(page, "name").isEditable(), false);
  await say(tab, [{ draft, key }]);
  await untilOutcome(page, "Your account is open");
  assert.deepEqual(wire.asked, [key]);
});
