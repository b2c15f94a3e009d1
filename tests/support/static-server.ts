// A server of fixed bytes under the strict policy of a sign-up page, on a port the system chooses.

import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

/** Nothing but own scripts, styles and requests; WebAssembly, no eval; no string ever becomes markup or script. */
export const strictPolicy: string =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; " +
  "require-trusted-types-for 'script'; trusted-types 'none'";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".wasm": "application/wasm",
};

/** What each path answers; may be changed while the server runs. Any other path answers 404. */
export type Routes = Map<string, string | Uint8Array>;

export interface ServerOptions {
  /** Its content security policy; default the strict one. */
  readonly policy?: string;
  /** How a path is answered that no bytes describe: a break in the middle, another type. Comes before the routes. */
  readonly answers?: ReadonlyMap<string, (response: ServerResponse) => void>;
}

export interface StaticServer extends AsyncDisposable {
  readonly origin: string;
}

/** Adds every file below a folder, with its path behind `prefix`. */
export function addFolder(routes: Routes, prefix: string, folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    routes.set(prefix + path.slice(folder.length + 1), readFileSync(path));
  }
}

export async function startStaticServer(routes: Routes, options: ServerOptions = {}): Promise<StaticServer> {
  const { policy = strictPolicy, answers } = options;
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://local").pathname;
    const answer = answers?.get(path);
    if (answer !== undefined) return answer(response);
    const body = routes.get(path);
    const type = types[extname(path)] ?? types[".html"];
    response.writeHead(body === undefined ? 404 : 200, {
      "content-type": body === undefined ? "text/plain" : type,
      "content-security-policy": policy,
      "cache-control": "no-store",
    });
    response.end(request.method === "HEAD" ? undefined : (body ?? "not found"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { origin: `http://127.0.0.1:${port}`, [Symbol.asyncDispose]: () => close(server) };
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
