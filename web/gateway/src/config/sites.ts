// The sites that are served: one host each.
import { ConfigError, membersOf, readOrigin } from "./members.ts";

export interface Site {
  readonly name: string;
  /** "https://signup.example.com": scheme, host and port as the browser writes them. */
  readonly origin: string;
  /** Other origins whose pages may send here. */
  readonly origins: readonly string[];
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

export function readSites(value: unknown): readonly Site[] {
  if (!Array.isArray(value) || value.length === 0) throw new ConfigError('"sites" must list at least one site.');
  const sites = value.map((site, index) => readSite(site, `Site ${index + 1}`));
  const hosts = new Set(sites.map(({ origin }) => new URL(origin).host));
  const names = new Set(sites.map(({ name }) => name));
  if (hosts.size < sites.length || names.size < sites.length) {
    throw new ConfigError("Each site needs a name and a host of its own.");
  }
  return sites;
}
