// The gateway: between the sign-up page and Nue's API. One handler, Request in, Response out.
import { checkAddress, checkHeaders, checkOrigin, partnerOf, siteOf } from "./checks.ts";
import { type Config, ConfigError, readConfig, readSecret, type Site } from "./config.ts";
import type { Context } from "./context.ts";
import { syncSometimes } from "./control/instance.ts";
import { preflightResponse, readableBy } from "./cors.ts";
import { securityHeaders } from "./headers.ts";
import { refusalPage } from "./html/answer-form.ts";
import { log } from "./log.ts";
import type { Environment, WorkerContext } from "./platform.ts";
import { type Problem, problemResponse, Refusal, refuse } from "./problems.ts";
import { findRoute, isForPrograms, type Match } from "./router.ts";
import { readHealth } from "./routes/health.ts";
import { readMetrics } from "./routes/metrics.ts";
import { checkWebhookSecret } from "./webhooks/signature.ts";

export { Control } from "./control/control.ts";
export { IntentShard } from "./intents/shard.ts";

interface Settings {
  readonly config: Config;
  readonly formSecret: string;
}

let settings: Settings | undefined;

function readSettings(env: Environment): Settings {
  readSecret(env.NUE_API_KEY, "NUE_API_KEY");
  checkWebhookSecret(env.WEBHOOK_SECRET ?? "");
  settings ??= { config: readConfig(env.CONFIG), formSecret: readSecret(env.FORM_SECRET, "FORM_SECRET") };
  if (settings.config.challenge !== null) readSecret(env.CHALLENGE_SECRET, "CHALLENGE_SECRET");
  return settings;
}

function problemOf(error: unknown): Problem {
  if (error instanceof Refusal) return error.problem;
  if (error instanceof ConfigError) {
    log({ event: "configuration", why: error.message });
    return { status: 500, code: "gateway.configuration" };
  }
  log({ event: "failure", why: error instanceof Error ? error.name : "Not an error." });
  return { status: 500, code: "gateway.failed", retryAfter: 1 };
}

async function problemsAsAnswer(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    return problemResponse(problemOf(error));
  }
}

async function serve(request: Request, match: Match | undefined, context: Context): Promise<Response> {
  const { method } = request;
  const { pathname } = context.url;
  checkHeaders(request.headers);
  checkAddress(context.url, isForPrograms(pathname) && match?.route.takesQuery === undefined);
  const methods = match?.route.methods ?? refuse(404, "request.not_found");
  const handler = Object.hasOwn(methods, method) ? methods[method] : undefined;
  if (handler !== undefined) return handler(request, context);
  const allow = Object.keys(methods).join(", ");
  if (method === "OPTIONS" && request.headers.has("access-control-request-method")) {
    checkOrigin(context.site, request, false);
    if (partnerOf(context.site, request) !== null) return preflightResponse(allow);
  }
  throw new Refusal({ status: 405, code: "request.method", allow });
}

/** A person sees a page where a program gets a problem document. */
function isForPerson({ method, headers }: Request, { pathname }: URL): boolean {
  if (!isForPrograms(pathname)) return method === "GET";
  return (headers.get("content-type") ?? "").toLowerCase().startsWith("application/x-www-form-urlencoded");
}

interface Answered {
  readonly response: Response;
  readonly site: Site | undefined;
  readonly noted: Context["noted"];
}

interface Asked {
  readonly request: Request;
  readonly env: Environment;
  readonly worker: WorkerContext;
  readonly url: URL;
  readonly match: Match | undefined;
}

async function answer({ request, env, worker, url, match }: Asked): Promise<Answered> {
  const noted: Context["noted"] = {};
  let site: Site | undefined;
  try {
    const { config, formSecret } = readSettings(env);
    site = siteOf(config, url);
    const context: Context = { env, worker, config, formSecret, site, url, key: match?.key ?? "", noted };
    try {
      return { response: await serve(request, match, context), site, noted };
    } catch (error) {
      if (!isForPerson(request, url)) throw error;
      return { response: await refusalPage(problemOf(error), request, context), site, noted };
    }
  } catch (error) {
    return { response: problemResponse(problemOf(error)), site, noted };
  }
}

/** The headers of every answer, whatever made it. */
function setHeaders({ headers }: Response, isApi: boolean, site: Site | undefined, partner: string | null): void {
  const isPage = !isApi || (headers.get("content-type") ?? "").startsWith("text/html");
  const all = {
    ...securityHeaders(site, isPage),
    // Answers of the API depend on who asks: from which page, and with which secret.
    ...(isApi ? { "cache-control": "no-store", vary: "Origin" } : {}),
    ...(partner === null ? {} : readableBy(partner)),
  };
  for (const [name, value] of Object.entries(all)) headers.set(name, value);
}

async function handle(request: Request, env: Environment, worker: WorkerContext): Promise<Response> {
  const started = Date.now();
  const url = new URL(request.url);
  const match = findRoute(url.pathname);
  const { response, site, noted } = await answer({ request, env, worker, url, match });
  const isApi = isForPrograms(url.pathname);
  const takesPartners = url.pathname.startsWith("/api/");
  setHeaders(response, isApi, site, takesPartners && site !== undefined ? partnerOf(site, request) : null);
  const { method } = request;
  const { status } = response;
  log({ event: "request", method, route: match?.route.template ?? "-", status, ms: Date.now() - started, ...noted });
  syncSometimes(env, worker);
  return method === "HEAD" ? new Response(null, response) : response;
}

async function serveOperator({ url, method }: Request, env: Environment): Promise<Response> {
  const { pathname, hostname } = new URL(url);
  // A page that made its own name point here has another host in the address.
  const isLocal = ["127.0.0.1", "localhost", "[::1]"].includes(hostname);
  const read = { "/healthz": readHealth, "/metrics": readMetrics }[pathname];
  const response = await problemsAsAnswer(() => {
    readSettings(env);
    if (!isLocal) refuse(421, "request.host");
    if (read === undefined) refuse(404, "request.not_found");
    if (method !== "GET") throw new Refusal({ status: 405, code: "request.method", allow: "GET" });
    return read({ env });
  });
  setHeaders(response, true, undefined, null);
  return response;
}

interface Worker {
  fetch(request: Request, env: Environment, worker: WorkerContext): Promise<Response>;
}

const worker: Worker = { fetch: handle };

/** What the operator's port serves, which is on loopback alone: health and metrics, without a secret. */
export const operator: Worker = { fetch: serveOperator };

export default worker;
