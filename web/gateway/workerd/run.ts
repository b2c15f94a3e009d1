// Starts the gateway on workerd, from a state folder that holds everything it keeps.
import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { load } from "vestibule";
import { profileIn, readConfig, readSecret } from "../src/config.ts";
import { checkWebhookSecret } from "../src/webhooks/signature.ts";
import { bundleWorker } from "./bundle.ts";
import { type Settings, workerdConfig } from "./config.ts";
import { freePort } from "./free-port.ts";

// The program itself: the command of the same name is a script that starts it, and ends without it.
const { default: workerd }: { readonly default: string } = createRequire(import.meta.url)("workerd");

export interface GatewayOptions {
  /** Absolute; made if it is not there. Nobody else may read it. */
  readonly state: string;
  readonly pages: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Without sites there is one: the address the gateway listens on. */
  readonly config: Settings;
  /** Origins elsewhere whose pages may send, for that one site. */
  readonly origins?: readonly string[];
  readonly key: string;
  readonly formSecret: string;
  /** Without one nobody can operate it. */
  readonly operatorSecret?: string;
  /** "whsec_..."; without one no webhooks are taken. */
  readonly webhookSecret?: string;
  /** Needed where the configuration names a challenge service. */
  readonly challengeSecret?: string;
  readonly certificates?: readonly string[];
  /** Given each line of the log. */
  readonly onLog: (line: string) => void;
}

export interface Gateway {
  readonly origin: string;
  readonly port: number;
  /** Undefined while it runs. */
  readonly ended: Promise<void>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/** True once workerd says on its control descriptor that it listens; false if it ends before. */
function listens(child: ChildProcess): Promise<boolean> {
  return new Promise((done) => {
    child.once("close", () => done(false));
    createInterface(child.stdio[3] as Readable).on("line", (line) => {
      if (JSON.parse(line).event === "listen") done(true);
    });
  });
}

/** Asks for its health once, so that it has asked the API whether it searches for tokens before anybody signs up. */
function firstHealth(port: number, host: string, operatorSecret: string): Promise<void> {
  const headers = { host, authorization: `Bearer ${operatorSecret}` };
  return new Promise((done) => {
    const asked = request({ host: "127.0.0.1", port, path: "/healthz", headers, agent: false }, (answer) => {
      answer.resume().once("close", done);
    });
    asked.once("error", () => done());
    asked.end();
  });
}

async function startOn(port: number, options: GatewayOptions): Promise<Gateway | undefined> {
  const { state, pages, origins = [], key, formSecret, certificates, onLog } = options;
  const { webhookSecret = "", challengeSecret = "" } = options;
  const operatorSecret = options.operatorSecret ?? randomUUID();
  const origin = `http://127.0.0.1:${port}`;
  const config = { sites: [{ name: "main", origin, origins }], ...options.config };
  const { sites, challenge } = readConfig(config);
  if (challenge !== null) readSecret(challengeSecret, "CHALLENGE_SECRET");
  const store = resolve(state, "intents");
  const text = workerdConfig({ port, config, pages, store, ...(certificates === undefined ? {} : { certificates }) });
  writeFileSync(join(state, "gateway.capnp"), text, { mode: 0o600 });
  const child = spawn(workerd, ["serve", "gateway.capnp", "--control-fd=3"], {
    cwd: state,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    // Nothing else of the environment: the gateway needs nothing of it.
    env: {
      NUE_API_KEY: key,
      FORM_SECRET: formSecret,
      OPERATOR_SECRET: operatorSecret,
      WEBHOOK_SECRET: webhookSecret,
      CHALLENGE_SECRET: challengeSecret,
    },
  });
  for (const stream of [child.stdout, child.stderr]) createInterface(stream as Readable).on("line", onLog);
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  if (!(await listens(child))) return undefined;
  await firstHealth(port, new URL(sites[0]?.origin ?? origin).host, operatorSecret);
  const stop = (signal: NodeJS.Signals = "SIGTERM"): Promise<void> => {
    child.kill(signal);
    return ended;
  };
  return { origin, port, ended, stop };
}

export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  readSecret(options.key, "NUE_API_KEY");
  readSecret(options.formSecret, "FORM_SECRET");
  checkWebhookSecret(options.webhookSecret ?? "");
  const profile = profileIn(options.config);
  // Says in a sentence what is wrong with it, where the worker could only not start.
  if (profile !== undefined) await load({ profile });
  mkdirSync(join(options.state, "intents"), { recursive: true, mode: 0o700 });
  await bundleWorker(options.state);
  // A free port can be taken by somebody else before workerd has it.
  for (let left = options.port === 0 ? 3 : 1; left > 0; --left) {
    const gateway = await startOn(options.port === 0 ? await freePort() : options.port, options);
    if (gateway !== undefined) return gateway;
  }
  throw new Error(
    `workerd did not start on ${options.port ? `port ${options.port}, which may be taken` : "any port"} (its words are in the log)`,
  );
}
