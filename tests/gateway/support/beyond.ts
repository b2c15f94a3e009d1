// What people at Nue and in Salesforce do, beyond the gateway: with the real sandbox, which has --control.
import assert from "node:assert/strict";
import { apiKey, type TestSite } from "./site.ts";

export type Members = Readonly<Record<string, unknown>>;

export interface Beyond {
  /** The data that Nue answers; with a body it is a POST, or what is said. */
  nue(path: string, body?: unknown, method?: string): Promise<Members>;
  /** An order that is activated at once; answers its id. */
  order(customerId: string): Promise<string>;
  /** The body of the org's answer. */
  org(method: string, target: string, body?: unknown): Promise<Members>;
  /** "Active Linked" and, for whoever is held, why. */
  standing(customerId: string): Promise<string>;
  externalId(customerId: string): Promise<string | null>;
  /** The account that a customer with an order gets. */
  account(customerId: string): Promise<string>;
}

/** Asks again until it answers true; what happens by itself has no moment of its own. Gives up, so that it is named. */
export async function until(what: string, ask: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; ++tries) {
    if (await ask()) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.fail(`in vain: ${what}`);
}

export function beyond(site: TestSite): Beyond {
  async function nue(path: string, body?: unknown, method = "POST"): Promise<Members> {
    const headers = { "content-type": "application/json", "nue-api-key": apiKey };
    const sent = body === undefined ? {} : { method, body: JSON.stringify(body) };
    const answer = await fetch(site.sandbox.origin + path, { headers, ...sent });
    const text = await answer.text();
    assert.ok(answer.ok, `${path}: ${text}`);
    return JSON.parse(text).data;
  }

  async function order(id: string): Promise<string> {
    const day = new Date().toISOString().slice(0, 10);
    const line = {
      priceBookEntryId: "01uSB000000CLM1YAO",
      quantity: 1,
      subscriptionStartDate: day,
      subscriptionTerm: 12,
    };
    const draft = await nue("/orders", { customer: { id }, effectiveDate: day, orderProducts: [line] });
    const made = (draft["order"] as { readonly id: string }).id;
    await nue(`/orders/${made}`, { options: {} });
    return made;
  }

  async function externalId(id: string): Promise<string | null> {
    const [customer] = (await nue(`/customers/${id}`)) as unknown as readonly Members[];
    return (customer?.["externalId"] ?? null) as string | null;
  }

  return {
    nue,
    order,
    externalId,
    org: async (method, target, body) => {
      const request = { method, target, actor: "ada", ...(body === undefined ? {} : { body }) };
      return (await nue("/_sandbox/org", request))["body"] as Members;
    },
    standing: async (id) => {
      const { stage, link, life } = await nue(`/_sandbox/customers/${id}/life`);
      const { hold = "none" } = life as Members;
      return hold === "none" ? `${stage} ${link}` : `${stage} ${link} ${hold}`;
    },
    account: async (id) => {
      let account: string | null = null;
      await until("an account", async () => {
        account = await externalId(id);
        return account !== null;
      });
      return account ?? "";
    },
  };
}
