// Compiles bytes that are the published ones, in a page.
import { VestibuleLoadError } from "./errors.ts";

/** Rejects with a VestibuleLoadError that says what a page can do about it. */
export async function compilePublished(bytes: BufferSource): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(bytes);
  } catch (cause) {
    // What is left is a page that may not compile them, or has no memory for it.
    const why = "The module could not be compiled. Where a policy forbids WebAssembly, vestibule/js takes its place.";
    throw new VestibuleLoadError(why, { cause });
  }
}
