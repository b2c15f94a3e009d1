// Runs the core's machine: what happens goes in, stamped and in its order, whether the core is there yet or not.
import type { MachineEvent, MachineHappening, MachineState, MachineStep, SignupMachine } from "../signup-types.ts";

/** A step that was made. */
export interface Made extends MachineStep {
  readonly before: MachineState;
  readonly event: MachineEvent;
}

interface Waiting {
  readonly event: MachineEvent;
  readonly note: ((made: Made) => void) | undefined;
}

/** Until a lost instance of the module is replaced. */
const retryMs = 100;

export class Driver {
  #machine: SignupMachine | null = null;
  #state: MachineState = { state: "editing" };
  readonly #waiting: Waiting[] = [];
  readonly #carryOut: (made: Made) => void;
  #isStepping = false;

  constructor(carryOut: (made: Made) => void) {
    this.#carryOut = carryOut;
  }

  get state(): MachineState {
    return this.#state;
  }

  /** `note` hears of the step before anyone else does. */
  happen(happening: MachineHappening, note?: (made: Made) => void): void {
    const event: MachineEvent = { ...happening, now: Date.now(), random: Math.floor(Math.random() * 2 ** 32) };
    this.#waiting.push({ event, note });
    this.#stepAll();
  }

  start(machine: SignupMachine): void {
    this.#machine = machine;
    this.#stepAll();
  }

  stop(): void {
    this.#machine = null;
  }

  #stepAll(): void {
    // What happens during a step comes after it.
    if (this.#isStepping) return;
    this.#isStepping = true;
    try {
      while (this.#stepOnce());
    } finally {
      this.#isStepping = false;
    }
  }

  #stepOnce(): boolean {
    const next = this.#machine === null ? undefined : this.#waiting.shift();
    if (this.#machine === null || next === undefined) return false;
    const step = this.#tryStep(this.#machine, next.event);
    if (step === undefined) {
      this.#waiting.unshift(next);
      return false;
    }
    const made: Made = { ...step, before: this.#state, event: next.event };
    this.#state = step.state;
    next.note?.(made);
    this.#carryOut(made);
    return true;
  }

  /** undefined when the module was lost twice: the state is here, so another instance goes on with it in a moment. */
  #tryStep(machine: SignupMachine, event: MachineEvent): MachineStep | undefined {
    try {
      return machine.step(this.#state, event);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      setTimeout(() => this.#stepAll(), retryMs);
      return undefined;
    }
  }
}
