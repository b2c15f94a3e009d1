// From the compiled module to a working instance, by way of emcc's glue.
import type { Engine, GlueOptions } from "./engine.ts";
import { VestibuleLoadError } from "./errors.ts";
import { type Exports, Instance } from "./instance.ts";

/** The number of the boundary's layout this package speaks; version.hpp has the module's. */
const spokenAbi = 3;

function silent(): void {}

/** Lets the glue put the exports into `exports`; gives the instance once they are there. */
function runGlue({ module, glue }: Engine, exports: Partial<Exports>): Promise<WebAssembly.Instance | undefined> {
  return new Promise((resolve, reject) => {
    let instance: WebAssembly.Instance | undefined;
    const options: GlueOptions = {
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
      locateFile: (path) => path,
      print: silent,
      printErr: silent,
    };
    glue(Object.assign(exports, options)).then(() => resolve(instance), reject);
  });
}

export async function startInstance(engine: Engine): Promise<Instance> {
  const exports: Partial<Exports> = {};
  const instance = await runGlue(engine, exports);
  const memory = Object.values(instance?.exports ?? {}).find((item) => item instanceof WebAssembly.Memory);
  if (memory === undefined || exports.abiVersion === undefined) {
    throw new VestibuleLoadError("This is not Vestibule's module.");
  }
  const abi = exports.abiVersion();
  if (abi !== spokenAbi) {
    throw new VestibuleLoadError(`The module speaks ABI ${abi}, this package speaks ABI ${spokenAbi}.`);
  }
  return new Instance(exports as Exports, memory);
}
