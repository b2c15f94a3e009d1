// How a setting is read: with a sentence about the first that is not as it should be.

/** Why the gateway cannot serve, in a sentence for whoever runs it. */
export class ConfigError extends Error {
  override readonly name: string = "ConfigError";
}

export type Members = Readonly<Record<string, unknown>>;

/** The members of an object that has no others than the known ones. */
export function membersOf(value: unknown, what: string, known: readonly string[]): Members {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ConfigError(`${what} must be an object.`);
  }
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new ConfigError(`${what} has no setting "${unknown}".`);
  return value as Members;
}

/** A whole number from 1 on; `unit` is what it counts. */
export function readCount(value: unknown, name: string, unit: string, standard: number): number {
  if (value === undefined) return standard;
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 1) {
    throw new ConfigError(`"${name}" must be a number of ${unit}.`);
  }
  return value;
}

export function readOrigin(value: unknown, what: string): string {
  const problem = new ConfigError(`${what} must be an origin such as "https://signup.example.com".`);
  if (typeof value !== "string" || !URL.canParse(value)) throw problem;
  const { origin, protocol } = new URL(value);
  if (origin !== value || (protocol !== "https:" && protocol !== "http:")) throw problem;
  return value;
}
