// The rules by which a browser sends a sign-up once: `core.signup`.
import { VestibuleUsageError } from "./errors.ts";
import type { Host } from "./host.ts";
import { ask, Query } from "./queries.ts";
import type { MachineStep, SignupMachine } from "./signup-types.ts";

/** Names and values in turn, without what means nothing: an empty text would end the list. */
function textsOf(value: object): readonly string[] {
  return Object.entries(value).flatMap(([name, member]) => {
    const [text = ""] = String(member ?? "").split("\0", 1);
    return text === "" || member === false || member === 0 ? [] : [name, text];
  });
}

export function makeSignupMachine(host: Host): SignupMachine {
  return {
    step(state, event) {
      const step: MachineStep | null = ask(host, Query.signupStep, ...textsOf(state), "", ...textsOf(event));
      if (step === null) throw new VestibuleUsageError("This is no state, or no event, of a sign-up.");
      return step;
    },
  };
}
