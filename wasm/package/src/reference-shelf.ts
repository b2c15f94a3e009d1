// Where a core keeps the reference once it is loaded: most programs never ask for it.
import { VestibuleUsageError } from "./errors.ts";

export type Reference = typeof import("./reference.ts");

export class ReferenceShelf {
  readonly #load: () => Promise<Reference>;
  #reference: Reference | undefined;

  constructor(load: () => Promise<Reference>) {
    this.#load = load;
  }

  get has(): boolean {
    return this.#reference !== undefined;
  }

  async load(): Promise<void> {
    this.#reference ??= await this.#load();
  }

  get(): Reference {
    if (this.#reference !== undefined) return this.#reference;
    throw new VestibuleUsageError(
      "The reference is not loaded: load({ reference: true }), or await core.loadReference().",
    );
  }
}
