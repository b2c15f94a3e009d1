// A module that a browser fetches by its digest, and heals from the copy inside the package.
import { decodeBase64 } from "./base64.ts";
import { compilePublished } from "./compile.ts";
import { VestibuleLoadError } from "./errors.ts";
import type { LoadOptions, LoadReport } from "./types.ts";

export interface FetchedModule {
  /** Throws where a script has no address: in a bundle of another format, or one that runs from a blob. */
  readonly address: () => URL;
  /** As an integrity attribute writes it. */
  readonly integrity: string;
  readonly copy: () => Promise<{ readonly base64: string }>;
}

/** The file is waited for alone so long; then the copy is fetched as well, and whichever is there first is taken. */
const patienceMs = 8_000;

/** How long after that whoever waits is told that there is no core. */
const mostMs = 60_000;

/** Resolves after a while; never once `ended` is aborted. */
function wait(ms: number, ended: AbortSignal): Promise<undefined> {
  return new Promise((done) => {
    const timer = setTimeout(done, ms);
    ended.addEventListener("abort", () => clearTimeout(timer));
  });
}

/** A refused digest and an unreachable file fail alike; whether the address answers tells them apart. */
async function failureCode(address: FetchedModule["address"]): Promise<LoadReport["code"]> {
  try {
    const { ok } = await fetch(address(), { method: "HEAD", signal: AbortSignal.timeout(patienceMs) });
    return ok ? "core.integrity" : "core.unreachable";
  } catch {
    return "core.unreachable";
  }
}

async function report(address: FetchedModule["address"], { onReport }: LoadOptions): Promise<void> {
  if (onReport !== undefined) onReport({ code: await failureCode(address) });
}

async function fileBytes({ address, integrity }: FetchedModule, signal: AbortSignal): Promise<ArrayBuffer> {
  const response = await fetch(address(), { integrity, signal });
  return response.arrayBuffer();
}

async function copyBytes({ copy }: FetchedModule): Promise<ArrayBuffer> {
  return decodeBase64((await copy()).base64).buffer;
}

function giveUp(): never {
  throw new VestibuleLoadError("The module did not arrive.");
}

async function bytesOf(own: FetchedModule, options: LoadOptions): Promise<ArrayBuffer> {
  const ended = new AbortController();
  const { signal } = ended;
  const file = fileBytes(own, signal);
  try {
    const early = await Promise.race([file.catch(() => null), wait(patienceMs, signal)]);
    if (early instanceof ArrayBuffer) return early;
    // The answer is not waited for: whoever types needs the core, not the reason.
    if (early === null) void report(own.address, options);
    else options.onReport?.({ code: "core.unreachable" });
    return await Promise.race([Promise.any([copyBytes(own), file]), wait(mostMs, signal).then(giveUp)]);
  } finally {
    ended.abort();
  }
}

export async function compileFetched(own: FetchedModule, options: LoadOptions): Promise<WebAssembly.Module> {
  return compilePublished(await bytesOf(own, options));
}
