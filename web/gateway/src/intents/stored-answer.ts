// The answers that are stored, and repeated byte for byte.
import { problemText } from "../problems.ts";
import type { UpstreamRecord } from "../upstream.ts";

/** What a page is told about a new customer. A customer without orders is a prospect. */
export interface CreatedAnswer {
  readonly v: 1;
  readonly id: string;
  readonly accountNumber: string | null;
  readonly stage: "Prospect";
  readonly link: "None" | "Linked";
}

export function createdBody({ id, accountNumber, externalId }: UpstreamRecord): string {
  const link = externalId === null ? "None" : "Linked";
  const answer: CreatedAnswer = { v: 1, id, accountNumber, stage: "Prospect", link };
  return JSON.stringify(answer);
}

/** Why the upstream refused is for the operator: its words may be about other customers. */
export function refusedBody(): string {
  return problemText({ status: 422, code: "upstream.refused" });
}
