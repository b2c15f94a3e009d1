// Serves the built pages on loopback: a fixed list of files, so no address can reach another one.
import { readdirSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, sep } from "node:path";
import { pageHeaders } from "../../web/pages/headers.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

interface Served {
  readonly type: string;
  readonly cacheControl: string;
  readonly bytes: Buffer;
}

function readFiles(folder: string): ReadonlyMap<string, Served> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = paths.flatMap((path): readonly (readonly [string, Served])[] => {
    const type = types[extname(path)];
    if (type === undefined) return [];
    const place = path.split(sep).join("/");
    // What has a digest in its name never changes; a page names the newest ones.
    const cacheControl = place.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache";
    const served = { type, cacheControl, bytes: readFileSync(join(folder, path)) };
    return [[`/${place.replace(/(^|\/)index\.html$/, "$1")}`, served]];
  });
  return new Map(files);
}

function answerText(response: ServerResponse, status: number, text: string, more: Record<string, string> = {}): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store", ...more });
  response.end(text);
}

function answer(files: ReadonlyMap<string, Served>, request: IncomingMessage, response: ServerResponse): void {
  for (const [name, value] of Object.entries(pageHeaders({ https: false }))) response.setHeader(name, value);
  request.resume();
  const [path = "/"] = (request.url ?? "/").split("?", 1);
  if (path === "/csp-report" && request.method === "POST") {
    response.writeHead(204).end();
    return;
  }
  if (path === "/api/signups") {
    return answerText(
      response,
      501,
      "This server shows the page and takes no records. Go back: nothing typed is lost.\n",
    );
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    return answerText(response, 405, "Only GET and HEAD.\n", { allow: "GET, HEAD" });
  }
  if (path === "/") return answerText(response, 302, "", { location: "/signup/" });
  const file = files.get(path);
  if (file === undefined) return answerText(response, 404, "There is nothing here.\n");
  response.writeHead(200, {
    "content-type": file.type,
    "content-length": file.bytes.length,
    "cache-control": file.cacheControl,
  });
  response.end(request.method === "HEAD" ? undefined : file.bytes);
}

export interface PageServer {
  /** Without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves `folder` on 127.0.0.1; port 0 takes a free one. */
export async function servePages(folder: string, port: number): Promise<PageServer> {
  const files = readFiles(folder);
  const server = createServer((request, response) => answer(files, request, response));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
