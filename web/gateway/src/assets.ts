// The built pages, from the folder that workerd serves to this worker alone.

import type { Environment } from "./platform.ts";
import { refuse } from "./problems.ts";

const types: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  wasm: "application/wasm",
  bin: "application/octet-stream",
};

// One folder and a plain name: no dots but before the ending, so no way to another folder.
const assetPath = /^\/assets\/[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)?\.(js|css|svg|wasm|bin)$/;

/** Where the sign-up page in a language is; English stands at the address itself. */
export function pageAddress(tag: string): string {
  return tag === "en" ? "/signup/" : `/signup/${tag}/`;
}

async function readFile({ PAGES }: Environment, path: string): Promise<Response> {
  const response = await PAGES.fetch(`http://pages${path}`);
  return response.ok ? response : refuse(404, "request.not_found");
}

/** The text of the sign-up page as it was built, in a language that there are words of. */
export async function readPage(env: Environment, tag: string): Promise<string> {
  return (await readFile(env, `${pageAddress(tag)}index.html`)).text();
}

/** A script, a style, a picture, the module or the country facts. */
export async function serveAsset(env: Environment, path: string): Promise<Response> {
  const [, ending = ""] = assetPath.exec(path) ?? refuse(404, "request.not_found");
  const { body, headers } = await readFile(env, path);
  const size = headers.get("content-length");
  return new Response(body, {
    headers: {
      "content-type": types[ending] ?? "application/octet-stream",
      // What has a digest in its name never changes.
      "cache-control": "public, max-age=31536000, immutable",
      ...(size === null ? {} : { "content-length": size }),
    },
  });
}
