// Every answer that is no success, by its status.
// Depends on envelope and schemas.
import { errorId, failure } from "./envelope.ts";
import type { Schema } from "./schemas.ts";

interface Refusal {
  readonly name: string;
  readonly description: string;
  readonly type: string;
  readonly codes: readonly string[];
  readonly message: string;
  readonly header?: readonly [name: string, description: string, schema: Schema];
}

const invalid = "VALIDATION_ERROR";

export type RefusalStatus = 400 | 401 | 404 | 405 | 409 | 410 | 413 | 414 | 415 | 417 | 429 | 431 | 500 | 503 | 505;

const refusals: Readonly<Record<RefusalStatus, Refusal>> = {
  400: {
    name: "BadRequest",
    description:
      "The body, a parameter or the request itself is not as documented, or by the setting `missingKey` no key was sent. " +
      "Decision: a batch is refused as a whole, but by the setting `batches`.",
    type: invalid,
    codes: [
      "INVALID_FIELD_VALUE",
      "REQUIRED_FIELD_MISSING",
      "UNKNOWN_FIELD",
      "READ_ONLY_FIELD",
      "INVALID_BATCH_SIZE",
      "INVALID_JSON",
      "INVALID_BODY",
      "INVALID_EVENT",
      "INVALID_STATE",
      "INVALID_PARAMETER",
      "INVALID_URL",
      "UNEXPECTED_BODY",
      "BAD_REQUEST",
      "API_KEY_MISSING",
    ],
    message: "[1].recordType: expected one of Business, Consumer",
  },
  401: {
    name: "Unauthorized",
    description: "No key, or one that is not known.",
    type: "AUTHENTICATION_ERROR",
    codes: ["API_KEY_MISSING", "API_KEY_INVALID"],
    message: "send the header nue-api-key",
  },
  404: {
    name: "NotFound",
    description:
      "No such record, no such path, one that the setting `updatePath` took away, or a control path of a sandbox that " +
      "runs without `--control`.",
    type: "NOT_FOUND",
    codes: [
      "CUSTOMER_NOT_FOUND",
      "CONTACT_NOT_FOUND",
      "ORDER_NOT_FOUND",
      "SUBSCRIPTION_NOT_FOUND",
      "INVOICE_NOT_FOUND",
      "JOB_NOT_FOUND",
      "WEBHOOK_NOT_FOUND",
      "DELIVERY_NOT_FOUND",
      "ROUTE_NOT_FOUND",
    ],
    message: "there is no such customer",
  },
  405: {
    name: "MethodNotAllowed",
    description: "The path has no such method. Every path answers this to every method that is not in this document.",
    type: invalid,
    codes: ["METHOD_NOT_ALLOWED"],
    message: "this path has no such method",
    header: ["Allow", "The methods that it has.", { type: "string", examples: ["GET, POST"] }],
  },
  409: {
    name: "Conflict",
    description:
      "Another record has the value, or the state has moved on. Decision: of a second contact with the same address Nue " +
      "documents that it fails, not how.",
    type: "CONFLICT",
    codes: [
      "DUPLICATE_ACCOUNT_NUMBER",
      "DUPLICATE_EMAIL",
      "ORDER_NOT_DRAFT",
      "INVOICE_NOT_DRAFT",
      "STALE_CHANGE",
      "TOO_MANY_WEBHOOKS",
    ],
    message: "[0].email: another contact has it",
  },
  410: {
    name: "LinesGone",
    description: "Lines after the one named are no longer kept (setting `feedLines`).",
    type: "NOT_FOUND",
    codes: ["LINES_GONE"],
    message: "the lines before 301 are no longer kept; read the records, and go on from there",
  },
  413: {
    name: "BodyTooLarge",
    description:
      "The body is over 5 MiB, that of a customer's or contact's PATCH over 1 MiB, or a state over 64 MiB. Decision.",
    type: invalid,
    codes: ["BODY_TOO_LARGE"],
    message: "a body has at most 5 MiB",
  },
  414: {
    name: "UrlTooLong",
    description: "The URL has over 2,048 bytes. Decision.",
    type: invalid,
    codes: ["URL_TOO_LONG"],
    message: "the URL has at most 2048 bytes",
  },
  415: {
    name: "UnsupportedMedia",
    description:
      "The body is not JSON in UTF-8, or is encoded. Where a body may be sent its type is needed even without one.",
    type: invalid,
    codes: ["UNSUPPORTED_MEDIA_TYPE", "UNSUPPORTED_ENCODING"],
    message: "Content-Type: application/json, in UTF-8",
  },
  417: {
    name: "BadExpectation",
    description: "An expectation other than 100-continue.",
    type: invalid,
    codes: ["BAD_EXPECTATION"],
    message: "the only expectation known is 100-continue",
  },
  429: {
    name: "TooManyRequests",
    description: "Only by a fault (`POST /_sandbox/faults`), with the `Retry-After` that it names, if any.",
    type: "RATE_LIMIT",
    codes: ["RATE_LIMITED"],
    message: "too many requests",
  },
  431: {
    name: "HeadersTooLarge",
    description: "Over 64 headers, 16 KiB of them, or 8 KiB in one. Decision.",
    type: invalid,
    codes: ["HEADERS_TOO_LARGE"],
    message: "the headers are too large",
  },
  500: {
    name: "StoreFailed",
    description: "The database failed.",
    type: "SERVER_ERROR",
    codes: ["STORE_FAILED", "INTERNAL_ERROR"],
    message: "the change could not be stored",
  },
  503: {
    name: "Overloaded",
    description: "Over 512 connections. Decision: this stands where Nue would limit a rate.",
    type: "SERVER_ERROR",
    codes: ["OVERLOADED"],
    message: "too many connections",
    header: ["Retry-After", "Seconds.", { type: "integer", minimum: 1 }],
  },
  505: {
    name: "BadVersion",
    description: "Not HTTP/1.1 or 1.0.",
    type: "SERVER_ERROR",
    codes: ["BAD_VERSION"],
    message: "HTTP/1.1 only",
  },
};

function response(status: RefusalStatus): Schema {
  const { name, description, type, codes, message, header } = refusals[status];
  const example = { status: "FAILED", errorType: type, errorCode: codes[0], message };
  const id = status === 500 ? { errorId: "5f0b3c52-0c1e-4f7a-9f0e-6a1d2b3c4f00" } : {};
  return {
    description,
    ...(header === undefined
      ? {}
      : { headers: { [header[0]]: { description: header[1], required: true, schema: header[2] } } }),
    content: {
      "application/json": {
        schema: { title: name, ...failure(type, codes, status === 500 ? errorId : {}) },
        example: { ...example, ...id },
      },
    },
  };
}

export const refusalResponses: Readonly<Record<string, Schema>> = Object.fromEntries(
  Object.keys(refusals).map((key) => {
    const status = Number(key) as RefusalStatus;
    return [refusals[status].name, response(status)];
  }),
);

export function refused(status: RefusalStatus): Schema {
  return { $ref: `#/components/responses/${refusals[status].name}` };
}
