// Whether a webhook is genuine: signed as Standard Webhooks says, not long ago. Nue documents no signing; the stand-in for
// it signs like this.
// Source: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md

import { ConfigError } from "../config.ts";

/** Milliseconds by which the clocks may differ. */
const toleranceMs = 5 * 60 * 1000;
const mostSignatures = 8;

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** The key in "whsec_..."; undefined when it is none of 24 to 64 bytes. */
export function webhookKey(secret: string): Uint8Array<ArrayBuffer> | undefined {
  const key = secret.startsWith("whsec_") ? fromBase64(secret.slice("whsec_".length)) : undefined;
  return key !== undefined && key.length >= 24 && key.length <= 64 ? key : undefined;
}

/** Throws a ConfigError for a secret that could verify nothing; "" is none. */
export function checkWebhookSecret(secret: string): void {
  if (secret !== "" && webhookKey(secret) === undefined) {
    throw new ConfigError('WEBHOOK_SECRET must be "whsec_" and base64 of 24 to 64 bytes.');
  }
}

export interface Signed {
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The message's id; undefined when it is not genuine. The comparison is the platform's own, in constant time. */
export async function verifiedId(secret: string, { headers, body }: Signed, now: number): Promise<string | undefined> {
  const id = headers.get("webhook-id") ?? "";
  const seconds = headers.get("webhook-timestamp") ?? "";
  const bytes = webhookKey(secret);
  if (!/^[\w-]{1,64}$/.test(id) || !/^\d{1,12}$/.test(seconds) || bytes === undefined) return undefined;
  if (Math.abs(now - Number(seconds) * 1000) > toleranceMs) return undefined;
  const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
  const signed = new Uint8Array([...new TextEncoder().encode(`${id}.${seconds}.`), ...body]);
  const signatures = (headers.get("webhook-signature") ?? "").split(" ", mostSignatures);
  for (const text of signatures) {
    const signature = text.startsWith("v1,") ? fromBase64(text.slice("v1,".length)) : undefined;
    if (signature !== undefined && (await crypto.subtle.verify("HMAC", key, signature, signed))) return id;
  }
  return undefined;
}
