// The gateway on Cloudflare. There is no service binding to the internet there, so the way to the API is made here; only
// upstream.ts uses it, and only with the address that the configuration names.
import worker, { Control as WorkerdControl, IntentShard as WorkerdIntentShard } from "../src/index.ts";
import type { Environment, Fetcher, ObjectState, WorkerContext } from "../src/platform.ts";

const upstream: Fetcher = { fetch: (address, init) => fetch(address, init) };

function withUpstream(env: Environment): Environment {
  return { ...env, UPSTREAM: upstream };
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
