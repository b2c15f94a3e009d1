// Ids on their own: `core.ids`.
import type { Host } from "./host.ts";
import type { IdResult, Ids, TaxScheme } from "./id-types.ts";
import type { Instance } from "./instance.ts";
import { askFull, FullQuery } from "./queries.ts";
import { readIdAnswer } from "./read-answer.ts";
import { outOfMemory, overInput } from "./refusals.ts";
import { misused, requireString } from "./usage.ts";

// Key prefixes as numbers ("001" is 1), and the number that stands for any.
const anyObject = 0xffff;
const objects: ReadonlyMap<unknown, number> = new Map([
  [undefined, anyObject],
  ["account", 1],
  ["contact", 3],
]);
const timeLimit = 2 ** 48;
const schemes: ReadonlySet<TaxScheme> = new Set<TaxScheme>([
  "eu_vat",
  "gb_vat",
  "ch_vat",
  "no_vat",
  "us_ein",
  "au_abn",
  "in_gstin",
  "br_cnpj",
  "ca_bn",
]);

interface SalesforceCall {
  readonly text: string;
  readonly object: number;
}

function callSalesforce(instance: Instance, { text, object }: SalesforceCall): IdResult {
  const size = instance.writeInput(text);
  if (size < 0) return { ok: false, value: null, findings: [overInput()] };
  return readIdAnswer(instance, instance.exports._check_salesforce_id(size, object));
}

function callUuid(instance: Instance, text: string): IdResult {
  const size = instance.writeInput(text);
  if (size < 0) return { ok: false, value: null, findings: [overInput()] };
  return readIdAnswer(instance, instance.exports._check_uuid(size));
}

function callUuidV4(instance: Instance, random: Uint8Array): string {
  return instance.answer(instance.exports._uuid_v4(instance.writeInput(random)));
}

function callUuidV7(instance: Instance, bytes: Uint8Array): string {
  return instance.answer(instance.exports._uuid_v7(instance.writeInput(bytes)));
}

function requireRandom(random: unknown, size: number): Uint8Array {
  if (random === undefined) return crypto.getRandomValues(new Uint8Array(size));
  if (random instanceof Uint8Array && random.length === size) return random;
  return misused("random", random, `a Uint8Array of ${size} bytes`);
}

function requireTime(time: unknown): number {
  if (Number.isInteger(time) && (time as number) >= 0 && (time as number) < timeLimit) return time as number;
  return misused("time", time, "whole milliseconds since 1970, below 2^48");
}

/** Time and randomness as the module takes them, and behind them the UUID to be later than. */
function packV7(time: number, random: Uint8Array, previous: string): Uint8Array {
  const bytes = new Uint8Array(previous === "" ? 16 : 32);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(time / 2 ** 32));
  view.setUint32(2, time % 2 ** 32);
  bytes.set(random, 6);
  const digits = previous.replaceAll("-", "");
  for (let i = 0; i < digits.length; i += 2) bytes[16 + i / 2] = Number.parseInt(digits.slice(i, i + 2), 16);
  return bytes;
}

function requireObjectNumber(object: unknown): number {
  return objects.get(object) ?? misused("object", object, '"account" or "contact"');
}

export function makeIds(host: Host): Ids {
  let lastV7 = "";
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
      return host.mustRun(callUuidV4, requireRandom(random, 16));
    },
    uuidV7(time, random) {
      if (time === undefined && random === undefined) {
        lastV7 = host.mustRun(callUuidV7, packV7(Date.now(), requireRandom(undefined, 10), lastV7));
        return lastV7;
      }
      const at = time === undefined ? Date.now() : requireTime(time);
      return host.mustRun(callUuidV7, packV7(at, requireRandom(random, 10), ""));
    },
    uuidTime(text) {
      const { value } = host.mustRun(callUuid, requireString("the id", text));
      return value?.[14] === "7" ? Number.parseInt(value.slice(0, 8) + value.slice(9, 13), 16) : null;
    },
    tax(scheme, text, country = "") {
      const written = requireString("the number", text);
      const state = requireString("the country", country);
      if (!schemes.has(scheme)) return misused("the scheme", scheme, `one of ${[...schemes].join(", ")}`);
      // An argument ends at U+0000, but a number that holds one is none: another control character says the same.
      return askFull<IdResult>(host, FullQuery.taxId, scheme, written.replaceAll("\0", "\u0001"), state);
    },
    equal(a, b) {
      const first = canonical(requireString("the first id", a));
      return canonical(requireString("the second id", b)) === first && first !== "";
    },
  };
}
