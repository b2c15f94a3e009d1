// The one core of this process: it reads what the public sends, and nothing else does.

import { atlasBytes } from "vestibule/atlas";
import module from "vestibule/full.wasm";
import { type GatewayCore, openGateway, type SignupRequest } from "vestibule/gateway";
import type { Format } from "./checks.ts";

const core: GatewayCore = await openGateway(module, atlasBytes());

export function readSignup(body: Uint8Array, format: Format): SignupRequest {
  return core.readRequest(body, format);
}

/** 130 random bits as text, to find the record again that a sign-up creates. */
export function newToken(): string {
  return core.token(crypto.getRandomValues(new Uint8Array(17)));
}
