// The flight record of a sign-up: every event with the state and effects it led to, as the native core can repeat them.
// No answer of a person ever reaches the machine, so none is in here; keys and secrets are blanked, each the same way
// everywhere.
import type { MachineEvent, MachineState, MachineStep } from "../signup-types.ts";

/** The newest steps; what came before is summed up in the state they begin from. */
const maxSteps = 1000;

/** FNV-1a of 32 bits: tells two keys apart, and nobody finds 122 random bits from it. */
function blank(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return `blanked-${(hash >>> 0).toString(16).padStart(8, "0")}`;
}

/** Members in ascending order, without those that mean nothing, as the core writes them. */
function canonical(value: object): object {
  const members = Object.entries(value).filter(([, member]) => member !== "" && member !== 0 && member !== false);
  return Object.fromEntries(
    members
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, name === "key" || name === "secret" ? blank(String(member)) : member]),
  );
}

export class Recorder {
  #from: MachineState;
  readonly #steps: { readonly event: MachineEvent; readonly step: MachineStep }[] = [];

  constructor(from: MachineState) {
    this.#from = from;
  }

  add(event: MachineEvent, step: MachineStep): void {
    this.#steps.push({ event, step });
    if (this.#steps.length <= maxSteps) return;
    const oldest = this.#steps.shift();
    if (oldest !== undefined) this.#from = oldest.step.state;
  }

  /** NDJSON; `scripts/replay` repeats it. */
  text(build: string): string {
    const head = { v: 1, machine: "signup", build, state: canonical(this.#from) };
    const lines = this.#steps.map(({ event, step: { state, effects, waitMs } }) => ({
      event: canonical(event),
      state: canonical(state),
      effects,
      ...(waitMs === undefined ? {} : { waitMs }),
    }));
    return [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join("");
  }
}
