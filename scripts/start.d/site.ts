// A whole site as processes of this machine: the gateway, and the stand-in for Nue unless another upstream is named.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ConfigError } from "../../web/gateway/src/config.ts";
import { type Gateway, startGateway } from "../../web/gateway/workerd/run.ts";
import type { ConfigFile } from "./config-file.ts";
import { type SandboxProcess, startSandboxProcess } from "./sandbox.ts";
import { holdFolder, newWebhookSecret, openLog, readSecretFile } from "./state.ts";

/** Why the site cannot be started, in a sentence for whoever started it. */
export class StartError extends Error {
  override readonly name: string = "StartError";
}

export interface RunOptions {
  readonly port: number;
  readonly state: string;
  readonly pages: string;
  readonly root: string;
  readonly config: ConfigFile;
  readonly upstream: string | undefined;
  readonly upstreamCa: string | undefined;
}

export interface Running {
  readonly origin: string;
  /** A sentence that says who creates the customers. */
  readonly upstream: string;
  /** A sentence that says how to operate it. */
  readonly operator: string;
  readonly logs: string;
  /** Resolves when a part has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

interface Upstream {
  readonly origin: string;
  readonly key: string;
  readonly sandbox: SandboxProcess | undefined;
  readonly words: string;
}

function namedUpstream(address: string): Upstream {
  const key = process.env["NUE_API_KEY"];
  if (key === undefined || key === "") {
    throw new StartError("--upstream needs its key in the environment variable NUE_API_KEY");
  }
  if (!URL.canParse(address)) throw new StartError(`--upstream takes an address such as https://api.nue.io`);
  const { origin, host } = new URL(address);
  return { origin, key, sandbox: undefined, words: `Customers are created at ${host}.` };
}

async function ownUpstream({ root }: RunOptions, folder: string): Promise<Upstream> {
  const program = ["release", "sandbox"]
    .map((preset) => join(root, "build", preset, "tests/sandbox/vestibule-sandbox"))
    .find((path) => existsSync(path));
  if (program === undefined) throw new StartError("the sandbox is not built; run scripts/build native");
  const key = readSecretFile(join(folder, "sandbox-key"));
  const log = openLog(join(folder, "logs/sandbox.log"));
  const sandbox = await startSandboxProcess({ program, database: join(folder, "nue.db"), key, log }).catch(() => {
    throw new StartError(`the sandbox did not start; its words are in ${join(folder, "logs/sandbox.log")}`);
  });
  const words = `Customers are created in the sandbox at ${sandbox.origin}, and kept in ${folder}.`;
  return { origin: sandbox.origin, key, sandbox, words };
}

function readCertificates(file: string | undefined): readonly string[] | undefined {
  if (file === undefined) return undefined;
  if (!existsSync(file)) throw new StartError(`there is no file ${file}`);
  return readFileSync(file, "utf8").match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----\n?/g) ?? [];
}

function reasonOf(error: unknown): string {
  return error instanceof ConfigError || error instanceof Error ? error.message : String(error);
}

export async function runSite(options: RunOptions): Promise<Running> {
  const { port, state, pages, config, upstream: address, upstreamCa } = options;
  // Each upstream has sign-ups of its own: their tokens mean nothing elsewhere.
  const name = address === undefined ? "sandbox" : address.replaceAll(/[^A-Za-z0-9.-]+/g, "_");
  const folder = join(state, name);
  const held = await holdFolder(folder);
  if (!held) throw new StartError(`another scripts/start runs on ${folder}; stop it, or name another --state`);
  const certificates = readCertificates(upstreamCa);
  const upstream = address === undefined ? await ownUpstream(options, folder) : namedUpstream(address);

  const secretFile = join(folder, "operator-secret");
  const webhookSecret =
    process.env["WEBHOOK_SECRET"] ?? readSecretFile(join(folder, "webhook-secret"), newWebhookSecret);
  let gateway: Gateway;
  try {
    gateway = await startGateway({
      state: folder,
      pages,
      port,
      config: { ...config, upstream: upstream.origin },
      key: upstream.key,
      formSecret: process.env["FORM_SECRET"] ?? readSecretFile(join(folder, "form-secret")),
      operatorSecret: process.env["OPERATOR_SECRET"] ?? readSecretFile(secretFile),
      webhookSecret,
      challengeSecret: process.env["CHALLENGE_SECRET"] ?? "",
      onLog: openLog(join(folder, "logs/gateway.log")),
      ...(certificates === undefined ? {} : { certificates }),
    });
    await upstream.sandbox?.sendWebhooks(`${gateway.origin}/webhooks/nue`, webhookSecret);
  } catch (error) {
    await upstream.sandbox?.stop();
    throw new StartError(`${reasonOf(error).replace(/\.$/, "")}; see ${join(folder, "logs/gateway.log")}`);
  }
  const parts = [gateway.ended, ...(upstream.sandbox === undefined ? [] : [upstream.sandbox.ended])];
  return {
    origin: config.sites?.[0]?.origin ?? gateway.origin,
    operator: `scripts/operator ${gateway.origin} --secret-file ${secretFile}`,
    upstream: upstream.words,
    logs: join(folder, "logs"),
    ended: Promise.race(parts),
    stop: async () => {
      // The gateway first: what it has sent still finds its upstream.
      await gateway.stop();
      await upstream.sandbox?.stop();
    },
  };
}
