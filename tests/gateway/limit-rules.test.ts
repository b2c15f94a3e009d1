// The arithmetic of the limits: who is one sender, what a bucket holds, and what instances tell one another.
import assert from "node:assert/strict";
import { test } from "node:test";
import { networkOf, senderOf } from "../../web/gateway/src/limits/address.ts";
import { Buckets, type Take } from "../../web/gateway/src/limits/buckets.ts";
import { bucketsOf, Limiter, settle } from "../../web/gateway/src/limits/limiter.ts";

test("an IPv4 address is one sender, of IPv6 a /64 is; anything else is none", () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ["192.0.2.1", "192.0.2.1"],
    [" 192.0.2.1 ", "192.0.2.1"],
    ["::ffff:192.0.2.1", "192.0.2.1"],
    ["::ffff:c000:201", "192.0.2.1"],
    ["::1:ffff:c000:201", "0:0:0:0/64"],
    ["2001:db8:0:1:2:3:4:5", "2001:db8:0:1/64"],
    ["2001:DB8:0:1::", "2001:db8:0:1/64"],
    ["2001:0db8::1", "2001:db8:0:0/64"],
    ["::", "0:0:0:0/64"],
    ["1::8", "1:0:0:0/64"],
    ["192.0.2.256", undefined],
    ["192.0.2", undefined],
    ["192.0.2.01", undefined],
    ["1:2:3:4:5:6:7", undefined],
    ["1:2:3:4:5:6:7:8:9", undefined],
    ["1:2:3:4::5:6:7:8", undefined],
    ["1::2::3", undefined],
    ["fe80::1%eth0", undefined],
    ["[::1]", undefined],
    ["::12345", undefined],
    ["localhost", undefined],
    ["", undefined],
  ];
  for (const [text, network] of cases) assert.equal(networkOf(text), network, text);
});

test("a sender is a digest that another day, another secret and another network change", async () => {
  const day = 24 * 60 * 60 * 1000;
  const sender = (header: string | null, now = 0, secret = "s") => senderOf(secret, header, now);
  const one = await sender("192.0.2.1");
  assert.match(one, /^[0-9a-f]{32}$/);
  assert.equal(await sender("192.0.2.1", day - 1), one);
  assert.notEqual(await sender("192.0.2.1", day), one);
  assert.notEqual(await sender("192.0.2.1", 0, "t"), one);
  assert.notEqual(await sender("192.0.2.2"), one);
  // What the sender itself put in front of the proxy's word does not count.
  assert.equal(await sender("10.0.0.1, 192.0.2.1"), one);
  assert.equal(await sender("2001:db8::1"), await sender("2001:db8::2:3"));
  assert.equal(await sender(null), await sender("unknown"));
});

const take: Take = { name: "a", rate: { count: 2, seconds: 10 } };

test("a bucket holds its count and fills up again evenly", () => {
  const buckets = new Buckets();
  buckets.add(take, -2, 0);
  assert.equal(buckets.waitMs(take, 0), 5000);
  assert.equal(buckets.waitMs(take, 4999), 1);
  assert.equal(buckets.waitMs(take, 5000), 0);
  assert.equal(buckets.level(take, 1_000_000), 2);
  // A clock that goes back gives nothing and takes nothing.
  buckets.add(take, -2, 1_000_000);
  assert.equal(buckets.level(take, 0), 0);
});

test("however many senders there are, a bounded number is remembered", () => {
  const buckets = new Buckets();
  for (let index = 0; index < 50_010; ++index) buckets.add({ ...take, name: `${index}` }, -2, 0);
  assert.equal(buckets.size, 50_000);
  assert.equal(buckets.level({ ...take, name: "0" }, 0), 2);
  assert.equal(buckets.level({ ...take, name: "50009" }, 0), 0);
});

test("a refused request takes nothing from any bucket, a repeated one gives back", () => {
  const limiter = new Limiter();
  const other: Take = { name: "b", rate: { count: 5, seconds: 10 } };
  assert.equal(limiter.take([take, other], 0), 0);
  assert.equal(limiter.take([take, other], 0), 0);
  assert.equal(limiter.take([take, other], 0), 5);
  assert.deepEqual(
    limiter.drain().map(({ name, amount }) => [name, amount]),
    [
      ["a", 2],
      ["b", 2],
    ],
  );
  limiter.giveBack([take], 0);
  assert.equal(limiter.take([take], 0), 0);
  assert.equal(limiter.take([take], 0), 5);
});

test("two instances share one limit once they have told one another", () => {
  const [first, second] = [new Limiter(), new Limiter()];
  const control = new Buckets();
  const sync = (limiter: Limiter) => limiter.adopt(settle(control, limiter.drain(), 0), 0);
  assert.equal(first.take([take], 0), 0);
  sync(first);
  assert.equal(second.take([take], 0), 0);
  // What is taken while the control object is asked counts too.
  const asked = settle(control, second.drain(), 0);
  assert.equal(second.take([take], 0), 0);
  second.adopt(asked, 0);
  assert.ok(second.take([take], 0) > 0);
  sync(second);
  assert.equal(first.take([take], 0), 0);
  sync(first);
  assert.ok(first.take([take], 0) > 0);
});

test("a request takes from its address, its site and the whole; without addresses from the last two", () => {
  const rate = { count: 1, seconds: 1 };
  const limits = {
    addressHeader: null,
    perAddress: [rate, rate],
    perSite: [rate],
    global: [rate],
    readsPerAddress: [],
    readsPerKey: [],
    reports: [],
    inWork: 1,
    bodyMs: 1,
  };
  const names = (address: string | null) => bucketsOf(limits, { site: "main", address }).map(({ name }) => name);
  assert.deepEqual(names(null), ["site main 1/1", "global 1/1"]);
  assert.deepEqual(names("x"), ["address x 1/1", "address x 1/1", "site main 1/1", "global 1/1"]);
});
