// Instances lost on purpose, in every host: it needs nothing but the package.
import type { Core, Load } from "../../../wasm/package/src/types.ts";

/** Every instance that is made from now on, in order. */
export function watchInstances(): readonly WebAssembly.Instance[] {
  const instances: WebAssembly.Instance[] = [];
  const { Instance } = WebAssembly;
  WebAssembly.Instance = class extends Instance {
    constructor(module: WebAssembly.Module, imports?: WebAssembly.Imports) {
      super(module, imports);
      instances.push(this);
    }
  };
  return instances;
}

/** Nothing in the instance's memory is what it was: the next call traps. */
export function damage(instance: WebAssembly.Instance | undefined): void {
  const memory = Object.values(instance?.exports ?? {}).find((item) => item instanceof WebAssembly.Memory);
  if (memory === undefined) throw new Error("there is no instance to damage");
  new Uint8Array(memory.buffer).fill(0xff);
}

/** Lets everything happen that is ready to: a spare that was started has arrived. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/** What checks in a row answer, as words: "ok" or the code of the finding. */
export function answers(core: Core, count: number): string {
  const one = (): string => core.check({ name: "A" }, { op: "patch" }).findings[0]?.code ?? "ok";
  return Array.from({ length: count }, one).join(" ");
}

/** What loseAll() gives where instances start in promises, so that there is a spare and no more. */
export const lostTwice = "ok; limit.memory limit.memory limit.memory; ok ok";
/** And where they start at once. */
export const lostAtOnce = "ok; limit.memory ok ok; ok ok";

/** Loses all instances there are without waiting, then waits. */
export async function loseAll(load: Load): Promise<string> {
  const instances = watchInstances();
  const core = await load();
  await turn();
  const before = answers(core, 1);
  for (const instance of [...instances]) damage(instance);
  const lost = answers(core, 3);
  await turn();
  return [before, lost, answers(core, 2)].join("; ");
}
