// Numbers as C++ arrays. Depends on nothing.

/** `constexpr std::uint8_t name[] = {...};` in lines of at most 120 characters. */
export function array(type: string, name: string, numbers: readonly number[]): string {
  const lines: string[] = [];
  let line = "";
  for (const number of numbers) {
    const next = line === "" ? `${number},` : `${line}${number},`;
    if (next.length > 116) {
      lines.push(line);
      line = `${number},`;
    } else {
      line = next;
    }
  }
  lines.push(line);
  return `constexpr ${type} ${name}[] = {\n${lines.join("\n")}\n};\n`;
}

/** Numbers in bytes of seven bits, the lowest first; the top bit says that more follow. */
export function variableLength(numbers: readonly number[]): readonly number[] {
  return numbers.flatMap((number) => {
    const bytes: number[] = [];
    let rest = number;
    for (; rest > 0x7f; rest >>= 7) bytes.push((rest & 0x7f) | 0x80);
    return [...bytes, rest];
  });
}

/** 0, -1, 1, -2 as 0, 1, 2, 3. */
export function zigzag(number: number): number {
  return number < 0 ? -2 * number - 1 : 2 * number;
}

export interface Run {
  readonly first: number;
  readonly count: number;
}

/** Runs of code points without a gap. */
export function runs(points: readonly number[]): readonly Run[] {
  const found: { first: number; count: number }[] = [];
  for (const point of points) {
    const last = found.at(-1);
    if (last !== undefined && last.first + last.count === point) last.count++;
    else found.push({ first: point, count: 1 });
  }
  return found;
}

/** Runs as unpack_runs (core/src/text/unicode_data.hpp) reads them: the gap to the one before, and the count. */
export function packedRuns(name: string, found: readonly Run[]): string {
  let next = 0;
  const numbers = found.flatMap(({ first, count }) => {
    const gap = first - next;
    next = first + count;
    return [gap, count];
  });
  return array("std::uint8_t", name, variableLength(numbers));
}
