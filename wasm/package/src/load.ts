// load(): from wherever the module and the atlas lie to a core.
import { createCore } from "./core.ts";
import type { Engine, Glue } from "./engine.ts";
import { VestibuleLoadError, VestibuleUsageError } from "./errors.ts";
import { givenBytes } from "./given.ts";
import { Host } from "./host.ts";
import { profileText } from "./profile.ts";
import { type Reference, ReferenceShelf } from "./reference-shelf.ts";
import { rulesOf } from "./rules.ts";
import { isBare } from "./start-instance.ts";
import type { Load, LoadOptions } from "./types.ts";

/** A module as an entry has it: what compiles it, its glue, or both, as engine.ts says. */
export interface OwnModule {
  readonly module?: (options: LoadOptions) => Promise<WebAssembly.Module>;
  readonly glue?: () => Promise<Glue>;
}

/** What an entry brings with it. */
export interface Own {
  /** What a core starts with unless it needs more; absent where it has the full module from the start. */
  readonly core?: OwnModule;
  readonly full: OwnModule;
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

async function asLoadError<Thing>(work: () => Promise<Thing>): Promise<Thing> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof VestibuleLoadError || error instanceof VestibuleUsageError) throw error;
    throw new VestibuleLoadError("The module could not be loaded.", { cause: error });
  }
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

/** Makes engines of a module, its own or a given one, which may be the full one; its own is compiled once. */
function engineMaker({ module, glue }: OwnModule, full: OwnModule): (options: LoadOptions) => Promise<Engine> {
  if (module === undefined) {
    return async (options) => {
      if (options.module === undefined) return { glue: await glue?.() };
      throw new VestibuleUsageError("vestibule/js takes no module: it has its own, as JavaScript.");
    };
  }
  const compileOwn = once(module);
  return async (options) => {
    if (options.module === undefined) {
      const [compiled, itsGlue] = await Promise.all([compileOwn(options), glue?.()]);
      return { module: compiled, glue: itsGlue };
    }
    const given = await compileGiven(options.module);
    return { module: given, glue: isBare(given) ? undefined : await full.glue?.() };
  };
}

/** The load() of an entry. */
export function makeLoad(own: Own): Load {
  const makeFull = engineMaker(own.full, own.full);
  const makeCore = own.core === undefined ? makeFull : engineMaker(own.core, own.full);
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
    // A profile has to be read, which takes the full module.
    const full = options.full === true || profile !== undefined;
    const host = await Host.start(await (full ? makeFull : makeCore)(options));
    if (profile !== undefined) host.setProfile(profile);
    const reference = new ReferenceShelf(() => ownReference(undefined));
    const loadAtlas = async (given: LoadOptions["atlas"]): Promise<void> =>
      host.setAtlas(await (atlasOf(given ?? true) ?? ownAtlas(undefined)));
    const loadFull = async (module?: LoadOptions["module"]): Promise<void> => {
      if (host.hasFull) return;
      // The module given to load() was the smaller one.
      const { module: _, ...others } = options;
      const wanted = module === undefined ? others : { ...others, module };
      await asLoadError(async () => host.setEngine(await makeFull(wanted)));
    };
    const rules = await rulesOf(profile);
    const core = createCore(host, { loadAtlas, loadFull, reference, rules });
    if (options.reference ?? own.referenceAtOnce) await reference.load();
    if (atlas !== undefined) host.setAtlas(await atlas);
    return core;
  }

  return (options = {}) => asLoadError(() => start(options));
}
