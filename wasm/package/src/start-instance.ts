// From an engine to a working instance, by way of emcc's glue where the module has one.
import type { Engine, Glue, GlueOptions } from "./engine.ts";
import { VestibuleLoadError } from "./errors.ts";
import { hostText } from "./host-text.ts";
import { type Exports, Instance, type Memory } from "./instance.ts";

/** The number of the boundary's layout this package speaks; version.hpp has the module's. */
const spokenAbi = 6;

function silent(): void {}

const quiet: Omit<GlueOptions, "instantiateWasm"> = { locateFile: (path) => path, print: silent, printErr: silent };

interface Started {
  readonly exports: Partial<Exports>;
  readonly memory: Memory | undefined;
}

function memoryOf(instance: WebAssembly.Instance | undefined): WebAssembly.Memory | undefined {
  return Object.values(instance?.exports ?? {}).find((item) => item instanceof WebAssembly.Memory);
}

/** What a module without glue may still tell its host of: that it gives up, and then it traps. */
function unheard(module: WebAssembly.Module): WebAssembly.Imports {
  const imports: Record<string, Record<string, () => void>> = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    imports[from] = { ...imports[from], [name]: silent };
  }
  return imports;
}

/** Whether a module is the core's own and takes no glue: what has glue has short names for all that it exports. */
export function isBare(module: WebAssembly.Module): boolean {
  return WebAssembly.Module.exports(module).some(({ name }) => name === "abi_version");
}

function startBare(module: WebAssembly.Module): Started {
  let memory: WebAssembly.Memory | undefined;
  const instance = new WebAssembly.Instance(module, { ...unheard(module), host: hostText(() => memory) });
  memory = memoryOf(instance);
  const named = Object.entries(instance.exports).map(([name, item]) => [`_${name}`, item]);
  const exports: Partial<Exports> & { __initialize?(): void } = Object.fromEntries(named);
  exports.__initialize?.(); // runs the constructors
  return { exports, memory };
}

/** A module as JavaScript, which the glue holds. */
async function startTwin(glue: Glue): Promise<Started> {
  const exports: Partial<Exports> & { readonly HEAPU8?: Uint8Array<ArrayBuffer> } = {};
  await glue(Object.assign(exports, quiet));
  return { exports, memory: exports.HEAPU8 };
}

function startGlued(module: WebAssembly.Module, glue: Glue): Promise<Started> {
  const exports: Partial<Exports> = {};
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
    glue(Object.assign(exports, options)).then(() => resolve({ exports, memory: memoryOf(instance) }), reject);
  });
}

/** Whether the module of an engine takes no promises to start. */
export function canStartAtOnce({ module, glue }: Engine): boolean {
  return module !== undefined && (glue === undefined || isBare(module));
}

async function startSlowly({ module, glue }: Engine): Promise<Started> {
  if (glue === undefined) return { exports: {}, memory: undefined };
  return module === undefined ? startTwin(glue) : startGlued(module, glue);
}

function instanceOf({ exports, memory }: Started): Instance {
  if (memory === undefined || exports._abi_version === undefined) {
    throw new VestibuleLoadError("This is not Vestibule's module.");
  }
  const abi = exports._abi_version();
  if (abi !== spokenAbi) {
    throw new VestibuleLoadError(`The module speaks ABI ${abi}, this package speaks ABI ${spokenAbi}.`);
  }
  return new Instance(exports as Exports, memory);
}

/** Undefined where it takes promises. */
export function startAtOnce(engine: Engine): Instance | undefined {
  const { module } = engine;
  return module !== undefined && canStartAtOnce(engine) ? instanceOf(startBare(module)) : undefined;
}

export async function startInstance(engine: Engine): Promise<Instance> {
  return startAtOnce(engine) ?? instanceOf(await startSlowly(engine));
}
