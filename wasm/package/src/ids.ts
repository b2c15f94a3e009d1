// Ids on their own: `core.ids`.
import type { Host } from "./host.ts";
import type { Instance } from "./instance.ts";
import { outOfMemory, overInput } from "./refusals.ts";
import type { IdResult, Ids } from "./types.ts";
import { misused, requireString } from "./usage.ts";

// Key prefixes as numbers ("001" is 1), and the number that stands for any.
const anyObject = 0xffff;
const objects: ReadonlyMap<unknown, number> = new Map([
  [undefined, anyObject],
  ["account", 1],
  ["contact", 3],
]);
const randomBytes = 16;

interface SalesforceCall {
  readonly text: string;
  readonly object: number;
}

function callSalesforce(instance: Instance, { text, object }: SalesforceCall): IdResult {
  const size = instance.writeInput(text);
  if (size < 0) return { ok: false, value: null, findings: [overInput()] };
  return JSON.parse(instance.answer(instance.exports.checkSalesforceId(size, object)));
}

function callUuid(instance: Instance, text: string): IdResult {
  const size = instance.writeInput(text);
  if (size < 0) return { ok: false, value: null, findings: [overInput()] };
  return JSON.parse(instance.answer(instance.exports.checkUuid(size)));
}

function callUuidV4(instance: Instance, random: Uint8Array): string {
  return instance.answer(instance.exports.uuidV4(instance.writeInput(random)));
}

function requireRandom(random: unknown): Uint8Array {
  if (random === undefined) return crypto.getRandomValues(new Uint8Array(randomBytes));
  if (random instanceof Uint8Array && random.length === randomBytes) return random;
  return misused("random", random, `a Uint8Array of ${randomBytes} bytes`);
}

function requireObjectNumber(object: unknown): number {
  return objects.get(object) ?? misused("object", object, '"account" or "contact"');
}

export function makeIds(host: Host): Ids {
  const refused: IdResult = { ok: false, value: null, findings: [outOfMemory()] };

  /** The canonical 18 characters; "" for what is no id. */
  function canonical(text: string): string {
    return host.mustRun(callSalesforce, { text, object: anyObject }).value ?? "";
  }

  return {
    salesforce(text, object) {
      const call: SalesforceCall = { text: requireString("the id", text), object: requireObjectNumber(object) };
      return host.run(callSalesforce, call) ?? refused;
    },
    uuid(text) {
      return host.run(callUuid, requireString("the id", text)) ?? refused;
    },
    uuidV4(random) {
      return host.mustRun(callUuidV4, requireRandom(random));
    },
    equal(a, b) {
      const first = canonical(requireString("the first id", a));
      return canonical(requireString("the second id", b)) === first && first !== "";
    },
  };
}
