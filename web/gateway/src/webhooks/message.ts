// What is taken from a webhook: that something happened to a customer. Nothing else in it is believed, or kept.

/** nue-api section 7, and what the stand-in for Nue sends beside. */
export const knownEvents = [
  "customer.created",
  "customer.updated",
  "contact.created",
  "contact.updated",
  "order.created",
  "order.activated",
  "subscription.created",
  "subscription.updated",
  "invoice.created",
  "invoice.activated",
] as const;

export interface Message {
  readonly id: string;
  /** "other" for a name that is not known. */
  readonly event: (typeof knownEvents)[number] | "other";
  readonly customerId: string | null;
  /** Which of two messages is newer; 0 when it does not say. Dates are never asked. */
  readonly sequence: number;
}

type Members = Readonly<Partial<Record<"event" | "customerId" | "sequence", unknown>>>;

function parse(body: Uint8Array): Members | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
    return typeof value === "object" && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** For a body whose signature was verified: it comes from the API, not from the public. undefined for what is no message. */
export function readMessage(id: string, body: Uint8Array): Message | undefined {
  const members = parse(body);
  if (members === undefined) return undefined;
  const { event, customerId, sequence } = members;
  return {
    id,
    event: knownEvents.find((known) => known === event) ?? "other",
    customerId: typeof customerId === "string" && /^[0-9a-f-]{36}$/.test(customerId) ? customerId : null,
    sequence: Number.isSafeInteger(sequence) ? Number(sequence) : 0,
  };
}
