// By which rules a record was judged, in one word: it is sent with each sign-up and kept there.
import { encoder } from "./instance.ts";

/**
 * "0.1.0+5482886746ae7ee1": the version, and the digest of what the package judges by; behind a dot that of the profile,
 * or nothing on a page over plain http, where there are no digests.
 */
export async function rulesOf(profile: string | undefined): Promise<string> {
  if (profile === undefined) return BUILD_RULES;
  // Without its spacing: an object and its text are one profile.
  const bytes = encoder.encode(JSON.stringify(JSON.parse(profile)));
  const digest = await crypto.subtle?.digest("SHA-256", bytes);
  return `${BUILD_RULES}.${btoa(String.fromCharCode(...new Uint8Array(digest ?? [])))}`;
}
