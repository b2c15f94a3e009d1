// The frame around the sections; it is drawn in core/include/vestibule/atlas/atlas.hpp.
// Depends on nothing.

const magic = "VATL";
const version = 3;
const headSize = 12;
const entrySize = 12;

export interface Built {
  readonly tag: string;
  readonly bytes: Uint8Array;
}

function aligned(offset: number): number {
  return (offset + 3) & ~3;
}

function writeAscii(out: Uint8Array, text: string, offset: number): void {
  if (!/^[A-Z0-9]{4}$/.test(text)) throw new Error(`"${text}" is not a tag of four capitals or digits.`);
  for (let i = 0; i < text.length; ++i) out[offset + i] = text.charCodeAt(i);
}

export function frame(parts: readonly Built[]): Uint8Array {
  const sorted = parts.toSorted((a, b) => (a.tag < b.tag ? -1 : 1));
  let size = headSize + entrySize * sorted.length;
  const offsets = sorted.map(({ bytes }) => {
    const offset = aligned(size);
    size = offset + bytes.length;
    return offset;
  });
  const out = new Uint8Array(size);
  const view = new DataView(out.buffer);
  writeAscii(out, magic, 0);
  view.setUint32(4, version, true);
  view.setUint32(8, sorted.length, true);
  for (const [i, { tag, bytes }] of sorted.entries()) {
    const entry = headSize + entrySize * i;
    const offset = offsets[i] ?? 0;
    writeAscii(out, tag, entry);
    view.setUint32(entry + 4, offset, true);
    view.setUint32(entry + 8, bytes.length, true);
    out.set(bytes, offset);
  }
  return out;
}
