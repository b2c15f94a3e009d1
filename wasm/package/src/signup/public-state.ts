// What a page is shown of the machine's state.
import type { MachineState } from "../signup-types.ts";
import type { Created, Problem, Pursuit, SignupState, Submission } from "./state.ts";

/** What the host keeps beside the machine, which knows nothing of it. */
export interface Belongings {
  /** What is sent. */
  submission: Submission | null;
  /** The store has it too. */
  answersKept: boolean;
  created: Created | undefined;
  problem: Problem;
}

function pursuitOf(state: MachineState, { submission, answersKept }: Belongings): Pursuit {
  const { key = "", secret = "", began = 0, sends = 0, volatile = false } = state;
  return { attempt: { key, secret, since: began }, submission, sends, volatile, answersKept };
}

export function publicState(state: MachineState, belongings: Belongings): SignupState {
  const { state: name, reason = "" } = state;
  switch (name) {
    case "editing": {
      const { attempt } = pursuitOf(state, belongings);
      return { name, attempt: attempt.key === "" ? null : attempt };
    }
    case "persisting":
    case "sending":
      return { name, pursuit: pursuitOf(state, belongings) };
    case "queued":
    case "waiting":
      return { name, pursuit: pursuitOf(state, belongings), next: state.asksNext === true ? "ask" : "send", reason };
    case "unresolved":
    case "expired":
      return { name, pursuit: pursuitOf(state, belongings), reason };
    case "confirmed": {
      // The machine confirms only what came as a whole customer.
      const created = belongings.created as Created;
      return { name, created, earlier: state.earlier === true };
    }
    case "refused":
      return { name, problem: belongings.problem };
  }
}
