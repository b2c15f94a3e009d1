// Duplicates on their own: `core.matching`.
import type { Host } from "./host.ts";
import type { Matching } from "./matching-types.ts";
import { askFull, FullQuery } from "./queries.ts";
import { requireObject } from "./usage.ts";

/** The texts that are compared: name, email, phone, website; "" for what is absent or no text. */
function details(what: string, record: unknown): readonly string[] {
  const object = requireObject(what, record);
  const text = (member: string): string => {
    const value = Object.hasOwn(object, member) ? (object as Readonly<Record<string, unknown>>)[member] : undefined;
    return typeof value === "string" ? value : "";
  };
  const name = text("name") || `${text("firstName")} ${text("lastName")}`;
  return [name, text("email"), text("phone"), text("website")];
}

export function makeMatching(host: Host): Matching {
  return {
    keys: (record) => askFull(host, FullQuery.matchKeys, ...details("the record", record)),
    compare: (a, b) =>
      askFull(host, FullQuery.matchCompare, ...details("the record", a), ...details("the other record", b)),
  };
}
