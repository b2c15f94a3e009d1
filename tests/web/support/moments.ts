// Where a sign-up is when it is interrupted, and how it is held there.
import type { BrowserContext, Route } from "playwright-core";
import type { FaultProxy } from "../../support/fault-proxy.ts";

export type Moment =
  /** Nothing was sent: the form token is still asked for. */
  | "before"
  /** It left the page and never arrived. */
  | "underway"
  /** The gateway has it and waits for the API, which has carried it out and does not answer. */
  | "inside"
  /** It was carried out, and the page has not heard of it. */
  | "carried out"
  /** It was carried out, the page was told that it is in progress, and asks what became of it. */
  | "asking";

export const moments: readonly Moment[] = ["before", "underway", "inside", "carried out", "asking"];

/** A request that is held at the moment. */
export interface HeldRequest {
  /** As when the connection breaks; of a request that the gateway has this does nothing. */
  drop(): Promise<void>;
}

type Held = (held: HeldRequest) => void;

function hold(context: BrowserContext, pattern: string, work: (route: Route) => Promise<void>): Promise<HeldRequest> {
  return new Promise((done, fail) => {
    const handler = async (route: Route): Promise<void> => {
      await work(route);
      (done as Held)({ drop: () => route.abort("connectionreset").catch(() => {}) });
    };
    context.route(pattern, handler, { times: 1 }).catch(fail);
  });
}

/** The next sign-up of the context is carried out, and answered as one that still is. */
async function answerInProgress(context: BrowserContext): Promise<void> {
  const headers = { "content-type": "application/problem+json", "retry-after": "1" };
  const code = "request.in_progress";
  const body = JSON.stringify({ type: `urn:vestibule:problem:${code}`, status: 409, code });
  const answer = async (route: Route): Promise<void> => {
    await route.fetch();
    await route.fulfill({ status: 409, headers, body });
  };
  await context.route("**/api/signups", answer, { times: 1 });
}

async function holdInside(proxy: FaultProxy): Promise<HeldRequest> {
  const posts = () => proxy.seen.filter(({ method }) => method === "POST").length;
  const before = posts();
  proxy.plan(["hold", "pass"], "POST");
  while (posts() === before) await proxy.arrived(proxy.seen.length + 1);
  return { drop: async () => {} };
}

/** Holds the next sign-up of the context at `moment`; what comes after it passes. Resolves once it is there. */
export async function holdAt(
  { context, proxy }: { readonly context: BrowserContext; readonly proxy: FaultProxy },
  moment: Moment,
): Promise<HeldRequest> {
  switch (moment) {
    case "before":
      return hold(context, "**/api/form-token", async () => {});
    case "underway":
      return hold(context, "**/api/signups", async () => {});
    case "inside":
      return holdInside(proxy);
    case "carried out":
      return hold(context, "**/api/signups", async (route) => void (await route.fetch()));
    case "asking":
      await answerInProgress(context);
      return hold(context, "**/api/signups/*", async () => {});
  }
}
