// The gateway's configuration: read once, whole, before anything is served. A sentence names what is missing. The file
// config.schema.json says the same to an editor.
import { type Challenge, readChallenge } from "./config/challenge.ts";
import { type Limits, readLimits } from "./config/limits.ts";
import { ConfigError, membersOf, readOrigin } from "./config/members.ts";
import { readSites, type Site } from "./config/sites.ts";
import { readSlot, type Slot } from "./config/slot.ts";
import { readTimes, type Times } from "./config/times.ts";

export type { Challenge } from "./config/challenge.ts";
export type { Limits, Rate } from "./config/limits.ts";
export { ConfigError } from "./config/members.ts";
export type { Site } from "./config/sites.ts";
export type { Slot } from "./config/slot.ts";
export type { Times } from "./config/times.ts";

export interface Config {
  readonly sites: readonly Site[];
  /** Scheme and host of the upstream: nothing else is ever asked. */
  readonly upstream: string;
  readonly slot: Slot;
  readonly customerType: string;
  readonly times: Times;
  readonly limits: Limits;
  /** null: beyond the limits nobody is let in. */
  readonly challenge: Challenge | null;
  /** Where /healthz and /metrics are served without a secret, on loopback; null: nowhere. */
  readonly operatorPort: number | null;
}

/** What the tenant asks for (core/docs/profile.md), where that is a JSON object; undefined: what is usual. */
export function profileIn(config: unknown): object | undefined {
  const { profile } = (config ?? {}) as { readonly profile?: unknown };
  return typeof profile === "object" && profile !== null && !Array.isArray(profile) ? profile : undefined;
}

const names = [
  "$schema",
  "sites",
  "upstream",
  "slot",
  "slotField",
  "customerType",
  "profile",
  "times",
  "limits",
  "challenge",
  "operatorPort",
];

function readPort(value: unknown): number | null {
  if (value === null) return null;
  if (typeof value !== "number" || !Number.isInteger(value) || value < 1 || value > 65_535) {
    throw new ConfigError('"operatorPort" must be a port, or null.');
  }
  return value;
}

/** Throws a ConfigError for anything that is not there or not as it should be. */
export function readConfig(value: unknown): Config {
  const given = membersOf(value, "The configuration", names) as Partial<Record<string, unknown>>;
  // Whether it is one that there is, the core says of the whole profile.
  const { defaultType = "Prospect" } = (profileIn(value) ?? {}) as { readonly defaultType?: unknown };
  const { sites, upstream, slot = "field", slotField = "signupToken", customerType = defaultType } = given;
  const { times = {}, limits = {}, challenge = null, operatorPort = null } = given;
  if (typeof customerType !== "string" || customerType === "") {
    throw new ConfigError('"customerType" must be a customer type, such as "Prospect".');
  }
  if (given["profile"] !== undefined && profileIn(value) === undefined) {
    throw new ConfigError('"profile" must be an object; see core/docs/profile.md.');
  }
  return {
    sites: readSites(sites),
    upstream: readOrigin(upstream, '"upstream"'),
    slot: readSlot(slot, slotField),
    customerType,
    times: readTimes(times),
    limits: readLimits(limits),
    challenge: readChallenge(challenge),
    operatorPort: readPort(operatorPort),
  };
}

/** A secret that has to be there; it is never part of a message. */
export function readSecret(value: string | null | undefined, name: string): string {
  if (typeof value !== "string" || value === "") throw new ConfigError(`The environment variable ${name} is not set.`);
  if (!/^[\x21-\x7e]+$/.test(value)) throw new ConfigError(`${name} has characters that no header can carry.`);
  return value;
}
