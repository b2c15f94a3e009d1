// One interrupted sign-up, over a real browser, the real gateway and the real sandbox: how it goes, and what must come of it.
import assert from "node:assert/strict";
import { openSite as openGateway, type TestSite } from "../../gateway/support/site.ts";
import type { Fault } from "../../support/fault-proxy.ts";
import type { Interruption } from "./interruptions.ts";
import { holdAt, type Moment } from "./moments.ts";
import { fillIn, openSite, type Site, submit, untilOutcome } from "./site.ts";

/** Everything that a case runs in, and several may use one after the other. */
export interface Ground {
  readonly gateway: TestSite;
  readonly pages: Site;
  close(): Promise<void>;
}

export interface Case {
  readonly interruption: Interruption;
  readonly moment: Moment;
  /** Decides what the API does with the first send, and how long the interruption waits. 0: nothing, and not at all. */
  readonly seed: number;
}

/** Longer than a gateway that holds back after faults, and than the pauses of a page. */
const patienceMs = 180_000;
const longestWaitMs = 60;

const faults: readonly Fault[] = ["pass", "cut", "refuse", "error_after", "busy", "half", "slow", "page", "hold"];

export async function openGround(): Promise<Ground> {
  const gateway = await openGateway();
  const pages = await openSite(gateway.gateway.origin, { keepsPages: true });
  return {
    gateway,
    pages,
    close: async () => {
      await pages.close();
      await gateway[Symbol.asyncDispose]();
    },
  };
}

/** The case in words without spaces: how it is asked for by name. */
export function nameOf({ interruption, moment, seed }: Case): string {
  return `${interruption.name}, ${moment}, ${seed}`.replaceAll(",", "").replaceAll(" ", "-");
}

/** FNV-1a: other cases of the same seed get other numbers, and the same ones each time. */
function numberOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0;
  return hash;
}

function chanceOf(given: Case): { readonly fault: Fault; readonly waitMs: number } {
  if (given.seed === 0) return { fault: "pass", waitMs: 0 };
  const number = numberOf(nameOf(given));
  return { fault: faults[number % faults.length] ?? "pass", waitMs: (number >>> 8) % longestWaitMs };
}

/** Runs it; fails unless it ends with one customer, and the page tells of that one. */
export async function runInterrupted(given: Case, { gateway, pages }: Ground): Promise<void> {
  const { interruption, moment } = given;
  const { fault, waitMs } = chanceOf(given);
  const { page, problems } = await pages.visit();
  const context = page.context();
  page.setDefaultTimeout(patienceMs);
  context.setDefaultTimeout(patienceMs);
  const stage = { page, address: pages.address, site: gateway, name: nameOf(given) };
  try {
    await interruption.prepare?.(stage);
    gateway.proxy.plan([fault, "pass"], "POST");
    const reached = holdAt({ context, proxy: gateway.proxy }, moment);
    await fillIn(page, stage.name);
    await (interruption.press?.(stage) ?? submit(page));
    const held = await reached;
    await new Promise((done) => setTimeout(done, waitMs));
    const last = await interruption.run({ ...stage, held });
    await untilOutcome(last, "Your account is open");
    const customers = (await gateway.sandbox.customers()).filter(({ name }) => name === stage.name);
    assert.equal(customers.length, 1, "customers");
    const text = await last.locator("main").innerText();
    for (const word of [customers[0]?.accountNumber ?? "?", stage.name]) assert.ok(text.includes(word), text);
    assert.deepEqual(problems, [], "the browser complained");
  } finally {
    gateway.proxy.plan([]);
    await context.close();
  }
}
