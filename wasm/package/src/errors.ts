import type { Finding } from "./types.ts";

/** The package was called in a way it does not take: a mistake of the calling code, not of the data it checks. */
export class VestibuleUsageError extends TypeError {
  override readonly name: string = "VestibuleUsageError";
  /** What an instance of this class, or of one that extends it, is known by in every entry. */
  readonly vestibuleUsage = true;

  /** Each entry of the package has this class for itself; an error of one is an instance of all of them. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: a subclass inherits this and asks for itself
    if (this !== VestibuleUsageError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return value instanceof TypeError && "vestibuleUsage" in value;
  }
}

/** "/v profile.version", and behind it what more is known: "(offset 2, what ...)". */
function mistake({ pointer, code, params }: Finding): string {
  const more = Object.entries(params).map(([name, value]) => `${name} ${value}`);
  return `${pointer === "" ? "the profile" : pointer} ${code}${more.length > 0 ? ` (${more.join(", ")})` : ""}`;
}

/** The profile has mistakes; `findings` says each, with its place. */
export class VestibuleProfileError extends VestibuleUsageError {
  override readonly name: string = "VestibuleProfileError";
  readonly findings: readonly Finding[];

  constructor(findings: readonly Finding[]) {
    const first = findings.slice(0, 3).map(mistake);
    super(`The profile has mistakes: ${first.join(", ")}${findings.length > first.length ? ", and more" : ""}.`);
    this.findings = findings;
  }
}

/** The WebAssembly module could not be had, or is not one this package can speak to. */
export class VestibuleLoadError extends Error {
  override readonly name: string = "VestibuleLoadError";
}
