// A whole site as a person starts it, scripts/start, with the real sandbox as its upstream and a proxy between the two
// that can break the way.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { type FaultProxy, startFaultProxy } from "../../support/fault-proxy.ts";
import { type SandboxContact, type SandboxCustomer, startSandbox } from "../../support/sandbox.ts";

const command = resolve(import.meta.dirname, "../../../scripts/start.d/main.ts");
const key = "key-of-the-upstream-for-page-tests";

export interface Service {
  /** Without a slash at the end. */
  readonly origin: string;
  readonly proxy: FaultProxy;
  /** What the upstream holds under this name. */
  customersNamed(name: string): Promise<readonly SandboxCustomer[]>;
  contactsOf(customerId: string): Promise<readonly SandboxContact[]>;
  /** Somebody at Nue, with the key: orders for the customer and activates the order. */
  order(customerId: string): Promise<void>;
  close(): Promise<void>;
}

function draftOrder(customerId: string): object {
  const day = new Date().toISOString().slice(0, 10);
  const dates = { subscriptionStartDate: day, subscriptionTerm: 12 };
  const line = { priceBookEntryId: "01uSB000000CLM1YAO", quantity: 1, ...dates };
  return { customer: { id: customerId }, effectiveDate: day, orderProducts: [line] };
}

/** The id of the order that the answer is about. */
async function post(address: string, body: object): Promise<string> {
  const headers = { "nue-api-key": key, "content-type": "application/json" };
  const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
  const { data } = await answer.json();
  if (!answer.ok) throw new Error(`the sandbox answered ${answer.status}`);
  return data.order.id;
}

export async function startService(): Promise<Service> {
  const folder = mkdtempSync(join(tmpdir(), "vestibule-service-"));
  const sandbox = await startSandbox({ database: join(folder, "nue.db"), key });
  const proxy = await startFaultProxy(sandbox.origin);
  const child = spawn(process.execPath, [command, "--state", folder, "--upstream", proxy.origin], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { NUE_API_KEY: key },
  });
  const ended = new Promise<void>((done) => child.once("exit", () => done()));
  const first = await new Promise<string>((done, fail) => {
    createInterface(child.stdout).once("line", done);
    child.once("exit", (code) => fail(new Error(`scripts/start ended with ${code}`)));
  });
  return {
    origin: /http:\/\/[^/]+/.exec(first)?.[0] ?? "",
    proxy,
    customersNamed: async (name) => (await sandbox.customers()).filter((customer) => customer.name === name),
    contactsOf: async (id) => (await sandbox.contacts()).filter(({ customerId }) => customerId === id),
    order: async (customerId) => {
      const draft = await post(`${sandbox.origin}/orders`, draftOrder(customerId));
      await post(`${sandbox.origin}/orders/${draft}`, { options: {} });
    },
    close: async () => {
      child.kill("SIGTERM");
      await ended;
      await proxy.close();
      await sandbox.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
