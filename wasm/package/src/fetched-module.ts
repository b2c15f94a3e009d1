// A module that a browser fetches by its digest, and heals from the copy inside the package.
import { decodeBase64 } from "./base64.ts";
import type { LoadOptions, LoadReport } from "./types.ts";

export interface FetchedModule {
  readonly address: URL;
  /** As an integrity attribute writes it. */
  readonly integrity: string;
  readonly copy: () => Promise<{ readonly base64: string }>;
}

/** A refused digest and an unreachable file fail alike; whether the address answers tells them apart. */
async function failureCode(address: URL): Promise<LoadReport["code"]> {
  try {
    const { ok } = await fetch(address, { method: "HEAD" });
    return ok ? "core.integrity" : "core.unreachable";
  } catch {
    return "core.unreachable";
  }
}

async function report(address: URL, { onReport }: LoadOptions): Promise<void> {
  if (onReport !== undefined) onReport({ code: await failureCode(address) });
}

export async function compileFetched(
  { address, integrity, copy }: FetchedModule,
  options: LoadOptions,
): Promise<WebAssembly.Module> {
  let bytes: ArrayBuffer;
  try {
    const response = await fetch(address, { integrity });
    bytes = await response.arrayBuffer();
  } catch {
    // The answer is not waited for: whoever types needs the core, not the reason.
    void report(address, options);
    return WebAssembly.compile(decodeBase64((await copy()).base64));
  }
  return WebAssembly.compile(bytes);
}
