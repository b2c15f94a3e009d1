// The one core of this process: it reads what the public sends, and nothing else does.

import { env } from "cloudflare:workers";
import { atlasBytes } from "vestibule/atlas";
import module from "vestibule/full.wasm";
import {
  type GatewayCore,
  type Intents,
  type LifecycleOptions,
  openGateway,
  type Profile,
  type SignupChange,
  type SignupRequest,
  type Standing,
} from "vestibule/gateway";
import type { Format } from "./checks.ts";
import { profileIn } from "./config.ts";

// Of a mistake in the configuration whoever reads all of it says more.
const core: GatewayCore = await openGateway(module, atlasBytes(), profileIn(env.CONFIG));

/** What this gateway judges by, in one word. */
export const rules: string = core.rules;

/** What the tenant asks for; undefined where that is what is usual. */
export const tenant: Profile | undefined = core.profile;

/** The rules by which one sign-up becomes at most one customer. */
export const intents: Intents = core.intents;

export function readSignup(body: Uint8Array, format: Format): SignupRequest {
  return core.readRequest(body, format);
}

export function readChange(body: Uint8Array): SignupChange {
  return core.readChange(body);
}

/** A record that was accepted, as the API is to get it. */
export function onWire<Values extends object>(record: Values, of: "customer" | "contact"): Values {
  return core.onWire(record, of);
}

/** 130 random bits as text, to find the record again that a sign-up creates. */
export function newToken(): string {
  return core.token(crypto.getRandomValues(new Uint8Array(17)));
}

/** Stage and link, from the customer and its activated orders as the API answers them. */
export function standingOf(customer: object, orders: NonNullable<LifecycleOptions["orders"]>): Standing {
  const { stage, link } = core.lifecycle.describe(core.lifecycle.of(customer, { orders }));
  return { stage, link };
}
