// A module that a browser fetches by its digest, and heals from the copy inside the package.
import { decodeBase64 } from "./base64.ts";
import { compilePublished } from "./compile.ts";
import type { LoadOptions, LoadReport } from "./types.ts";

export interface FetchedModule {
  /** Throws where a script has no address: in a bundle of another format, or one that runs from a blob. */
  readonly address: () => URL;
  /** As an integrity attribute writes it. */
  readonly integrity: string;
  readonly copy: () => Promise<{ readonly base64: string }>;
}

/** A refused digest and an unreachable file fail alike; whether the address answers tells them apart. */
async function failureCode(address: FetchedModule["address"]): Promise<LoadReport["code"]> {
  try {
    const { ok } = await fetch(address(), { method: "HEAD" });
    return ok ? "core.integrity" : "core.unreachable";
  } catch {
    return "core.unreachable";
  }
}

async function report(address: FetchedModule["address"], { onReport }: LoadOptions): Promise<void> {
  if (onReport !== undefined) onReport({ code: await failureCode(address) });
}

async function bytesOf({ address, integrity, copy }: FetchedModule, options: LoadOptions): Promise<ArrayBuffer> {
  try {
    const response = await fetch(address(), { integrity });
    return await response.arrayBuffer();
  } catch {
    // The answer is not waited for: whoever types needs the core, not the reason.
    void report(address, options);
    return decodeBase64((await copy()).base64).buffer;
  }
}

export async function compileFetched(own: FetchedModule, options: LoadOptions): Promise<WebAssembly.Module> {
  return compilePublished(await bytesOf(own, options));
}
