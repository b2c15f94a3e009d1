// One sign-up in a gateway: `core.intents`.
import type { Host } from "./host.ts";
import type { Admission, Breaker, IntentStep, Intents } from "./intent-types.ts";
import { askFull, FullQuery } from "./queries.ts";
import { type Refused, readable } from "./readable.ts";

interface Pressed {
  readonly pressure: object;
}

export function makeIntents(host: Host): Intents {
  return {
    step: (intent, event, policy) =>
      readable(
        askFull<IntentStep | Refused>(
          host,
          FullQuery.gatewayStep,
          JSON.stringify(intent),
          JSON.stringify(event),
          JSON.stringify(policy),
        ),
      ),
    admit(known, request) {
      const { state, fingerprint, bodyHash } = known ?? { state: "", fingerprint: "", bodyHash: "" };
      const given = [state, fingerprint, bodyHash, request.fingerprint, request.bodyHash];
      return askFull<Admission>(host, FullQuery.gatewayAdmit, ...given);
    },
    pass(pressure, call, now, probeWaits) {
      const given = [pressure, call, String(now), probeWaits ? "waits" : ""];
      const answer = readable(
        askFull<(Pressed & { readonly passes: boolean }) | Refused>(host, FullQuery.gatewayPass, ...given),
      );
      return { passes: answer.passes, pressure: JSON.stringify(answer.pressure) };
    },
    note(pressure, called, { now, random = 0 }) {
      const event = JSON.stringify({ event: "send_answered", answer: called, now, random });
      const answer = readable(
        askFull<(Pressed & { readonly breaker: Breaker }) | Refused>(host, FullQuery.gatewayNote, pressure, event),
      );
      return { breaker: answer.breaker, pressure: JSON.stringify(answer.pressure) };
    },
  };
}
