// Bytes as a caller gives them: themselves, or where to fetch them.
import { VestibuleLoadError } from "./errors.ts";
import { misused } from "./usage.ts";

/** Answers the bytes of an address; throws a VestibuleLoadError for any other status. */
export async function fetchBytes(address: URL | string): Promise<Uint8Array<ArrayBuffer>> {
  const response = await fetch(address);
  if (!response.ok) throw new VestibuleLoadError(`${address} answered with status ${response.status}.`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The bytes of an ArrayBuffer or a view, or those behind an address; `name` is what a mistake is told about. */
export async function givenBytes(name: string, given: unknown): Promise<Uint8Array> {
  if (typeof given === "string" || given instanceof URL) return fetchBytes(given);
  if (given instanceof ArrayBuffer) return new Uint8Array(given);
  if (ArrayBuffer.isView(given)) return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  return misused(name, given, "its bytes, or its address");
}
