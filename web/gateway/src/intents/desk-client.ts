// How the operator's routes ask all shards at once.
import type { ObjectNamespace } from "../platform.ts";
import { askEveryShard } from "./client.ts";
import type { AuditEntry, Decision, DeskCounts, DeskState, ListedIntent, RelinkAnswer } from "./desk-types.ts";

/** The longest at rest first. */
export async function listIntents(namespace: ObjectNamespace, state: DeskState): Promise<readonly ListedIntent[]> {
  const lists = await askEveryShard<readonly ListedIntent[]>(namespace, { question: "list", state });
  return lists.flat().sort((a, b) => b.restsSeconds - a.restsSeconds);
}

export async function askDeskCounts(namespace: ObjectNamespace): Promise<DeskCounts> {
  const sums: Record<string, number> = {};
  for (const counts of await askEveryShard<DeskCounts>(namespace, { question: "counts" })) {
    for (const [state, count] of Object.entries(counts)) sums[state] = (sums[state] ?? 0) + count;
  }
  return sums;
}

/** A digest does not tell the shard, so all are asked; one has it at most. */
export async function relinkIntent(namespace: ObjectNamespace, relink: Decision): Promise<RelinkAnswer> {
  const answers = await askEveryShard<RelinkAnswer>(namespace, { question: "relink", relink });
  return answers.find(({ kind }) => kind !== "not_parked") ?? { kind: "not_parked" };
}

/** Whether it was a surplus record of that sign-up which nobody had settled. */
export async function settleSurplus(namespace: ObjectNamespace, decision: Decision): Promise<boolean> {
  return (await askEveryShard<boolean>(namespace, { question: "settle", decision })).includes(true);
}

/** NDJSON; "" when no shard keeps a record of it. */
export async function readFlight(namespace: ObjectNamespace, hash: string): Promise<string> {
  const texts = await askEveryShard<string>(namespace, { question: "flight", hash });
  return texts.find((text) => text !== "") ?? "";
}

export async function readAudit(namespace: ObjectNamespace): Promise<readonly AuditEntry[]> {
  const entries = await askEveryShard<readonly AuditEntry[]>(namespace, { question: "audit" });
  return entries.flat().sort((a, b) => a.time - b.time);
}
