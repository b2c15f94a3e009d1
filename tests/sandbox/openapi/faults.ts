// Faults that requests and steps of the sync meet.
// Depends on envelope, route and schemas.
import { success } from "./envelope.ts";
import type { Part } from "./route.ts";
import { between, flag, given, listOf, record, ref, type Schema, type Schemas, text, whole } from "./schemas.ts";

const delay: Schema = { ...between(0, 600_000), description: "Milliseconds before the answer, or before the work." };
const status = between(400, 599);
const retryAfter: Schema = { ...text, pattern: "^[ -~]{0,100}$", description: "The text of `Retry-After`." };
const late: Schemas = { delay };

interface Kind {
  readonly required?: Schemas;
  readonly optional?: Schemas;
}

/** The members of a fault beside those that every kind has. */
const kinds: Readonly<Record<string, Kind>> = {
  latency: { required: late },
  late_work: { required: late },
  rate_limited: { optional: { delay, retryAfter } },
  error_before: { optional: { delay, status, retryAfter } },
  error_after: { optional: { delay, status, retryAfter } },
  lost_request: { optional: late },
  lost_answer: { optional: late },
  cut_body: { optional: late },
  unreadable: { optional: late },
  sync_failure: { optional: { permanent: flag } },
  sync_lost: {},
  sync_cut: {},
  sync_delay: { required: { delay: { ...between(0, 10_000), description: "Milliseconds before the step." } } },
};

const route: Schema = {
  ...{ type: "string", maxLength: 100, pattern: "^[^*]*(?:[*][^*]*){0,3}$" },
  description: "A method and path of this document, or a step of the sync; `*` is any text.",
  examples: ["POST /customers"],
};
const times: Schema = { ...between(1, 1_000_000), description: "How many requests meet it; else every one." };
const after: Schema = { ...between(0, 1_000_000), description: "How many pass before the first." };
const count: Schema = { ...whole, minimum: 0 };

function asked(kind: string, { required = {}, optional = {} }: Kind): Schema {
  return given({ kind: { const: kind }, ...required }, { route, times, after, ...optional });
}

/** A text or `times` that was not chosen is absent, every other member is there. */
function counted(kind: string, { required = {}, optional = {} }: Kind): Schema {
  const { retryAfter: chosen, ...always } = { ...required, ...optional };
  const members = { route, kind: { const: kind }, after, ...always, passed: count, met: count };
  return record(members, { times, ...(chosen === undefined ? {} : { retryAfter: chosen }) });
}

const each = (make: (kind: string, members: Kind) => Schema): readonly Schema[] =>
  Object.entries(kinds).map(([kind, members]) => make(kind, members));

export const faults: Part = {
  schemas: {
    Fault: {
      oneOf: each(asked),
      examples: [{ route: "POST /customers", kind: "lost_answer", times: 1, after: 2 }],
    },
    CountedFault: { description: "A fault, and how many it let pass and met.", oneOf: each(counted) },
    Faults: given({}, { faults: listOf(ref("Fault"), { maxItems: 100 }) }, { faults: [] }),
  },
  routes: [
    {
      name: "GET /_sandbox/faults",
      id: "readFaults",
      tag: "Sandbox",
      summary: "The faults and whom they met",
      status: 200,
      answer: success(listOf(ref("CountedFault"))),
    },
    {
      name: "POST /_sandbox/faults",
      id: "setFaults",
      tag: "Sandbox",
      summary: "Put a list of faults in the place of the one before",
      description:
        "A request that meets a fault gets what the fault says: 429, any status from 400 to 599, no answer at all, or " +
        "half of one. Those answers are no part of the operations in this document.",
      body: ref("Faults"),
      bodyOptional: true,
      status: 200,
      answer: success(listOf(ref("CountedFault"))),
    },
  ],
};
