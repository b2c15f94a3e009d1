interface Decoder {
  from(text: string, encoding: "base64"): Uint8Array<ArrayBuffer>;
}

/** The bytes of base64 text. */
export function decodeBase64(base64: string): Uint8Array<ArrayBuffer> {
  // A server has it, and takes a tenth of the time.
  const { Buffer: decoder } = globalThis as { readonly Buffer?: Decoder };
  if (decoder !== undefined) return decoder.from(base64, "base64");
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  // Not Uint8Array.from, which would walk the text as an iterable: tens of times slower.
  for (let i = 0; i < binary.length; ++i) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
