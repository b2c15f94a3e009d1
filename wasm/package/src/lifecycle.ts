// A customer's life on its own: `core.lifecycle`, `core.sync` and `core.audit`.
import type { Host } from "./host.ts";
import { maxInput } from "./instance.ts";
import type {
  Audit,
  AuditVerdict,
  Life,
  Lifecycle,
  LifecycleOptions,
  LifecycleStep,
  LifeDescription,
  OrderFact,
  PreviewRow,
  Sync,
} from "./lifecycle-types.ts";
import { askFull, FullQuery } from "./queries.ts";
import { type Refused, readable } from "./readable.ts";
import { requireEntity, requireObject, requireString } from "./usage.ts";

/** customerSince without a list of orders: one was activated, whichever it was. */
const someOrder = "00000000-0000-0000-0000-000000000000";

function factsOf(orders: LifecycleOptions["orders"], customerSince: unknown): readonly OrderFact[] {
  if (orders !== undefined) {
    const activated = orders.filter(({ status }) => /^activ/i.test(status));
    return activated.map(({ id }): OrderFact => ({ kind: "activated", order: id }));
  }
  return typeof customerSince === "string" ? [{ kind: "activated", order: someOrder }] : [];
}

function lifeOf(customer: object, { mode = "selective", orders }: LifecycleOptions = {}): Life {
  const { id, externalId, customerSince } = requireObject("the customer", customer) as Readonly<
    Record<string, unknown>
  >;
  const facts = factsOf(orders, customerSince);
  const linked = typeof externalId === "string";
  const due = facts.length > 0 || (typeof id === "string" && mode === "continuous");
  return {
    ...(linked ? { account: externalId } : {}),
    ...(typeof customerSince === "string" ? { customerSince } : {}),
    ...(typeof id === "string" ? { id } : {}),
    link: linked ? "Linked" : due ? "Pending" : "None",
    mode,
    ...(facts.length > 0 ? { orders: facts } : {}),
  };
}

export function makeLifecycle(host: Host): Lifecycle {
  return {
    of: lifeOf,
    describe: (life) =>
      readable(askFull<LifeDescription | Refused>(host, FullQuery.lifecycleDescribe, JSON.stringify(life))),
    step: (life, event) =>
      readable(
        askFull<LifecycleStep | Refused>(host, FullQuery.lifecycleStep, JSON.stringify(life), JSON.stringify(event)),
      ),
  };
}

export function makeSync(host: Host): Sync {
  return {
    preview(record, { of = "customer", country = "" } = {}) {
      const text = JSON.stringify(requireObject("the record", record));
      return readable(
        askFull<readonly PreviewRow[] | Refused>(host, FullQuery.syncPreview, text, requireEntity(of), country),
      );
    },
  };
}

/** A call takes 1 MiB; a character has three bytes at most, so pieces of this many always fit. */
const pieceLength = 300_000;

/** A line with its line feed, in bytes (audit/verify.hpp, line_max_bytes). */
const longestLine = maxInput - 256;
const encoder = new TextEncoder();

type Piece = Omit<AuditVerdict, "ok">;

/** Where a piece that begins at `begin` ends: behind the last line feed that fits, or behind the first one. */
function endOfPiece(log: string, begin: number): number {
  if (log.length - begin <= pieceLength) return log.length;
  const last = log.lastIndexOf("\n", begin + pieceLength);
  const end = last >= begin ? last : log.indexOf("\n", begin);
  return end < 0 ? log.length : end + 1;
}

/**
 * A piece as it is asked about. What no call could carry whole is cut off, so that the core finds it as any line without its
 * end: a line that is too long, and what follows U+0000, which no line holds as it is.
 */
function askable(piece: string): string {
  const nul = piece.indexOf("\0");
  if (nul >= 0) return `${piece.slice(0, nul)} `;
  const tooLong = piece.length > pieceLength && encoder.encode(piece).length > longestLine;
  return tooLong ? piece.slice(0, pieceLength) : piece;
}

export function makeAudit(host: Host): Audit {
  return {
    verify(log) {
      requireString("the log", log);
      let piece: Piece = { count: 0, head: "0".repeat(64), replayed: true };
      let begin = 0;
      do {
        const end = endOfPiece(log, begin);
        const { count, head } = piece;
        const more = end < log.length ? "more" : "";
        const lines = askable(log.slice(begin, end));
        piece = askFull<Piece>(host, FullQuery.auditVerify, lines, String(count), head, more);
        begin = end;
      } while (begin < log.length && piece.fault === undefined);
      return { ok: piece.fault === undefined, ...piece };
    },
  };
}
