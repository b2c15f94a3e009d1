// One shard of the intent store without workerd: its database in memory, an API and a control object that answer what a test
// says, and a clock that a test may move.

import type { Intents } from "vestibule/gateway";
import type { ClaimAnswer, ShardAsk } from "../../../web/gateway/src/intents/client.ts";
import type { Claim, IntentAnswer } from "../../../web/gateway/src/intents/intent.ts";
import type { Shared } from "../../../web/gateway/src/limits/shared-pressure.ts";
import type { Environment, Fetcher, ObjectNamespace, ObjectState } from "../../../web/gateway/src/platform.ts";
import "./core-hooks.ts";
import { type MemoryStorage, memoryStorage } from "./storage.ts";

const { mintFormToken } = await import("../../../web/gateway/src/form-token.ts");
const { IntentShard } = await import("../../../web/gateway/src/intents/shard.ts");
const core = await import("../../../web/gateway/src/core.ts");

/** The core's rules, as the gateway loads them. */
export const intents: Intents = core.intents;

export interface Asked {
  readonly method: string;
  readonly path: string;
}

export interface LoneShard {
  readonly storage: MemoryStorage;
  /** What the API was asked. */
  readonly asked: readonly Asked[];
  /** What the API answers from now on; "created" with what was sent, each as a new record. */
  answer: "created" | (() => Response);
  claim(name: string, options?: { readonly key?: string; readonly formAge?: number }): Promise<ClaimAnswer>;
  ask<Answer = IntentAnswer>(question: ShardAsk): Promise<Answer>;
  /** The alarm rings, and all that was begun ends. */
  ring(): Promise<void>;
}

const secret = "s";
const upstream = "https://api.example";

function created(body: string): Response {
  const [sent] = JSON.parse(body);
  return Response.json({ status: "SUCCESS", data: [{ ...sent, id: crypto.randomUUID(), accountNumber: "ACC-1" }] });
}

/** `shared`: what the control object says of the API. */
export function loneShard(shared: Shared = { pressure: "", breaker: "closed" }): LoneShard {
  const storage = memoryStorage();
  const asked: Asked[] = [];
  const begun: Promise<unknown>[] = [];
  const object = (fetch: Fetcher["fetch"]): ObjectNamespace => ({
    idFromName: (name) => ({ name }),
    get: () => ({ fetch }),
  });
  const control: Fetcher["fetch"] = async (_, init) => {
    const { question } = JSON.parse(String(init?.body));
    // Later than anything that does not wait for it.
    if (question === "sync") await new Promise((done) => setTimeout(done, 50));
    const answers = { sync: { levels: [], shared, totals: {} }, trial: { ...shared, passes: false }, slot: "proven" };
    return Response.json(answers[question as keyof typeof answers] ?? null);
  };
  const env: Environment = {
    CONFIG: { sites: [{ name: "main", origin: "https://signup.example" }], upstream },
    NUE_API_KEY: "k",
    FORM_SECRET: secret,
    OPERATOR_SECRET: "o",
    WEBHOOK_SECRET: "",
    CHALLENGE_SECRET: "",
    CHALLENGE: { fetch: async () => new Response(null, { status: 404 }) },
    UPSTREAM: {
      fetch: async (address, { method = "GET", body } = {}) => {
        asked.push({ method, path: address.slice(upstream.length) });
        if (lone.answer !== "created") return lone.answer();
        return method === "POST" ? created(String(body)) : Response.json({ status: "SUCCESS", data: [] });
      },
    },
    PAGES: { fetch: async () => new Response(null, { status: 404 }) },
    INTENTS: object((_, init) => shard.fetch(new Request("http://shard/", init))),
    CONTROL: object(control),
  };
  const state: ObjectState = {
    storage,
    blockConcurrencyWhile: (work) => work(),
    waitUntil: (work) => {
      begun.push(work.catch(() => {}));
    },
  };
  const shard = new IntentShard(state, env);

  const lone: LoneShard = {
    storage,
    asked,
    answer: "created",
    ask: async (question) => {
      const request = new Request("http://shard/", { method: "POST", body: JSON.stringify(question) });
      return (await shard.fetch(request)).json();
    },
    claim: async (name, { key = crypto.randomUUID(), formAge = 0 } = {}) => {
      const rules = { secret, site: "main", lifetimeMs: 60_000 };
      const token = core.newToken();
      const claim: Claim = {
        site: "main",
        key,
        rawBodyHash: name,
        fingerprint: name,
        payload: JSON.stringify([{ name, signupToken: token }]),
        contact: null,
        token,
        secretHash: "hash",
        rulesVersion: "",
        // Made for no key: another object has to bind it, while others may come.
        formAge,
        formToken: await mintFormToken(rules, "", Date.now()),
      };
      return lone.ask({ question: "claim", claim });
    },
    ring: async () => {
      await shard.alarm();
      await Promise.all(begun.splice(0));
    },
  };
  return lone;
}
