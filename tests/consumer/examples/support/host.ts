// Somebody's site: their built pages, and the gateway behind the same address with the real sandbox as its upstream.
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { pageHeaders } from "../../../../web/gateway/src/page-headers.ts";
import { startGateway } from "../../../../web/gateway/workerd/run.ts";
import { type SandboxCustomer, startSandbox } from "../../../support/sandbox.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

const key = "key-of-the-examples-0123456789";

export interface Host extends AsyncDisposable {
  readonly origin: string;
  readonly nue: { readonly url: string; readonly key: string };
  customersNamed(name: string): Promise<readonly SandboxCustomer[]>;
}

export interface HostOptions {
  /** Others whose pages may send. */
  readonly origins?: readonly string[];
  /** The policy of Trusted Types that a framework makes for itself; default none. */
  readonly trustedTypes?: string;
}

function headersWith(trustedTypes: string): Readonly<Record<string, string>> {
  const headers = pageHeaders({ https: false });
  const policy = headers["content-security-policy"] ?? "";
  return {
    ...headers,
    "content-security-policy": policy.replace("trusted-types 'none'", `trusted-types ${trustedTypes}`),
  };
}

function serveFile(folder: string, path: string, trustedTypes: string, response: ServerResponse): void {
  const file = join(folder, normalize(path.endsWith("/") ? `${path}index.html` : path));
  const isFile = statSync(file, { throwIfNoEntry: false })?.isFile() === true;
  const type = isFile ? (types[extname(file)] ?? "application/octet-stream") : "text/plain";
  response.writeHead(isFile ? 200 : 404, { ...headersWith(trustedTypes), "content-type": type });
  response.end(isFile ? readFileSync(file) : "not found");
}

/** As a reverse proxy that the gateway stands behind: the request as it came, Host and Origin too. */
function passOn(port: number, incoming: IncomingMessage, response: ServerResponse): void {
  const { method, url: path, headers } = incoming;
  const outgoing = request({ host: "127.0.0.1", port, method, path, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  outgoing.once("error", () => response.destroy());
  incoming.pipe(outgoing);
}

/** Serves what is in `pages` with the headers of a sign-up page. */
export async function startHost(pages: string, options: HostOptions = {}): Promise<Host> {
  const { origins = [], trustedTypes = "'none'" } = options;
  const folder = mkdtempSync(join(tmpdir(), "vestibule-host-"));
  const sandbox = await startSandbox({ database: join(folder, "nue.db"), key });
  let gatewayPort = 0;
  const server = createServer((incoming, response) => {
    const { pathname } = new URL(incoming.url ?? "/", "http://host");
    if (pathname.startsWith("/api/")) passOn(gatewayPort, incoming, response);
    else serveFile(pages, pathname, trustedTypes, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = async (): Promise<void> => {
    server.close();
    server.closeAllConnections();
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const gateway = await startGateway({
      state: folder,
      pages,
      port: 0,
      config: { upstream: sandbox.origin, sites: [{ name: "main", origin, origins }] },
      key,
      formSecret: "form-secret-of-the-examples-0123456789",
      onLog: () => {},
    });
    gatewayPort = gateway.port;
    return {
      origin,
      nue: { url: sandbox.origin, key },
      customersNamed: async (name) => (await sandbox.customers()).filter((customer) => customer.name === name),
      [Symbol.asyncDispose]: async () => {
        await gateway.stop();
        await close();
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}
