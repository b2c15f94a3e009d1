/** The package was called in a way it does not take: a mistake of the calling code, not of the data it checks. */
export class VestibuleUsageError extends TypeError {
  override readonly name: string = "VestibuleUsageError";

  /** Each entry of the package has this class for itself; an error of one is an instance of all of them. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof TypeError && value.name === "VestibuleUsageError";
  }
}

/** The WebAssembly module could not be had, or is not one this package can speak to. */
export class VestibuleLoadError extends Error {
  override readonly name: string = "VestibuleLoadError";
}
