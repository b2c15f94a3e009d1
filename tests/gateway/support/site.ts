// A whole site for a test: the real sandbox, a proxy that can spoil its answers, and the gateway on a real workerd.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type Gateway, startGateway } from "../../../web/gateway/workerd/run.ts";
import { type Fault, type FaultProxy, startFaultProxy } from "../../support/fault-proxy.ts";
import { type Sandbox, startSandbox } from "../../support/sandbox.ts";

/** Searched for in everything that leaves the gateway. */
export const apiKey = "key-that-must-stay-inside-0123456789";
export const operatorSecret = "operator-secret-that-must-stay-inside";
export const webhookSecret: string = `whsec_${Buffer.from("webhook-secret-of-the-tests").toString("base64")}`;
export const formSecret = "form-secret-that-must-stay-inside";

const pages: string = resolve(import.meta.dirname, "../../../web/pages/dist");

/** The times of the gateway in their order, small enough to be waited for. */
export const quickTimes = {
  formAgeMs: 1,
  upstreamMs: 500,
  gatewayMs: 1100,
  clientMs: 1200,
  leaseMs: 1600,
  absenceMs: 1700,
};
/** Tests send faster than people. */
const noLimits = { perSite: [], global: [], readsPerKey: [] };

export interface Sent {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface SendOptions {
  readonly key?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
}

export interface TestSite extends AsyncDisposable {
  readonly gateway: Gateway;
  /** Where it keeps everything, the sandbox too. */
  readonly folder: string;
  sandbox: Sandbox;
  readonly proxy: FaultProxy;
  /** Every line the gateway and workerd wrote. */
  readonly logs: readonly string[];
  /** The text of everything the gateway answered. */
  readonly answers: readonly string[];
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Sent>;
  send(path: string, options: SendOptions): Promise<Sent>;
  /** A form token, fresh. */
  token(): Promise<string>;
  /** POST /api/signups as the page does it. */
  signUp(
    customer: object,
    options?: SendOptions & { readonly form?: object; readonly contact?: object },
  ): Promise<Sent>;
  /** The same gateway again after SIGKILL, on the same port and the same store. */
  restart(): Promise<void>;
  restartSandbox(): Promise<void>;
}

export interface SiteOptions {
  readonly config?: object;
  readonly origins?: readonly string[];
  /** What happens to what the gateway asks while it starts. */
  readonly start?: readonly Fault[];
  /** Customers that the sandbox has before. */
  readonly customers?: number;
  /** Further arguments of the sandbox. */
  readonly sandboxArguments?: readonly string[];
  /** "" for none. */
  readonly webhookSecret?: string;
  readonly challengeSecret?: string;
}

async function addCustomers({ origin }: Sandbox, count: number): Promise<void> {
  if (count === 0) return;
  const rows = Array.from({ length: count }, (_, index) => ({ name: `Earlier ${index}`, recordType: "Business" }));
  const headers = { "nue-api-key": apiKey, "content-type": "application/json" };
  await fetch(`${origin}/customers`, { method: "POST", headers, body: JSON.stringify(rows) });
}

export async function openSite(options: SiteOptions = {}): Promise<TestSite> {
  const { config = {}, origins = [], start: faults = [], customers = 0, sandboxArguments = [] } = options;
  const folder = mkdtempSync(join(tmpdir(), "vestibule-gateway-"));
  const database = join(folder, "nue.db");
  let sandbox = await startSandbox({ database, key: apiKey, arguments: sandboxArguments });
  await addCustomers(sandbox, customers);
  const proxy = await startFaultProxy(sandbox.origin);
  proxy.plan(faults);
  const logs: string[] = [];
  const answers: string[] = [];
  const start = (port: number): Promise<Gateway> =>
    startGateway({
      state: folder,
      pages,
      port,
      config: { upstream: proxy.origin, times: quickTimes, limits: noLimits, ...config },
      origins,
      key: apiKey,
      formSecret,
      operatorSecret,
      webhookSecret: options.webhookSecret ?? webhookSecret,
      ...(options.challengeSecret === undefined ? {} : { challengeSecret: options.challengeSecret }),
      onLog: (line) => logs.push(line),
    });
  let gateway = await start(0).catch(async (error) => {
    // What has begun would keep the test from ending.
    await proxy.close();
    await sandbox.stop();
    throw error;
  });

  const site: TestSite = {
    folder,
    get gateway() {
      return gateway;
    },
    get sandbox() {
      return sandbox;
    },
    proxy,
    logs,
    answers,
    get: (path, headers = {}) => site.send(path, { method: "GET", headers }),
    send: async (path, { method = "POST", headers = {}, body }) => {
      const response = await fetch(gateway.origin + path, {
        method,
        headers,
        redirect: "manual",
        ...(body === undefined ? {} : { body }),
      });
      const text = await response.text();
      answers.push(`${[...response.headers].join("\n")}\n${text}`);
      return { status: response.status, headers: response.headers, text };
    },
    token: async () => JSON.parse((await site.get("/api/form-token")).text).token,
    signUp: async (customer, { key = crypto.randomUUID(), headers = {}, body, form = {}, contact } = {}) => {
      const token = await site.token();
      return site.send("/api/signups", {
        headers: {
          origin: gateway.origin,
          "content-type": "application/json",
          "idempotency-key": key,
          ...headers,
        },
        body: body ?? JSON.stringify({ v: 1, customer, contact, form: { token, secret: "browser-secret", ...form } }),
      });
    },
    restart: async () => {
      const { port } = gateway;
      await gateway.stop("SIGKILL");
      gateway = await start(port);
    },
    restartSandbox: async () => {
      await sandbox.stop("SIGKILL");
      sandbox = await startSandbox({ database, key: apiKey, arguments: sandboxArguments });
      proxy.upstream = sandbox.origin;
    },
    [Symbol.asyncDispose]: async () => {
      await gateway.stop("SIGKILL");
      await proxy.close();
      await sandbox.stop();
      rmSync(folder, { recursive: true });
    },
  };
  return site;
}

/** Sends again until the answer is no longer "not yet"; the gateway says how long to wait, tests only ask often. */
export async function untilSettled(ask: () => Promise<Sent>): Promise<Sent> {
  for (;;) {
    const answer = await ask();
    if (![202, 409, 503].includes(answer.status)) return answer;
    await new Promise((done) => setTimeout(done, 50));
  }
}
