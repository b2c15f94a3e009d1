// Who is connected, as far as a limit needs to know: an IPv4 address, or the /64 of an IPv6 one, which one household or
// one machine has to itself. It leaves this file only as a digest that means nothing on another day.
import { hmacHex } from "../digest.ts";

const dayMs = 24 * 60 * 60 * 1000;

function readIpv4(text: string): string | undefined {
  const parts = text.split(".");
  const isAddress =
    parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) < 256);
  return isAddress ? text : undefined;
}

/** The eight groups of an IPv6 address, four of them enough for the prefix; undefined when it is none. */
function readGroups(text: string): readonly number[] | undefined {
  const halves = text.split("::");
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === "" ? [] : half.split(":")));
  const gap = 8 - head.length - tail.length;
  if (halves.length === 2 ? gap < 1 : gap !== 0) return undefined;
  const groups = [...head, ...Array<string>(gap).fill("0"), ...tail];
  return groups.every((group) => /^[0-9a-f]{1,4}$/.test(group))
    ? groups.map((group) => Number.parseInt(group, 16))
    : undefined;
}

/** The IPv4 address of a client of a socket that speaks IPv6 (RFC 4291 2.5.5.2), in hexadecimal groups. */
function mappedIpv4(groups: readonly number[]): string | undefined {
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return isMapped ? [high >> 8, high & 0xff, low >> 8, low & 0xff].join(".") : undefined;
}

/** "192.0.2.1" or "2001:db8:0:1/64"; undefined for what is no address. Zones and brackets are none. */
export function networkOf(text: string): string | undefined {
  const address = text.trim().toLowerCase();
  const ipv4 = readIpv4(address.replace(/^::ffff:(?=\d+\.)/, ""));
  if (ipv4 !== undefined) return ipv4;
  const groups = readGroups(address);
  if (groups === undefined) return undefined;
  const mapped = mappedIpv4(groups);
  if (mapped !== undefined) return mapped;
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}/64`;
}

/**
 * What stands for the sender in a bucket. A list is what proxies have added to: its last entry is the word of the nearest
 * one, all others may be the sender's own. Requests without an address that can be read are one sender.
 */
export async function senderOf(secret: string, header: string | null, now: number): Promise<string> {
  const network = networkOf(header?.split(",").at(-1) ?? "") ?? "none";
  const day = Math.floor(now / dayMs);
  return (await hmacHex(secret, `sender v1\n${day}\n${network}`)).slice(0, 32);
}
