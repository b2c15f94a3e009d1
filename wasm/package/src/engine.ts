// A compiled module, with the glue emcc wrote for it where it cannot do without: the names of its imports are its own.
import { VestibuleUsageError } from "./errors.ts";

/** What emcc's glue is told. */
export interface GlueOptions {
  instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void): object;
  locateFile(path: string): string;
  print(text: string): void;
  printErr(text: string): void;
}

/** Once resolved the exports are members of `options`. */
export type Glue = (options: object) => Promise<unknown>;

/** At least one of the two. */
export interface Engine {
  /** Absent where the glue holds it, as JavaScript. */
  readonly module?: WebAssembly.Module;
  /** Absent where the module asks nothing of its host but what host-text.ts has. */
  readonly glue?: Glue | undefined;
}

/** For what a form does without, and so the module that browsers load first. */
export function needFull(): never {
  throw new VestibuleUsageError("This needs the full module: load({ full: true }), or await core.loadFull().");
}
