// Nue's envelopes around what is answered.
// Depends on schemas.
import {
  atMost,
  between,
  listOf,
  oneOf,
  record,
  ref,
  type Schema,
  type Schemas,
  text,
  uuid,
  whole,
} from "./schemas.ts";

const warnings = listOf(ref("Warning"));
const succeeded: Schema = { const: "SUCCESS" };

export const envelopeSchemas: Schemas = {
  Warning: {
    description:
      "What was accepted and is doubtful, or named nothing. Decision: Nue documents the member, not its items.",
    ...record({ code: text, message: text }),
  },
  Pagination: {
    description: "Decision: of its members Nue documents `total` alone.",
    ...record({ page: between(1, 1_000_000_000), limit: between(1, 500), total: { ...whole, minimum: 0 } }),
  },
};

export function success(data: Schema): Schema {
  return record({ status: succeeded, data, warnings });
}

export function page(items: Schema): Schema {
  return record({ status: succeeded, data: listOf(items), warnings, pagination: ref("Pagination") });
}

/** Several calls answer one record as an array. */
export function one(item: Schema): Schema {
  const description = "By the setting `oneRecord`, an array at first.";
  return success({ description, oneOf: [listOf(item, { minItems: 1, maxItems: 1 }), item] });
}

/** Decision: the members are Nue's, the values are the sandbox's own. */
export function failure(errorType: string, codes: readonly string[], more: Schemas = {}): Schema {
  return record({
    status: { const: "FAILED" },
    errorType: { const: errorType },
    errorCode: oneOf(...codes),
    message: atMost(100_000),
    ...more,
  });
}

export const errorId: Schemas = { errorId: { ...uuid, description: "Names the failure for whoever looks for it." } };
