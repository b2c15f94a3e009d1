// The gateway on Cloudflare. There is no service binding to the internet there, so the ways to the API and to a
// challenge service are made here; only upstream.ts and limits/challenge.ts use them, and only with the addresses that the
// configuration names.
import worker, { Control as WorkerdControl, IntentShard as WorkerdIntentShard } from "../src/index.ts";
import type { Environment, Fetcher, ObjectState, WorkerContext } from "../src/platform.ts";

const outside: Fetcher = { fetch: (address, init) => fetch(address, init) };

function withUpstream(env: Environment): Environment {
  return { ...env, UPSTREAM: outside, CHALLENGE: outside };
}

export class IntentShard extends WorkerdIntentShard {
  constructor(state: ObjectState, env: Environment) {
    super(state, withUpstream(env));
  }
}

export class Control extends WorkerdControl {
  constructor(state: ObjectState, env: Environment) {
    super(state, withUpstream(env));
  }
}

const cloudflareWorker: typeof worker = {
  fetch: (request: Request, env: Environment, context: WorkerContext) =>
    worker.fetch(request, withUpstream(env), context),
};

export default cloudflareWorker;
