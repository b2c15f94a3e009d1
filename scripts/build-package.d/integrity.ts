import { createHash } from "node:crypto";

/** 16 hexadecimal digits: to tell one text from another, not to defend it. */
export function shortDigest(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** The digest of a file as an integrity attribute writes it. */
export function integrityOf(bytes: Uint8Array): string {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}
