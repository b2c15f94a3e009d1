// The headers of a webhook as the sandbox signs it, or not quite.
import { createHmac } from "node:crypto";
import { webhookSecret } from "./site.ts";

export interface Forged {
  readonly id?: string;
  readonly seconds?: number;
  readonly secret?: string;
  readonly type?: string;
}

export function signedHeaders(
  body: string,
  { id, seconds, secret = webhookSecret, type }: Forged = {},
): Readonly<Record<string, string>> {
  const sent = id ?? crypto.randomUUID();
  const time = seconds ?? Math.floor(Date.now() / 1000);
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const signature = createHmac("sha256", key).update(`${sent}.${time}.${body}`).digest("base64");
  return {
    "content-type": type ?? "application/json",
    "webhook-id": sent,
    "webhook-timestamp": String(time),
    "webhook-signature": `v1,bm9uZQ== v1,${signature}`,
  };
}
