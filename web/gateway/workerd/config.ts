// The text of workerd's configuration: one worker, its store on the disk, the pages, and the ways out: to the upstream, and
// to a challenge service where there is one.
// Secrets are not in it: workerd takes them from its environment.

/** What src/config.ts reads and checks. */
export interface Settings {
  readonly upstream: string;
  readonly [name: string]: unknown;
}

export interface WorkerdOptions {
  /** On loopback; whoever wants more puts a proxy with TLS in front. */
  readonly port: number;
  readonly config: Settings;
  /** Absolute; the folder of the built pages. */
  readonly pages: string;
  /** Absolute; where the intents lie. It has to be there. */
  readonly store: string;
  /** PEM; certificates to trust for the upstream instead of those a browser trusts. */
  readonly certificates?: readonly string[];
}

/** A text as Cap'n Proto writes it; JSON's notation of ASCII is a part of its own. */
function quote(text: string): string {
  return JSON.stringify(text);
}

function externalService(origin: string, certificates: readonly string[] | undefined): string {
  const { protocol, hostname, port } = new URL(origin);
  if (protocol === "http:") return `(address = ${quote(`${hostname}:${port || "80"}`)}, http = ())`;
  const trust =
    certificates === undefined
      ? "trustBrowserCas = true"
      : `trustedCertificates = [${certificates.map(quote).join(", ")}]`;
  const host = quote(hostname);
  const tls = `options = (), tlsOptions = (${trust}), certificateHost = ${host}`;
  return `(address = ${quote(`${hostname}:${port || "443"}`)}, https = (${tls}))`;
}

/** Of the challenge service; null without one. */
function challengeAddress({ challenge }: Settings): string | null {
  const { verify } = (challenge ?? {}) as { readonly verify?: unknown };
  return typeof verify === "string" ? verify : null;
}

function challengeService(address: string | null): string {
  return address === null ? "" : `    (name = "challenge", external = ${externalService(address, undefined)}),\n`;
}

function operatorSocket({ operatorPort }: Settings): string {
  if (typeof operatorPort !== "number") return "";
  const service = '(name = "gateway", entrypoint = "operator")';
  return `    (name = "operator", address = "127.0.0.1:${operatorPort}", http = (), service = ${service}),\n`;
}

/** For a file beside worker.js and full.wasm. */
export function workerdConfig(options: WorkerdOptions): string {
  const { port, config, pages, store, certificates } = options;
  const challenge = challengeAddress(config);
  return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  # What V8 throws away holds memory outside of its heap, which it does not see: looking often for what is young keeps that
  # small, and costs nothing that can be measured.
  v8Flags = ["--max-semi-space-size=8"],
  services = [
    (name = "gateway", worker = .gateway),
    (name = "upstream", external = ${externalService(config.upstream, certificates)}),
${challengeService(challenge)}    (name = "pages", disk = (path = ${quote(pages)})),
    (name = "store", disk = (path = ${quote(store)}, writable = true)),
    # What the worker would fetch without naming a service: nothing can be reached.
    (name = "internet", network = (allow = [])),
  ],
  sockets = [
    (name = "http", address = "127.0.0.1:${port}", http = (), service = "gateway"),
${operatorSocket(config)}  ],
);

const gateway :Workerd.Worker = (
  modules = [
    (name = "worker.js", esModule = embed "worker.js"),
    (name = "full.wasm", wasm = embed "full.wasm"),
  ],
  compatibilityDate = "2026-11-01",
  bindings = [
    (name = "CONFIG", json = ${quote(JSON.stringify(config))}),
    (name = "NUE_API_KEY", fromEnvironment = "NUE_API_KEY"),
    (name = "FORM_SECRET", fromEnvironment = "FORM_SECRET"),
    (name = "OPERATOR_SECRET", fromEnvironment = "OPERATOR_SECRET"),
    (name = "WEBHOOK_SECRET", fromEnvironment = "WEBHOOK_SECRET"),
    (name = "CHALLENGE_SECRET", fromEnvironment = "CHALLENGE_SECRET"),
    (name = "UPSTREAM", service = "upstream"),
    (name = "CHALLENGE", service = "${challenge === null ? "internet" : "challenge"}"),
    (name = "PAGES", service = "pages"),
    (name = "INTENTS", durableObjectNamespace = "IntentShard"),
    (name = "CONTROL", durableObjectNamespace = "Control"),
  ],
  durableObjectNamespaces = [
    (className = "IntentShard", uniqueKey = "vestibule-intents-v1", enableSql = true),
    # It knows in memory what the API asked for, and what was counted: ten quiet seconds are not to end that.
    (className = "Control", uniqueKey = "vestibule-control-v1", enableSql = true, preventEviction = true),
  ],
  durableObjectStorage = (localDisk = "store"),
);
`;
}
