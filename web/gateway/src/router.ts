// Which addresses there are, and which methods each takes.
import type { Handler } from "./context.ts";
import { type Lane, withinCapacity } from "./limits/in-work.ts";
import { changeSignup } from "./routes/change-signup.ts";
import { formToken } from "./routes/form-token.ts";
import { health } from "./routes/health.ts";
import { metrics } from "./routes/metrics.ts";
import { operatorAudit, operatorFlight, operatorIntents, operatorRelink, operatorSettle } from "./routes/operator.ts";
import { asset, policyReport, signupPage, toSignupPage } from "./routes/pages.ts";
import { readSignup } from "./routes/signup.ts";
import { readStatus } from "./routes/signup-status.ts";
import { createSignup } from "./routes/signups.ts";
import { receiveWebhook } from "./routes/webhooks.ts";

/** A body of a webhook may have 256 KiB, and is read before it is known to be genuine; of a report nothing is used. */
const mostOthers = 16;

/** So many senders for each request that is worked on may be sending at the same time. */
const sendersForEach = 16;

/** For handlers that read a body and ask others. Those of the public take another place once they have read theirs. */
function bounded(handler: Handler, lane: Lane = "open"): Handler {
  return (request, context) => {
    const most = lane === "open" ? sendersForEach * context.config.limits.inWork : mostOthers;
    const answer = withinCapacity(lane, most, () => handler(request, context));
    // What has begun is counted until it has ended, also when its sender has gone.
    context.worker.waitUntil(answer.catch(() => {}));
    return answer;
  };
}

export interface Route {
  /** For the log. */
  readonly template: string;
  readonly path: RegExp;
  readonly methods: Readonly<Record<string, Handler>>;
  /** Addresses that the public uses take no query: personal data have no way into one. */
  readonly takesQuery?: true;
}

const routes: readonly Route[] = [
  { template: "/api/signups", path: /^\/api\/signups$/, methods: { POST: bounded(createSignup) } },
  {
    template: "/api/signups/{key}",
    path: /^\/api\/signups\/([^/]+)$/,
    methods: { GET: readSignup, PATCH: bounded(changeSignup) },
  },
  {
    template: "/api/signups/{key}/status",
    path: /^\/api\/signups\/([^/]+)\/status$/,
    methods: { GET: readStatus },
  },
  { template: "/api/form-token", path: /^\/api\/form-token$/, methods: { GET: formToken } },
  { template: "/healthz", path: /^\/healthz$/, methods: { GET: health } },
  { template: "/metrics", path: /^\/metrics$/, methods: { GET: metrics } },
  {
    template: "/operator/intents",
    path: /^\/operator\/intents$/,
    methods: { GET: operatorIntents },
    takesQuery: true,
  },
  {
    template: "/operator/intents/{hash}/relink",
    path: /^\/operator\/intents\/([0-9a-f]{64})\/relink$/,
    methods: { POST: operatorRelink },
  },
  {
    template: "/operator/intents/{hash}/settle",
    path: /^\/operator\/intents\/([0-9a-f]{64})\/settle$/,
    methods: { POST: operatorSettle },
  },
  {
    template: "/operator/intents/{hash}/record",
    path: /^\/operator\/intents\/([0-9a-f]{64})\/record$/,
    methods: { GET: operatorFlight },
  },
  { template: "/webhooks/nue", path: /^\/webhooks\/nue$/, methods: { POST: bounded(receiveWebhook, "webhooks") } },
  { template: "/operator/audit", path: /^\/operator\/audit$/, methods: { GET: operatorAudit } },
  { template: "/csp-report", path: /^\/csp-report$/, methods: { POST: bounded(policyReport, "reports") } },
  { template: "/", path: /^\/$/, methods: { GET: toSignupPage, HEAD: toSignupPage } },
  { template: "/signup/", path: /^\/signup\/$/, methods: { GET: signupPage, HEAD: signupPage } },
  {
    template: "/signup/{language}/",
    path: /^\/signup\/([A-Za-z]{2,3}(?:-[A-Za-z]{2,4})?)\/$/,
    methods: { GET: signupPage, HEAD: signupPage },
  },
  { template: "/assets/", path: /^\/assets\//, methods: { GET: asset, HEAD: asset } },
];

/** What programs ask is answered without documents, and kept nowhere. */
export function isForPrograms(path: string): boolean {
  return /^\/(?:(?:api|operator|webhooks)\/|(?:healthz|metrics)$)/.test(path);
}

export interface Match {
  readonly route: Route;
  readonly key: string;
}

export function findRoute(path: string): Match | undefined {
  for (const route of routes) {
    const found = route.path.exec(path);
    if (found !== null) return { route, key: found[1] ?? "" };
  }
  return undefined;
}
