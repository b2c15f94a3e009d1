// vestibule/atlas: the country facts as bytes, for hosts that hand them over themselves. Nothing happens on import.
import { base64 } from "./atlas.inline.js";
import { decodeBase64 } from "./base64.ts";

/** The bytes of atlas.bin, of the same release as everything else in this package. */
export function atlasBytes(): Uint8Array<ArrayBuffer> {
  return decodeBase64(base64);
}
