// What the small module asks of the engine it runs in: its tables of Unicode (core/src/text/host_mappings.cpp).

/** `memory` is asked for once the module runs. */
export function hostText(memory: () => WebAssembly.Memory | undefined): Record<string, (...of: number[]) => number> {
  return {
    /** Writes the NFD or NFKD of a code point as UTF-32 at an address; gives its length. */
    decompose(codePoint = 0, compatibility = 0, address = 0) {
      const text = String.fromCodePoint(codePoint).normalize(compatibility === 0 ? "NFD" : "NFKD");
      const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
      new Uint32Array(memory()?.buffer ?? []).set(points, address / 4);
      return points.length;
    },
    /** The NFC of two code points where it is one; 0 where it is not. */
    compose(first = 0, second = 0) {
      const [composite = "", ...more] = String.fromCodePoint(first, second).normalize();
      return more.length > 0 ? 0 : (composite.codePointAt(0) ?? 0);
    },
  };
}
