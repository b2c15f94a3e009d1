// What a route is given beside its request.
import type { Config, Site } from "./config.ts";
import type { Environment, WorkerContext } from "./platform.ts";

export interface Context {
  readonly env: Environment;
  readonly worker: WorkerContext;
  readonly config: Config;
  readonly formSecret: string;
  readonly site: Site;
  readonly url: URL;
  /** What stood in the address where the route's template has {key}. */
  readonly key: string;
  /** For the log: facts that only the route knows. */
  readonly noted: { bytesIn?: number; key?: string };
}

export type Handler = (request: Request, context: Context) => Promise<Response>;
