// load(): from wherever the module and the atlas lie to a core.
import { createCore } from "./core.ts";
import { VestibuleLoadError, VestibuleUsageError } from "./errors.ts";
import { givenBytes } from "./given.ts";
import { Host } from "./host.ts";
import { profileText } from "./profile.ts";
import { type Reference, ReferenceShelf } from "./reference-shelf.ts";
import type { Load, LoadOptions } from "./types.ts";

/** What an entry brings with it. */
export interface Own {
  /** Compiles its module. */
  readonly module: (options: LoadOptions) => Promise<WebAssembly.Module>;
  /** The bytes of its atlas. */
  readonly atlas: () => Promise<Uint8Array>;
  /** Whether a core has the atlas from the start unless it is told otherwise. */
  readonly atlasAtOnce: boolean;
  /** Its texts about codes and fields. */
  readonly reference: () => Promise<Reference>;
  readonly referenceAtOnce: boolean;
}

async function compileGiven(module: unknown): Promise<WebAssembly.Module> {
  if (module instanceof WebAssembly.Module) return module;
  return WebAssembly.compile((await givenBytes("module", module)) as BufferSource);
}

/** What is asked for once is kept; after a failure the next call tries again. */
function once<Argument, Thing>(make: (argument: Argument) => Promise<Thing>): (argument: Argument) => Promise<Thing> {
  let kept: Promise<Thing> | undefined;
  return (argument) => {
    kept ??= make(argument).catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };
}

/** The load() of an entry. Its own module is compiled once. */
export function makeLoad(own: Own): Load {
  const compileOwn = once(own.module);
  const ownAtlas = once(own.atlas);
  const ownReference = once(own.reference);

  function atlasOf(given: LoadOptions["atlas"]): Promise<Uint8Array> | undefined {
    const wanted = given ?? own.atlasAtOnce;
    if (wanted === false) return undefined;
    return wanted === true ? ownAtlas(undefined) : givenBytes("atlas", wanted);
  }

  async function start(options: LoadOptions): ReturnType<Load> {
    const profile = options.profile === undefined ? undefined : profileText(options.profile);
    const atlas = atlasOf(options.atlas);
    // Waited for below; a failure meanwhile is not an unhandled one.
    atlas?.catch(() => {});
    const module = await (options.module === undefined ? compileOwn(options) : compileGiven(options.module));
    const host = await Host.start(module);
    if (profile !== undefined) host.setProfile(profile);
    const reference = new ReferenceShelf(() => ownReference(undefined));
    const loadAtlas = async (given: LoadOptions["atlas"]): Promise<void> =>
      host.setAtlas(await (atlasOf(given ?? true) ?? ownAtlas(undefined)));
    const core = createCore(host, { loadAtlas, reference });
    if (options.reference ?? own.referenceAtOnce) await reference.load();
    if (atlas !== undefined) host.setAtlas(await atlas);
    return core;
  }

  return async (options = {}) => {
    try {
      return await start(options);
    } catch (error) {
      if (error instanceof VestibuleLoadError || error instanceof VestibuleUsageError) throw error;
      throw new VestibuleLoadError("The module could not be loaded.", { cause: error });
    }
  };
}
