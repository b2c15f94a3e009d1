// load(): from wherever the module lies to a core.
import { createCore } from "./core.ts";
import { VestibuleLoadError, VestibuleUsageError } from "./errors.ts";
import { Host } from "./host.ts";
import type { Load, LoadOptions } from "./types.ts";

/** Compiles the module an entry brings with it. */
export type CompileOwn = (options: LoadOptions) => Promise<WebAssembly.Module>;

/** The bytes of base64 text. */
export function decodeBase64(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

async function fetchBytes(address: URL | string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) throw new VestibuleLoadError(`The module's address answered with status ${response.status}.`);
  return response.arrayBuffer();
}

async function compileGiven(module: unknown): Promise<WebAssembly.Module> {
  if (module instanceof WebAssembly.Module) return module;
  if (typeof module === "string" || module instanceof URL) return WebAssembly.compile(await fetchBytes(module));
  if (module instanceof ArrayBuffer || ArrayBuffer.isView(module)) return WebAssembly.compile(module as BufferSource);
  throw new VestibuleUsageError("module must be a WebAssembly.Module, its bytes, or its address.");
}

/** The load() of an entry. Its own module is compiled once; after a failure the next call tries again. */
export function makeLoad(compileOwn: CompileOwn): Load {
  let own: Promise<WebAssembly.Module> | undefined;

  function compileOnce(options: LoadOptions): Promise<WebAssembly.Module> {
    own ??= compileOwn(options).catch((error: unknown) => {
      own = undefined;
      throw error;
    });
    return own;
  }

  return async (options = {}) => {
    try {
      const module = await (options.module === undefined ? compileOnce(options) : compileGiven(options.module));
      return createCore(await Host.start(module));
    } catch (error) {
      if (error instanceof VestibuleLoadError || error instanceof VestibuleUsageError) throw error;
      throw new VestibuleLoadError("The module could not be loaded.", { cause: error });
    }
  };
}
