// A tenant's profile: checked by the core, described for forms.
import { needFull } from "./engine.ts";
import { VestibuleProfileError, VestibuleUsageError } from "./errors.ts";
import type { Host } from "./host.ts";
import type { Instance } from "./instance.ts";
import { type CustomName, Names } from "./names.ts";
import type { Profile } from "./profile-types.ts";
import { askFull, FullQuery } from "./queries.ts";
import type { Finding } from "./types.ts";
import { misused } from "./usage.ts";

interface Loaded {
  readonly findings: readonly Finding[];
  /** There when there are no findings. */
  readonly custom?: readonly CustomName[];
}

/** The JSON of a profile as a caller gives it: an object, or its text. */
export function profileText(given: unknown): string {
  if (typeof given === "string") return given;
  if (typeof given !== "object" || given === null) return misused("profile", given, "an object, or JSON text");
  return JSON.stringify(given);
}

/** Gives an instance the profile; throws for mistakes in it. */
export function loadProfile(instance: Instance, text: string): Names {
  const { full = needFull() } = instance;
  const size = instance.writeInput(text);
  if (size < 0) throw new VestibuleUsageError("The profile is over 1 MiB.");
  const { findings, custom } = JSON.parse(instance.answer(full.loadProfile(size))) as Loaded;
  if (custom === undefined) throw new VestibuleProfileError(findings);
  return new Names(custom);
}

export function describeProfile(host: Host): Profile {
  return askFull<Profile>(host, FullQuery.profileDescribe);
}
