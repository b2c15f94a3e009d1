// A core over a compiled module: takes the caller's values in, hands results out.
import { makeAddress, makeCountry } from "./address.ts";
import { needFull } from "./engine.ts";
import type { Host } from "./host.ts";
import { makeIds } from "./ids.ts";
import type { Instance } from "./instance.ts";
import { makeAudit, makeLifecycle, makeSync } from "./lifecycle.ts";
import { makeMatching } from "./matching.ts";
import { findHalved, type Packed, pack, packField, writePacked } from "./pack.ts";
import { makePhone } from "./phone.ts";
import { describeProfile } from "./profile.ts";
import type { Profile } from "./profile-types.ts";
import { type Members, readAnswer } from "./read-answer.ts";
import type { ReferenceShelf } from "./reference-shelf.ts";
import { halfCharacter, outOfMemory, overInput, refused } from "./refusals.ts";
import { makeSchema } from "./schema.ts";
import { makeSignupMachine } from "./signup-machine.ts";
import { makeSplit } from "./split.ts";
import type { CheckResult, Core, FieldContext, FieldResult, TextOptions } from "./types.ts";
import {
  batchBit,
  bytesOf,
  formatBits,
  isApi,
  optionBits,
  refuseFormat,
  requireEntity,
  requireObject,
  requireString,
} from "./usage.ts";

const unknownField = 0xffff;

interface PackedCall {
  readonly packed: Packed;
  readonly bits: number;
  /** Only this field is judged; undefined: the whole record is. */
  readonly field: number | undefined;
}

function callPacked(instance: Instance, { packed, bits, field }: PackedCall): CheckResult<Members> {
  const size = writePacked(instance, packed);
  if (size < 0) return refused(overInput());
  const halved = findHalved(packed, size);
  if (halved !== undefined) return refused(halfCharacter(halved));
  const { exports } = instance;
  const address =
    field === undefined ? exports._check_packed(size, bits) : exports._check_field_packed(size, bits, field);
  return readAnswer(instance, address, packed);
}

/** Of the full module alone. */
interface TextCall {
  readonly text: string | Uint8Array;
  readonly bits: number;
}

function callText(instance: Instance, { text, bits }: TextCall): CheckResult<Members> {
  const { full = needFull() } = instance;
  const size = instance.writeInput(text);
  if (size < 0) return refused(overInput());
  return JSON.parse(instance.answer(full.checkText(size, bits)));
}

function fieldResult(result: CheckResult<Members>, name: string): FieldResult {
  if (!result.ok) return result;
  // A value that means "no value" is left out of a record.
  const value = Object.hasOwn(result.value, name) ? result.value[name] : null;
  // Of the two kinds of result the same object, which nobody else has.
  const ofField: { value: unknown } = result;
  ofField.value = value;
  return ofField as FieldResult;
}

/** What a core is given by who loads it. */
export interface Loaders {
  /** Gives the host the atlas a caller names, or the package's own. */
  readonly loadAtlas: Core["loadAtlas"];
  readonly loadFull: Core["loadFull"];
  readonly reference: ReferenceShelf;
  readonly rules: string;
}

export function createCore(host: Host, { loadAtlas, loadFull, reference, rules }: Loaders): Core {
  let profile: Profile | undefined;

  function bitsOf(options: TextOptions | FieldContext | undefined): number {
    const bits = optionBits(options);
    if (isApi(bits) && !host.hasFull) needFull();
    return bits;
  }

  function checkText(text: string | Uint8Array, bits: number): CheckResult<Members> {
    if (!host.hasFull) needFull();
    return host.run(callText, { text, bits }) ?? refused(outOfMemory());
  }

  function check(record: unknown, options?: TextOptions): CheckResult<Members> {
    const bits = bitsOf(options);
    const object = requireObject("the record", record);
    const bytes = bytesOf(object);
    if (bytes !== undefined) return checkText(bytes, bits | formatBits(options?.format));
    refuseFormat(options);
    if (Array.isArray(object)) return checkText(JSON.stringify(object), bits | batchBit);
    const call: PackedCall = { packed: pack(object, options?.of ?? "customer", host.names), bits, field: undefined };
    return host.run(callPacked, call) ?? refused(outOfMemory());
  }

  function checkField(name: string, value: unknown, context?: FieldContext): FieldResult {
    const bits = bitsOf(context);
    const of = context?.of ?? "customer";
    const field = host.names.number(of, requireString("the name", name));
    if (field !== undefined && value === undefined) return { ok: true, value: undefined, changed: [], findings: [] };
    const record = context?.record === undefined ? undefined : requireObject("record", context.record);
    const packed = packField(name, value, of, host.names, record);
    const call: PackedCall = { packed, bits, field: field ?? unknownField };
    return fieldResult(host.run(callPacked, call) ?? refused(outOfMemory()), name);
  }

  function describedProfile(): Profile {
    profile ??= describeProfile(host);
    return profile;
  }

  const jsonSchema: Core["jsonSchema"] = (of, target, options) => {
    const { jsonSchema: write } = reference.get();
    const fields = options?.fields ?? (host.hasProfile ? describedProfile().fields[of] : undefined);
    return write(of, target, fields === undefined ? options : { ...options, fields });
  };

  return {
    version: BUILD_VERSION,
    rules,
    ids: makeIds(host),
    address: makeAddress(host),
    country: makeCountry(host),
    matching: makeMatching(host),
    lifecycle: makeLifecycle(host),
    sync: makeSync(host),
    audit: makeAudit(host),
    phone: makePhone(host),
    signup: makeSignupMachine(host),
    split: makeSplit(host),
    check: check as Core["check"],
    checkField,
    schema: ((of, options) => makeSchema({ check, jsonSchema }, requireEntity(of), options ?? {})) as Core["schema"],
    explain: (code) => reference.get().explain(code),
    jsonSchema,
    get hasReference() {
      return reference.has;
    },
    loadReference: () => reference.load(),
    loadAtlas,
    get profile() {
      return describedProfile();
    },
    loadFull,
    get hasFull() {
      return host.hasFull;
    },
    get hasAtlas() {
      return host.hasAtlas;
    },
  };
}
