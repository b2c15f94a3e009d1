// The body of an answer of somebody else, as far as it is not longer than it may be.
import { joined } from "./chunks.ts";

/** undefined for what is longer. */
export async function readCapped(response: Response, most: number): Promise<Uint8Array | undefined> {
  // By its framing it is as long as it says, and workerd reads it in one go; what is packed says nothing of its size.
  const length = response.headers.has("content-encoding") ? null : response.headers.get("content-length");
  if (length !== null && Number(length) <= most) return new Uint8Array(await response.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  return joined(chunks, size);
}
