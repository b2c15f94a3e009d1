// How the gateway asks its intent store: which shard, and in which words.
import type { FormToken } from "../form-token.ts";
import { askObject } from "../objects.ts";
import type { Fetcher, ObjectNamespace } from "../platform.ts";
import type { Change, ChangeAnswer } from "./changes.ts";
import type { Decision, DeskState } from "./desk-types.ts";
import type { Claim, IntentAnswer, IntentName, StandingAnswer } from "./intent.ts";

/** Fixed for the life of a store, which remembers it: another number would look for keys in the wrong shards. */
export const shardCount = 16;

export type ShardAsk =
  | { readonly question: "claim"; readonly claim: Claim }
  | { readonly question: "outcome" | "standing"; readonly name: IntentName; readonly secretHash: string }
  | { readonly question: "change"; readonly change: Change }
  | { readonly question: "list"; readonly state: DeskState }
  | { readonly question: "counts" | "audit" }
  | { readonly question: "relink"; readonly relink: Decision }
  | { readonly question: "settle"; readonly decision: Decision }
  | { readonly question: "flight"; readonly hash: string }
  | { readonly question: "hint"; readonly customerId: string }
  | { readonly question: "bind"; readonly id: string; readonly key: string; readonly expires: number };

// FNV-1a, 32 bits: spreads random keys evenly, and is the same on every host.
function shardOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; ++index) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % shardCount;
}

function shardAt(namespace: ObjectNamespace, index: number): Fetcher {
  return namespace.get(namespace.idFromName(`intents-${index}-of-${shardCount}`));
}

function shardFor(namespace: ObjectNamespace, text: string): Fetcher {
  return shardAt(namespace, shardOf(text));
}

function ask<Answer>(shard: Fetcher, question: ShardAsk): Promise<Answer> {
  return askObject(shard, question, "The intent store did not answer.");
}

/** The answers of all shards. */
export function askEveryShard<Answer>(namespace: ObjectNamespace, question: ShardAsk): Promise<readonly Answer[]> {
  const shards = Array.from({ length: shardCount }, (_, index) => shardAt(namespace, index));
  return Promise.all(shards.map((shard) => ask<Answer>(shard, question)));
}

/** `known`: the key had an intent before this claim. */
export type ClaimAnswer = IntentAnswer & { readonly known: boolean };

export function claimIntent(namespace: ObjectNamespace, claim: Claim): Promise<ClaimAnswer> {
  return ask(shardFor(namespace, `${claim.site}\n${claim.key}`), { question: "claim", claim });
}

export function askOutcome(namespace: ObjectNamespace, name: IntentName, secretHash: string): Promise<IntentAnswer> {
  return ask(shardFor(namespace, `${name.site}\n${name.key}`), { question: "outcome", name, secretHash });
}

export function askStanding(namespace: ObjectNamespace, name: IntentName, secretHash: string): Promise<StandingAnswer> {
  return ask(shardFor(namespace, `${name.site}\n${name.key}`), { question: "standing", name, secretHash });
}

export function askChange(namespace: ObjectNamespace, change: Change): Promise<ChangeAnswer> {
  const { site, key } = change.name;
  return ask(shardFor(namespace, `${site}\n${key}`), { question: "change", change });
}

/** Answers whether the token is, from now on or already, this key's. */
export function bindFormToken(namespace: ObjectNamespace, { id, expires }: FormToken, key: string): Promise<boolean> {
  return ask(shardFor(namespace, id), { question: "bind", id, key, expires });
}
