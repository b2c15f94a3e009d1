// Seals answers with AES-GCM under a key that this browser keeps and gives to nobody, scripts of the page included.
import { get, put, transact } from "./database.ts";
import { membersOf } from "./untrusted.ts";

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
}

export function isSealed(value: unknown): value is Sealed {
  const { iv, data } = membersOf(value);
  return iv instanceof Uint8Array && data instanceof ArrayBuffer;
}

const ivBytes = 12; // NIST SP 800-38D 5.2.1.1; random, since there are few messages

/** The key of this name, made when it is first asked for; it never leaves the browser. */
async function keptKey(keyName: string, make: () => Promise<CryptoKey>): Promise<CryptoKey> {
  const kept = await transact("keys", "readonly", (store) => get(store, keyName));
  if (kept instanceof CryptoKey) return kept;
  const fresh = await make();
  // Another tab may have been first; its key is the key.
  return transact("keys", "readwrite", async (store) => {
    const other = await get(store, keyName);
    if (other instanceof CryptoKey) return other;
    await put(store, keyName, fresh);
    return fresh;
  });
}

function sealingKey(): Promise<CryptoKey> {
  const make = () => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  return keptKey("payload", make);
}

/** Bound to the attempt: sealed under one key, it does not open as another's. */
function parameters(iv: Uint8Array<ArrayBuffer>, attempt: string): AesGcmParams {
  return { name: "AES-GCM", iv, additionalData: new TextEncoder().encode(attempt) };
}

/** null on a page that came by plain http, where browsers have no cryptography. */
export async function seal(value: object, attempt: string): Promise<Sealed | null> {
  if (globalThis.crypto?.subtle === undefined) return null;
  const iv = crypto.getRandomValues(new Uint8Array(ivBytes));
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { iv, data: await crypto.subtle.encrypt(parameters(iv, attempt), await sealingKey(), text) };
}

/** undefined for what cannot be opened. */
export async function unseal({ iv, data }: Sealed, attempt: string): Promise<unknown> {
  try {
    const text = await crypto.subtle.decrypt(parameters(iv, attempt), await sealingKey(), data);
    return JSON.parse(new TextDecoder().decode(text));
  } catch {
    return undefined;
  }
}

/** Of a text, to compare it by: without this browser's key nobody finds the text, nor tries out texts. "" without cryptography. */
export async function digest(text: string): Promise<string> {
  if (globalThis.crypto?.subtle === undefined) return "";
  const make = () => crypto.subtle.generateKey({ name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const signed = await crypto.subtle.sign("HMAC", await keptKey("compare", make), new TextEncoder().encode(text));
  return Array.from(new Uint8Array(signed), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
