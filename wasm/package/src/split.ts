// Pasted texts: `core.split`.
import type { Host } from "./host.ts";
import { askFull, FullQuery } from "./queries.ts";
import type { Split, SplitOptions } from "./split-types.ts";
import { misused, requireString } from "./usage.ts";

function queryOf(kind: unknown): number {
  if (kind === "signature") return FullQuery.signatureSplit;
  return kind === "address" ? FullQuery.addressSplit : misused("the kind", kind, '"address" or "signature"');
}

export function makeSplit(host: Host): Split {
  return ((text: string, kind: unknown, options?: SplitOptions) => {
    const query = queryOf(kind);
    const country = options?.country === undefined ? "" : requireString("the country", options.country);
    return askFull(host, query, requireString("the text", text), country);
  }) as Split;
}
