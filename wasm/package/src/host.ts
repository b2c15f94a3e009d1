// Keeps an instance for a core, and replaces it when it is lost.
import { Instance } from "./instance.ts";

export class Host {
  readonly #module: WebAssembly.Module;
  #instance: Instance | undefined;

  constructor(module: WebAssembly.Module) {
    this.#module = module;
    this.#instance = new Instance(module);
  }

  /**
   * Runs a call; undefined when it was lost. A trap, an abort or an exhausted stack leaves a half-done call in the
   * instance's memory, so whatever was thrown, the instance is not used again. No code of the caller runs in `call`.
   */
  run<Input, Answer>(call: (instance: Instance, input: Input) => Answer, input: Input): Answer | undefined {
    try {
      this.#instance ??= new Instance(this.#module);
      return call(this.#instance, input);
    } catch {
      this.#instance = undefined;
      return undefined;
    }
  }

  /** The same for calls that cannot answer "no memory": tried once more, on a new instance. */
  mustRun<Input, Answer>(call: (instance: Instance, input: Input) => Answer, input: Input): Answer {
    const answer = this.run(call, input) ?? this.run(call, input);
    if (answer === undefined) throw new RangeError("Vestibule ran out of memory.");
    return answer;
  }
}
