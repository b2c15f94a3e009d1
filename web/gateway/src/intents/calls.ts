// How the record of an intent is created and looked for: a customer by its token, a contact by its e-mail.
import type { ApiAnswer, IntentState } from "vestibule/gateway";
import type { Upstream } from "../upstream.ts";

export interface Calls {
  send(payload: string): Promise<ApiAnswer>;
  probe(): Promise<ApiAnswer>;
}

/** The payload is the gateway's own writing of what the core accepted: [{ "email", ... }]. */
function emailOf(payload: string): string {
  const [{ email }] = JSON.parse(payload);
  return email;
}

export function callsOf(
  { token = "", owner, customerId }: IntentState,
  payload: string | null,
  upstream: Upstream,
): Calls {
  if (owner === undefined) return { send: upstream.send, probe: () => upstream.probe(token) };
  return {
    send: (contact) => upstream.sendContact(owner, contact, emailOf(contact)),
    probe: async () => {
      if (customerId !== undefined) return upstream.likeContact(owner, customerId);
      // What was typed is erased some time after it was parked; it cannot be looked for then.
      return payload === null ? {} : upstream.findContact(emailOf(payload));
    },
  };
}
