// The service that tells persons from programs, asked for whoever comes beyond the limits of a site and of the whole.
import { ConfigError, membersOf } from "./members.ts";

export interface Challenge {
  /** Where an answer of its widget is verified. */
  readonly verify: string;
  /** Under which name its widget adds that answer to a form. */
  readonly field: string;
}

/** No field of a sign-up has a hyphen in its name, and every such service's has. */
const fieldName = /^[a-z0-9]+(?:-[a-z0-9]+)+$/;

function isAddress(text: unknown): text is string {
  if (typeof text !== "string" || !URL.canParse(text)) return false;
  const { origin, pathname, protocol } = new URL(text);
  return /^https?:$/.test(protocol) && text === origin + pathname;
}

export function readChallenge(value: unknown): Challenge | null {
  if (value === null) return null;
  const { verify, field } = membersOf(value, '"challenge"', ["verify", "field"]) as Partial<Record<string, unknown>>;
  if (!isAddress(verify)) throw new ConfigError('"verify" of "challenge" must be an address without a query.');
  if (typeof field !== "string" || !fieldName.test(field) || field.length > 64) {
    throw new ConfigError('"field" of "challenge" must be a name such as "cf-turnstile-response".');
  }
  return { verify, field };
}
