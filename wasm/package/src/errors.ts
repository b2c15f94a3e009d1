/** The package was called in a way it does not take: a mistake of the calling code, not of the data it checks. */
export class VestibuleUsageError extends TypeError {
  override readonly name: string = "VestibuleUsageError";
}

/** The WebAssembly module could not be had, or is not one this package can speak to. */
export class VestibuleLoadError extends Error {
  override readonly name: string = "VestibuleLoadError";
}
