// The built pages without a gateway, on loopback, with their headers: for pictures and tests that play its part.
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, sep } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { pageHeaders } from "../../web/gateway/src/page-headers.ts";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".bin": "application/octet-stream",
};

/** Little larger than the best, and there in a second. */
const quality = { [constants.BROTLI_PARAM_QUALITY]: 9 };

interface Served {
  readonly type: string;
  readonly bytes: Buffer;
}

export interface ServeOptions {
  /** As an edge serves them: by brotli, and assets, whose names are digests, to be kept. */
  readonly compressed?: boolean;
}

function readFiles(folder: string, compressed: boolean): ReadonlyMap<string, Served> {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const files = paths.flatMap((path): readonly (readonly [string, Served])[] => {
    const type = types[extname(path)];
    if (type === undefined) return [];
    const content = readFileSync(join(folder, path));
    const address = `/${path.split(sep).join("/")}`.replace(/\/index\.html$/, "/");
    return [[address, { type, bytes: compressed ? brotliCompressSync(content, { params: quality }) : content }]];
  });
  return new Map(files);
}

export interface PageServer {
  /** Without a slash at the end. */
  readonly origin: string;
  close(): Promise<void>;
}

/** Serves what is in `folder` now, on a port the system chooses. */
export async function servePages(folder: string, { compressed = false }: ServeOptions = {}): Promise<PageServer> {
  const files = readFiles(folder, compressed);
  const more = { "content-encoding": "br", vary: "accept-encoding" };
  const server = createServer((request, response) => {
    const file = files.get(request.url ?? "/");
    response.writeHead(file === undefined ? 404 : 200, {
      ...pageHeaders({ https: false }),
      "content-type": file?.type ?? "text/plain",
      ...(compressed && file !== undefined ? more : {}),
      ...(compressed && request.url?.includes("/assets/") === true
        ? { "cache-control": "max-age=31536000, immutable" }
        : {}),
    });
    response.end(file?.bytes);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
