// Stands between a gateway and its upstream and spoils the traffic as told: what a network does, on purpose.
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";

/** What happens to one exchange. */
export type Fault =
  | "pass"
  /** The connection is closed before anything is forwarded. */
  | "refuse"
  /** Forwarded, carried out, and the answer lost. */
  | "cut"
  /** Forwarded, carried out, and half of the answer delivered. */
  | "half"
  /** Forwarded, carried out, and the answer held until the proxy closes. */
  | "hold"
  /** Forwarded, carried out, and answered in more bytes than anybody should read. */
  | "huge"
  /** Forwarded, carried out, and answered in gzip. */
  | "packed"
  /** The same, with as much inside as of huge. */
  | "bomb"
  /** Forwarded, carried out, and answered late, though in time. */
  | "slow"
  /** Forwarded, and answered with another token in every record: somebody else's. */
  | "foreign"
  /** Forwarded without its filters. */
  | "unfiltered"
  /** 500, not forwarded. */
  | "error"
  /** 500 in place of the answer of what was carried out. */
  | "error_after"
  /** 429 with Retry-After: 1, not forwarded. */
  | "busy"
  /** A redirect to somewhere else, not forwarded. */
  | "redirect"
  /** 200 with a page, not forwarded. */
  | "page"
  /** 201 without a body, not forwarded. */
  | "empty"
  /** 200 that says FAILED, not forwarded. */
  | "failed"
  /** 429 with a Retry-After that is no time, not forwarded. */
  | "soon"
  /** 429 with Retry-After of thirty years, not forwarded. */
  | "never"
  /** 400 as Nue words it, not forwarded. */
  | "refused"
  /** 401 as Nue words it, not forwarded. */
  | "denied";

export interface Exchange {
  readonly method: string;
  readonly url: string;
  readonly key: string | undefined;
  readonly body: string;
}

export interface FaultProxy {
  readonly origin: string;
  /** Everything that arrived, spoilt or not. */
  readonly seen: readonly Exchange[];
  /** The fault of each of the next exchanges, the last one for all that follow; of one method only if named. */
  plan(faults: readonly Fault[], method?: string): void;
  /** Resolves once `count` exchanges have arrived. */
  arrived(count: number): Promise<void>;
  /** Where it forwards to, from now on. */
  upstream: string;
  close(): Promise<void>;
}

/** White space after the answer; with it, it is over the 4 MiB that are read. */
const padding = 5 * 1024 * 1024;
/** Less than the gateways of tests wait. */
const slowMs = 300;

const envelope = '{"status":"FAILED","errorType":"X","errorCode":"X","message":"words of the upstream"}';
const canned: Readonly<Partial<Record<Fault, readonly [number, Record<string, string>, string]>>> = {
  error: [500, { "content-type": "application/json" }, envelope],
  busy: [429, { "content-type": "application/json", "retry-after": "1" }, envelope],
  redirect: [307, { location: "http://127.0.0.1:9/elsewhere" }, ""],
  page: [200, { "content-type": "text/html" }, "<!doctype html><title>Portal</title>"],
  empty: [201, { "content-type": "application/json" }, ""],
  failed: [200, { "content-type": "application/json" }, envelope],
  soon: [429, { "content-type": "application/json", "retry-after": "soon" }, envelope],
  never: [429, { "content-type": "application/json", "retry-after": "1000000000" }, envelope],
  refused: [400, { "content-type": "application/json" }, envelope],
  denied: [401, { "content-type": "application/json" }, envelope],
};

async function textOf(message: IncomingMessage): Promise<string> {
  return (await message.setEncoding("utf8").toArray()).join("");
}

interface Forwarded {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

function forward(upstream: string, { method, url, key, body }: Exchange): Promise<Forwarded> {
  return new Promise((done, fail) => {
    const headers = { "content-type": "application/json", ...(key === undefined ? {} : { "nue-api-key": key }) };
    const outgoing = request(upstream + url, { method, headers, agent: false }, async (answer) => {
      const text = await textOf(answer);
      done({ status: answer.statusCode ?? 0, type: answer.headers["content-type"] ?? "", text });
    });
    outgoing.once("error", fail);
    outgoing.end(body === "" ? undefined : body);
  });
}

async function spoil(fault: Fault, exchange: Exchange, upstream: string, response: ServerResponse): Promise<void> {
  const fixed = canned[fault];
  if (fixed !== undefined) {
    response.writeHead(fixed[0], fixed[1]).end(fixed[2]);
    return;
  }
  if (fault === "refuse") {
    response.destroy();
    return;
  }
  const { status, type, text } = await forward(
    upstream,
    fault === "unfiltered" ? { ...exchange, url: exchange.url.replace(/\?.*/, "") } : exchange,
  );
  if (fault === "hold") return;
  if (fault === "slow") await new Promise((done) => setTimeout(done, slowMs));
  if (fault === "cut") {
    response.destroy();
  } else if (fault === "huge") {
    response.writeHead(status, { "content-type": type }).end(text + " ".repeat(padding));
  } else if (fault === "packed" || fault === "bomb") {
    const bytes = gzipSync(fault === "bomb" ? text + " ".repeat(padding) : text);
    response.writeHead(status, { "content-type": type, "content-encoding": "gzip", "content-length": bytes.length });
    response.end(bytes);
  } else if (fault === "error_after") {
    response.writeHead(500, { "content-type": "application/json" }).end(envelope);
  } else if (fault === "half") {
    response.writeHead(status, { "content-type": type, "content-length": text.length });
    response.write(text.slice(0, text.length / 2), () => response.destroy());
  } else {
    const told = fault === "foreign" ? text.replaceAll(/("signupToken":")[^"]{26}/g, `$1${"Z".repeat(26)}`) : text;
    response.writeHead(status, { "content-type": type }).end(told);
  }
}

export async function startFaultProxy(upstream: string): Promise<FaultProxy> {
  const seen: Exchange[] = [];
  let waiting: { readonly count: number; readonly done: () => void }[] = [];
  let planned: { faults: readonly Fault[]; readonly method: string | undefined } = { faults: [], method: undefined };

  const nextFault = (method: string): Fault => {
    if (planned.method !== undefined && planned.method !== method) return "pass";
    const [fault = "pass", ...later] = planned.faults;
    if (later.length > 0) planned = { ...planned, faults: later };
    return fault;
  };
  const server = createServer(async (incoming, response) => {
    const { method = "", url = "", headers } = incoming;
    const key = headers["nue-api-key"];
    const exchange: Exchange = {
      method,
      url,
      key: typeof key === "string" ? key : undefined,
      body: await textOf(incoming).catch(() => ""),
    };
    seen.push(exchange);
    for (const { count, done } of waiting) if (seen.length >= count) done();
    waiting = waiting.filter(({ count }) => seen.length < count);
    // An upstream that is gone looks to the gateway like one that closes the connection.
    await spoil(nextFault(method), exchange, proxy.upstream, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const proxy: FaultProxy = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    plan: (faults, method) => {
      planned = { faults, method };
    },
    arrived: (count) => {
      if (seen.length >= count) return Promise.resolve();
      return new Promise((done) => waiting.push({ count, done }));
    },
    upstream,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  return proxy;
}
