// Answers to pages of other origins that the configuration lists. No credentials: there are none here.

const allowedHeaders = "content-type, idempotency-key, signup-secret, challenge-response";
const readableHeaders = "idempotency-replayed, retry-after";

/** What lets the page of `origin` read an answer. */
export function readableBy(origin: string): Readonly<Record<string, string>> {
  return { "access-control-allow-origin": origin, "access-control-expose-headers": readableHeaders };
}

export function preflightResponse(methods: string): Response {
  const headers = {
    "access-control-allow-methods": methods,
    "access-control-allow-headers": allowedHeaders,
    "access-control-max-age": "600",
  };
  return new Response(null, { status: 204, headers });
}
