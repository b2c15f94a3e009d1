// SIGKILL under load: whatever was acknowledged is there, and nothing is there twice.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openSite, type Sent, type TestSite, untilSettled } from "./support/site.ts";

const rounds = 4;
const perRound = 24;

let site: TestSite;
before(async () => {
  site = await openSite({
    config: { times: { upstreamMs: 2000, gatewayMs: 2200, clientMs: 2300, leaseMs: 2500, absenceMs: 2600 } },
  });
});
after(() => site[Symbol.asyncDispose]());

interface Attempt {
  readonly name: string;
  readonly key: string;
  acknowledged: Sent | undefined;
}

async function tryOnce(attempt: Attempt): Promise<void> {
  const { name, key } = attempt;
  const answer = await site.signUp({ name, recordType: "Business" }, { key }).catch(() => undefined);
  if (answer?.status === 201) attempt.acknowledged = answer;
}

test("the gateway killed at another point of the load each round", async () => {
  for (let round = 0; round < rounds; ++round) {
    const attempts = Array.from(
      { length: perRound },
      (_, index): Attempt => ({ name: `Round ${round}.${index}`, key: crypto.randomUUID(), acknowledged: undefined }),
    );
    const before = site.proxy.seen.length;
    const sending = attempts.map(tryOnce);
    // Some are created by then, some on their way, some not begun.
    await site.proxy.arrived(before + 3 + 5 * round);
    await site.restart();
    await Promise.all(sending);
    const settled = await Promise.all(
      attempts.map(({ name, key }) => untilSettled(() => site.signUp({ name, recordType: "Business" }, { key }))),
    );
    const customers = await site.sandbox.customers();
    attempts.forEach(({ name, acknowledged }, index) => {
      const last = settled[index];
      assert.equal(last?.status, 201, name);
      if (acknowledged !== undefined) assert.equal(last?.text, acknowledged.text, name);
      assert.equal(customers.filter((customer) => customer.name === name).length, 1, name);
    });
  }
});
