// The form token: proves that a form came from this gateway, for this site, not long ago. "time.id.mac".
//
// A token made for a key is good for that key alone, which its mac says. One made before there is a key is bound by the
// store to the first key that uses it: one more write for each sign-up.
import { equalSecrets, hmacHex, toHex } from "./digest.ts";

export interface FormTokenRules {
  readonly secret: string;
  readonly site: string;
  readonly lifetimeMs: number;
}

/** What a genuine token says. */
export interface FormToken {
  readonly id: string;
  readonly made: number;
  readonly expires: number;
  /** False: any key may be the first to use it. */
  readonly madeForKey: boolean;
}

// The pages of other sites get tokens of their own, so the site is part of what is signed.
function macOf({ secret, site }: FormTokenRules, time: string, id: string, key: string): Promise<string> {
  return hmacHex(secret, `form token v1\n${site}\n${time}\n${id}\n${key}`);
}

/** `key` is "" where there is none yet. */
export async function mintFormToken(rules: FormTokenRules, key: string, now: number): Promise<string> {
  const time = now.toString(36);
  const id = toHex(crypto.getRandomValues(new Uint8Array(16)));
  return `${time}.${id}.${await macOf(rules, time, id, key)}`;
}

/** undefined for a forged token, one of another site or another key, and one that is too old. */
export async function readFormToken(
  text: string,
  rules: FormTokenRules,
  key: string,
  now: number,
): Promise<FormToken | undefined> {
  const [, time = "", id = "", mac = ""] = /^([0-9a-z]{1,11})\.([0-9a-f]{32})\.([0-9a-f]{64})$/.exec(text) ?? [];
  const made = Number.parseInt(time, 36);
  const expires = made + rules.lifetimeMs;
  if (mac === "" || now >= expires) return undefined;
  if (equalSecrets(mac, await macOf(rules, time, id, key))) return { id, made, expires, madeForKey: true };
  if (equalSecrets(mac, await macOf(rules, time, id, ""))) return { id, made, expires, madeForKey: false };
  return undefined;
}
