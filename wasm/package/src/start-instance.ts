// From the compiled module to a working instance, by way of emcc's glue.
import createVestibule from "vestibule-glue";
import { VestibuleLoadError } from "./errors.ts";
import { type Exports, Instance } from "./instance.ts";

/** The number of the boundary's layout this package speaks; version.hpp has the module's. */
const spokenAbi = 2;

/** What emcc's glue is told. */
interface GlueOptions {
  instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): object;
  locateFile(path: string): string;
  print(text: string): void;
  printErr(text: string): void;
}

function silent(): void {}

/** Lets the glue put the exports into `exports`; gives the instance once they are there. */
function runGlue(module: WebAssembly.Module, exports: Partial<Exports>): Promise<WebAssembly.Instance | undefined> {
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
    createVestibule(Object.assign(exports, options)).then(() => resolve(instance), reject);
  });
}

export async function startInstance(module: WebAssembly.Module): Promise<Instance> {
  const exports: Partial<Exports> = {};
  const instance = await runGlue(module, exports);
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
