// A page of somebody else that embeds sign-up: bundled from a few lines, served with the strictest policy there is.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { servePages } from "../../../scripts/screenshots.d/server.ts";

const root = join(import.meta.dirname, "../../..");

export interface Embedding {
  readonly origin: string;
  close(): Promise<void>;
}

/** `script` is what the page's author writes, `body` what stands in the page. */
export async function embed(script: string, body: string): Promise<Embedding> {
  const folder = mkdtempSync(join(tmpdir(), "vestibule-embedding-"));
  const site = join(folder, "signup");
  mkdirSync(site);
  await build({
    stdin: { contents: script, resolveDir: root, loader: "ts" },
    bundle: true,
    splitting: true,
    format: "esm",
    outdir: site,
    entryNames: "page",
    logLevel: "warning",
  });
  for (const name of ["core.wasm", "full.wasm", "atlas.bin"]) {
    copyFileSync(join(root, "wasm/package/dist", name), join(site, name));
  }
  const head = '<meta charset="utf-8"><title>Join us</title><script type="module" src="page.js"></script>';
  writeFileSync(
    join(site, "index.html"),
    `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
  );
  const server = await servePages(folder);
  return {
    origin: server.origin,
    close: async () => {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
