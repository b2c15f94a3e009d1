// Keys and secrets from the browser's own randomness. crypto.randomUUID is not there on a page that came by plain http.
import type { Attempt } from "./state.ts";

/** A key and a secret that nobody has seen. */
export type Fresh = Pick<Attempt, "key" | "secret">;

function randomHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, "0")).join(
    "",
  );
}

/** A UUID of version 4 (RFC 9562 5.4). */
export function randomUuid(): string {
  const hex = randomHex(16);
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20),
  ];
  return parts.join("-");
}

export function makeFresh(): Fresh {
  return { key: randomUuid(), secret: randomHex(32) };
}
