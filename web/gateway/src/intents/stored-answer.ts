// The answers that are stored, and repeated byte for byte.
import type { IntentState } from "vestibule/gateway";
import { problemText } from "../problems.ts";
import type { StoredResponse } from "./intent.ts";

/** What a page is told about a new customer. A customer without orders is a prospect. */
export interface CreatedAnswer {
  readonly v: 1;
  readonly id: string;
  readonly accountNumber: string | null;
  readonly stage: "Prospect";
  readonly link: "None" | "Linked";
}

const longestNumber = 40;

function createdBody({ customerId = "", accountNumber = "", externalId }: IntentState): string {
  const answer: CreatedAnswer = {
    v: 1,
    id: customerId,
    accountNumber: accountNumber !== "" && accountNumber.length <= longestNumber ? accountNumber : null,
    stage: "Prospect",
    link: externalId === undefined ? "None" : "Linked",
  };
  return JSON.stringify(answer);
}

/** null while there is nothing to tell for good. Of a contact nobody is told. */
export function responseOf(intent: IntentState): StoredResponse | null {
  if (intent.owner !== undefined) return null;
  switch (intent.state) {
    case "created":
      return { status: 201, body: createdBody(intent) };
    case "rejected":
      // Why the upstream refused is for the operator: its words may be about other customers.
      return { status: 422, body: problemText({ status: 422, code: "upstream.refused" }) };
    default:
      return null;
  }
}
