// The gateway's configuration: read once, whole, before anything is served. A sentence names what is missing.

export interface Site {
  readonly name: string;
  /** "https://signup.example.com": scheme, host and port as the browser writes them. */
  readonly origin: string;
  /** Other origins whose pages may send here. */
  readonly origins: readonly string[];
}

/** Where the token stands in the created record; "none": nowhere, so that no lost answer can be settled. */
export type Slot = { readonly kind: "field"; readonly field: string } | { readonly kind: "none" };

export interface Times {
  readonly upstreamMs: number;
  readonly leaseMs: number;
  /** After so long without a trace a send is taken as never executed. */
  readonly absenceMs: number;
  readonly formTokenMs: number;
}

export interface Config {
  readonly sites: readonly Site[];
  /** Scheme and host of the upstream: nothing else is ever asked. */
  readonly upstream: string;
  readonly slot: Slot;
  readonly customerType: string;
  readonly times: Times;
}

/** Why the gateway cannot serve, in a sentence for whoever runs it. */
export class ConfigError extends Error {
  override readonly name: string = "ConfigError";
}

type Members = Readonly<Record<string, unknown>>;

function membersOf(value: unknown, what: string, known: readonly string[]): Members {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new ConfigError(`${what} must be an object.`);
  }
  const unknown = Object.keys(value).find((name) => !known.includes(name));
  if (unknown !== undefined) throw new ConfigError(`${what} has no setting "${unknown}".`);
  return value as Members;
}

function readOrigin(value: unknown, what: string): string {
  const problem = new ConfigError(`${what} must be an origin such as "https://signup.example.com".`);
  if (typeof value !== "string" || !URL.canParse(value)) throw problem;
  const { origin, protocol } = new URL(value);
  if (origin !== value || (protocol !== "https:" && protocol !== "http:")) throw problem;
  return value;
}

function readSite(value: unknown, what: string): Site {
  const { name, origin, origins = [] } = membersOf(value, what, ["name", "origin", "origins"]) as Partial<Site>;
  if (typeof name !== "string" || !/^[a-z0-9-]{1,40}$/.test(name)) {
    throw new ConfigError(`${what} needs a "name" of lower-case letters, digits and hyphens.`);
  }
  if (!Array.isArray(origins)) throw new ConfigError(`"origins" of ${what} must be a list.`);
  return {
    name,
    origin: readOrigin(origin, `"origin" of ${what}`),
    origins: origins.map((other: unknown) => readOrigin(other, `Each of "origins" of ${what}`)),
  };
}

function readSites(value: unknown): readonly Site[] {
  if (!Array.isArray(value) || value.length === 0) throw new ConfigError('"sites" must list at least one site.');
  const sites = value.map((site, index) => readSite(site, `Site ${index + 1}`));
  const hosts = new Set(sites.map(({ origin }) => new URL(origin).host));
  const names = new Set(sites.map(({ name }) => name));
  if (hosts.size < sites.length || names.size < sites.length) {
    throw new ConfigError("Each site needs a name and a host of its own.");
  }
  return sites;
}

function readSlot(value: unknown, field: unknown): Slot {
  if (value === "none") return { kind: "none" };
  if (value === "accountNumber") return { kind: "field", field: "accountNumber" };
  if (value === "field") {
    if (typeof field !== "string" || !/^[A-Za-z]\w{4,39}$/.test(field)) {
      throw new ConfigError('"slotField" must name the custom field that takes the token.');
    }
    return { kind: "field", field };
  }
  if (value === "description") {
    throw new ConfigError('"slot" cannot be "description": the sign-up form asks for one.');
  }
  throw new ConfigError('"slot" must be "field", "accountNumber" or "none".');
}

function readTime(value: unknown, name: string, standard: number): number {
  if (value === undefined) return standard;
  if (typeof value !== "number" || !Number.isInteger(value) || value < 1) {
    throw new ConfigError(`"${name}" must be a number of milliseconds.`);
  }
  return value;
}

function readTimes(value: unknown): Times {
  const given = membersOf(value, '"times"', ["upstreamMs", "leaseMs", "absenceMs", "formTokenMs"]) as Partial<Times>;
  const times = {
    upstreamMs: readTime(given.upstreamMs, "upstreamMs", 10_000),
    leaseMs: readTime(given.leaseMs, "leaseMs", 30_000),
    absenceMs: readTime(given.absenceMs, "absenceMs", 120_000),
    formTokenMs: readTime(given.formTokenMs, "formTokenMs", 2 * 60 * 60 * 1000),
  };
  // A lease that ends before its send, or an absence before that, would allow a second send beside the first.
  if (times.upstreamMs >= times.leaseMs || times.upstreamMs >= times.absenceMs) {
    throw new ConfigError('"upstreamMs" must be less than "leaseMs" and "absenceMs".');
  }
  return times;
}

/** Throws a ConfigError for anything that is not there or not as it should be. */
export function readConfig(value: unknown): Config {
  const names = ["sites", "upstream", "slot", "slotField", "customerType", "times"];
  const given = membersOf(value, "The configuration", names) as Partial<Record<string, unknown>>;
  const { sites, upstream, slot = "field", slotField = "signupToken", customerType = "Prospect", times = {} } = given;
  if (typeof customerType !== "string" || customerType === "") {
    throw new ConfigError('"customerType" must be a customer type, such as "Prospect".');
  }
  return {
    sites: readSites(sites),
    upstream: readOrigin(upstream, '"upstream"'),
    slot: readSlot(slot, slotField),
    customerType,
    times: readTimes(times),
  };
}

/** A secret that has to be there; it is never part of a message. */
export function readSecret(value: string | null | undefined, name: string): string {
  if (typeof value !== "string" || value === "") throw new ConfigError(`The environment variable ${name} is not set.`);
  if (!/^[\x21-\x7e]+$/.test(value)) throw new ConfigError(`${name} has characters that no header can carry.`);
  return value;
}
