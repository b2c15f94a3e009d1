// vestibule/gateway: what a server asks the core when somebody signs up. Runs on the full module, which the
// host brings, because hosts differ in how they compile one. Nothing happens on import.
import glue from "vestibule-full-glue";
import { makeCountry } from "./address.ts";
import { needFull } from "./engine.ts";
import { VestibuleLoadError, VestibuleUsageError } from "./errors.ts";
import type { ContactSignup, CustomerSignup } from "./generated/fields.ts";
import { Host } from "./host.ts";
import { type Instance, maxInput } from "./instance.ts";
import type { Intents } from "./intent-types.ts";
import { makeIntents } from "./intents.ts";
import { makeLifecycle } from "./lifecycle.ts";
import type { Lifecycle } from "./lifecycle-types.ts";
import { describeProfile, profileText } from "./profile.ts";
import type { Profile } from "./profile-types.ts";
import { outOfMemory, overInput } from "./refusals.ts";
import { rulesOf } from "./rules.ts";
import type { Finding } from "./types.ts";

export { describe } from "./describe.ts";
export { VestibuleLoadError, VestibuleProfileError, VestibuleUsageError } from "./errors.ts";
export type { Code } from "./generated/codes.ts";
export type { ContactSignup, CustomerSignup } from "./generated/fields.ts";
export type {
  Admission,
  AnswerRow,
  ApiAnswer,
  Breaker,
  IntentEffect,
  IntentEvent,
  IntentPolicy,
  IntentState,
  IntentStateName,
  IntentStep,
  Intents,
  Pressure,
  RequestMarks,
} from "./intent-types.ts";
export type { Life, Lifecycle, LifecycleOptions, LifeDescription, Link, Stage, Standing } from "./lifecycle-types.ts";
export { fixedText, type Message } from "./message.ts";
export type { Profile, ProfileField } from "./profile-types.ts";
export type { Finding, Locale } from "./types.ts";

/** What accompanies a customer. A member that was not sent is "". */
export interface RequestForm {
  readonly token: string;
  readonly secret: string;
  readonly trap: string;
  readonly locale: string;
  readonly rules: string;
  readonly key: string;
}

interface RequestParts {
  /** As far as it could be read, also of a refused request. */
  readonly form: RequestForm;
  /** Pointers from the top of the text: "/customer/email", "/contact/email"; of form fields: "/email", "/contact/email". */
  readonly findings: readonly Finding[];
  /** There, and true, when there were more findings than are listed. */
  readonly truncated?: true;
}

/** A request as the core read and judged it with the rules of sign-up. */
export type SignupRequest =
  | (RequestParts & {
      readonly ok: true;
      readonly value: CustomerSignup;
      /** Only where one was sent. */
      readonly contact?: ContactSignup;
      /** The same for every spelling of the same sign-up: 64 hexadecimal digits. */
      readonly fingerprint: string;
    })
  | (RequestParts & { readonly ok: false; readonly value: null; readonly fingerprint: null });

/** A change of a customer as the core read and judged it with the rules of sign-up. */
export type SignupChange =
  | {
      readonly ok: true;
      /** Only the members that were sent; null empties one. */
      readonly value: { readonly [Name in keyof CustomerSignup]?: CustomerSignup[Name] | null };
      readonly findings: readonly Finding[];
    }
  | { readonly ok: false; readonly value: null; readonly findings: readonly Finding[] };

/** Answers at once and never waits. */
export interface GatewayCore {
  /** The version, a digest of the rules and one of the profile: what is judged by. */
  readonly rules: string;
  /** What the tenant asks for, as a form needs it; absent where no profile was given. */
  readonly profile?: Profile;
  /** Reads the body of a sign-up request, at most 32 KiB. */
  readRequest(body: Uint8Array, format: "json" | "form"): SignupRequest;
  /** Reads the body of a change after sign-up, at most 32 KiB: {"v":1,"customer":{...}} with what is to change. */
  readChange(body: Uint8Array): SignupChange;
  /**
   * A record as it is written for Nue: its countries as the `countryOnWire` of the profile has them, by their codes or their
   * English names.
   */
  onWire<Values extends object>(record: Values, of: "customer" | "contact"): Values;
  /** The mark of one sign-up, 26 characters, from 17 random bytes. */
  token(random: Uint8Array): string;
  /** Where a customer stands, from what the API answers of it and of its orders. */
  readonly lifecycle: Lifecycle;
  /** The rules by which one sign-up becomes at most one customer. */
  readonly intents: Intents;
}

const patchBit = 1 << 0;
const formBit = 2 << 2;
const tokenBytes = 17;
const noForm: RequestForm = { token: "", secret: "", trap: "", locale: "", rules: "", key: "" };

function unread(finding: Finding): SignupRequest {
  return { ok: false, value: null, fingerprint: null, form: noForm, findings: [finding] };
}

function unreadChange(finding: Finding): SignupChange {
  return { ok: false, value: null, findings: [finding] };
}

interface ReadCall {
  readonly body: Uint8Array;
  readonly bits: number;
}

function callRead(instance: Instance, { body, bits }: ReadCall): SignupRequest {
  const { full = needFull() } = instance;
  const size = instance.writeInput(body);
  // The text is the core's own, with members it names itself.
  return JSON.parse(instance.answer(full.readRequest(size, bits)));
}

function callChange(instance: Instance, { body, bits }: ReadCall): SignupChange {
  const { full = needFull() } = instance;
  const size = instance.writeInput(body);
  const { ok, value, findings } = JSON.parse(instance.answer(full.readRequest(size, bits)));
  return { ok, value, findings };
}

function callToken(instance: Instance, random: Uint8Array): string {
  const { full = needFull() } = instance;
  return instance.answer(full.makeToken(instance.writeInput(random)));
}

/** Where the profile wants names, fields that hold nothing stay as they are. */
function wireWriter(host: Host, profile: Profile | undefined): GatewayCore["onWire"] {
  if (profile?.countryOnWire !== "name") return (record) => record;
  const { fields } = profile;
  const { find } = makeCountry(host);
  return (record, of) => {
    const countries = new Set(fields[of].filter(({ kind }) => kind === "country").map(({ name }) => name));
    const members = Object.entries(record).map(([name, value]) => {
      return [name, countries.has(name) && typeof value === "string" ? (find(value)?.name ?? value) : value] as const;
    });
    return Object.fromEntries(members) as typeof record;
  };
}

/**
 * A core over the compiled module of "vestibule/full.wasm", with the country facts of "vestibule/atlas" and the tenant's
 * profile, as an object or as JSON text; throws a VestibuleProfileError for mistakes in it.
 */
export async function openGateway(
  module: WebAssembly.Module,
  atlas: Uint8Array,
  profile?: object | string,
): Promise<GatewayCore> {
  const host = await Host.start({ module, glue });
  if (!host.hasFull) throw new VestibuleLoadError("This is not the full module.");
  host.setAtlas(atlas);
  if (profile !== undefined) host.setProfile(profileText(profile));
  const described = profile === undefined ? undefined : describeProfile(host);
  return {
    rules: await rulesOf(profile === undefined ? undefined : profileText(profile)),
    ...(described === undefined ? {} : { profile: described }),
    readRequest(body, format) {
      if (body.length > maxInput) return unread(overInput());
      const call: ReadCall = { body, bits: format === "form" ? formBit : 0 };
      return host.run(callRead, call) ?? unread(outOfMemory());
    },
    readChange(body) {
      if (body.length > maxInput) return unreadChange(overInput());
      return host.run(callChange, { body, bits: patchBit }) ?? unreadChange(outOfMemory());
    },
    onWire: wireWriter(host, described),
    token(random) {
      if (random.length !== tokenBytes) throw new VestibuleUsageError(`A token is made from ${tokenBytes} bytes.`);
      return host.mustRun(callToken, random);
    },
    lifecycle: makeLifecycle(host),
    intents: makeIntents(host),
  };
}
