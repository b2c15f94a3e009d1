// A field of a posted form that is not the core's: taken out before the rest is read.

const ampersand = "&".charCodeAt(0);

export interface TakenField {
  /** The body without the field, byte for byte. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** "" when it was not there, or cannot be read. */
  readonly value: string;
}

/** Where each pair begins and ends. */
function pairsOf(body: Uint8Array): readonly (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  for (let start = 0; start <= body.length; ) {
    const found = body.indexOf(ampersand, start);
    const end = found === -1 ? body.length : found;
    pairs.push([start, end]);
    start = end + 1;
  }
  return pairs;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** `name` is plain ASCII. Of a field that was sent several times the first counts, and all go. */
export function takeField(body: Uint8Array<ArrayBuffer>, name: string): TakenField {
  const beginning = new TextEncoder().encode(`${name}=`);
  const isIts = ([start]: readonly [number, number]) => beginning.every((byte, index) => body[start + index] === byte);
  const pairs = pairsOf(body);
  const first = pairs.find(isIts);
  if (first === undefined) return { body, value: "" };
  const kept = pairs.filter((pair) => !isIts(pair));
  const rest = new Uint8Array(body.length);
  let at = 0;
  for (const [index, [start, end]] of kept.entries()) {
    if (index > 0) rest[at++] = ampersand;
    rest.set(body.subarray(start, end), at);
    at += end - start;
  }
  const value = decoded(new TextDecoder().decode(body.subarray(first[0] + beginning.length, first[1])));
  return { body: rest.slice(0, at), value };
}
