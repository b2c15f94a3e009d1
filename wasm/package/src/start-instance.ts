// From an engine to a working instance, by way of emcc's glue.
import type { Engine, GlueOptions } from "./engine.ts";
import { VestibuleLoadError } from "./errors.ts";
import { type Exports, Instance, type Memory } from "./instance.ts";

/** The number of the boundary's layout this package speaks; version.hpp has the module's. */
const spokenAbi = 4;

function silent(): void {}

const quiet: Omit<GlueOptions, "instantiateWasm"> = { locateFile: (path) => path, print: silent, printErr: silent };

function isMemory(item: unknown): item is WebAssembly.Memory {
  return item instanceof WebAssembly.Memory;
}

/** Lets the glue put the exports into `exports`; gives the instance's memory once they are there. */
async function runGlue({ module, glue }: Engine, exports: Partial<Exports>): Promise<Memory | undefined> {
  if (module !== undefined) return Object.values((await runWith(module, glue, exports))?.exports ?? {}).find(isMemory);
  const twin: Partial<Exports> & { readonly HEAPU8?: Uint8Array<ArrayBuffer> } = exports;
  await glue(Object.assign(twin, quiet));
  return twin.HEAPU8;
}

function runWith(
  module: WebAssembly.Module,
  glue: Engine["glue"],
  exports: Partial<Exports>,
): Promise<WebAssembly.Instance | undefined> {
  return new Promise((resolve, reject) => {
    let instance: WebAssembly.Instance | undefined;
    const options: GlueOptions = {
      ...quiet,
      instantiateWasm(imports, receive) {
        try {
          instance = new WebAssembly.Instance(module, imports);
          receive(instance);
          return instance.exports;
        } catch (error) {
          reject(error); // older glue swallows it, and then is never done
          throw error;
        }
      },
    };
    glue(Object.assign(exports, options)).then(() => resolve(instance), reject);
  });
}

export async function startInstance(engine: Engine): Promise<Instance> {
  const exports: Partial<Exports> = {};
  const memory = await runGlue(engine, exports);
  if (memory === undefined || exports.abiVersion === undefined) {
    throw new VestibuleLoadError("This is not Vestibule's module.");
  }
  const abi = exports.abiVersion();
  if (abi !== spokenAbi) {
    throw new VestibuleLoadError(`The module speaks ABI ${abi}, this package speaks ABI ${spokenAbi}.`);
  }
  return new Instance(exports as Exports, memory);
}
