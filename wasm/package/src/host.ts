// Keeps instances for a core: the one in use and, where starting another takes promises, which a call cannot wait for, a
// spare. That gets the atlas and the profile once it is needed, which nearly none ever is.
import type { Engine } from "./engine.ts";
import { VestibuleLoadError } from "./errors.ts";
import type { Instance } from "./instance.ts";
import { builtInNames, type Names } from "./names.ts";
import { loadProfile } from "./profile.ts";
import { canStartAtOnce, startAtOnce, startInstance } from "./start-instance.ts";

/** How many instances are kept; where one starts at once, calls make what they need. */
function keptOf(engine: Engine): number {
  return canStartAtOnce(engine) ? 0 : 2;
}

export class Host {
  #engine: Engine;
  /** The first is the one in use, or the next to be. */
  #instances: Instance[];
  /** The one that has what the core got. */
  #given: Instance;
  #kept: number;
  /** Whether the engine is the full module. */
  #full: boolean;
  #starting = false;
  #atlas: Uint8Array | undefined;
  #profile: string | undefined;
  #names = builtInNames;

  private constructor(engine: Engine, first: Instance) {
    this.#engine = engine;
    this.#kept = keptOf(engine);
    this.#instances = [first];
    this.#given = first;
    this.#full = first.full !== undefined;
  }

  static async start(engine: Engine): Promise<Host> {
    const host = new Host(engine, await startInstance(engine));
    void host.#restock();
    return host;
  }

  /** Takes another engine for every later call; rejects and changes nothing when it does not start. */
  async setEngine(engine: Engine): Promise<void> {
    const instance = await startInstance(engine);
    this.#give(instance);
    this.#engine = engine;
    this.#kept = keptOf(engine);
    this.#instances = [instance];
    this.#full = instance.full !== undefined;
    void this.#restock();
  }

  /** What the core got before the instance was there. */
  #give(instance: Instance): void {
    if (this.#atlas !== undefined) instance.loadAtlas(this.#atlas);
    if (this.#profile !== undefined) loadProfile(instance, this.#profile);
    this.#given = instance;
  }

  /** A new one for a call that has none; undefined where it takes promises. Throws when there is no memory for it. */
  #startAtOnce(): Instance | undefined {
    const instance = startAtOnce(this.#engine);
    if (instance !== undefined) this.#instances.push(instance);
    return instance;
  }

  /** Never rejects: what cannot be started now is tried again at the next call. */
  async #restock(): Promise<void> {
    if (this.#starting || this.#instances.length >= this.#kept) return;
    this.#starting = true;
    try {
      while (this.#instances.length < this.#kept) {
        const engine = this.#engine;
        const instance = await startInstance(engine);
        if (engine === this.#engine) this.#instances.push(instance);
      }
    } catch {
      // No memory for it. Calls say so themselves once there is no instance at all.
    } finally {
      this.#starting = false;
    }
  }

  /** The names of members a record may have. */
  get names(): Names {
    return this.#names;
  }

  /** Gives a profile to the instance in use, and to later ones; throws a VestibuleProfileError for mistakes in it. */
  setProfile(text: string): void {
    const [instance] = this.#instances;
    if (instance !== undefined) this.#names = loadProfile(instance, text);
    this.#profile = text;
  }

  /** Whether a tenant's profile was given. */
  get hasProfile(): boolean {
    return this.#profile !== undefined;
  }

  get hasFull(): boolean {
    return this.#full;
  }

  get hasAtlas(): boolean {
    return this.#atlas !== undefined;
  }

  /** Gives an atlas to the instance in use, and to later ones. */
  setAtlas(bytes: Uint8Array): void {
    if (this.#instances[0]?.loadAtlas(bytes) === false) {
      throw new VestibuleLoadError("This is not the atlas of this release.");
    }
    this.#atlas = bytes;
  }

  /**
   * Runs a call; undefined when it was lost, or when the instances before were and there is no next one yet. A
   * trap, an abort or an exhausted stack leaves a half-done call in the instance's memory, so whatever was thrown, the
   * instance is not used again. No code of the caller runs in `call`.
   */
  run<Input, Answer>(call: (instance: Instance, input: Input) => Answer, input: Input): Answer | undefined {
    try {
      const instance = this.#instances[0] ?? this.#startAtOnce();
      if (instance === undefined) return undefined;
      if (instance !== this.#given) this.#give(instance);
      return call(instance, input);
    } catch {
      this.#instances.shift();
    } finally {
      if (this.#instances.length < this.#kept) void this.#restock();
    }
    return undefined;
  }

  /** The same for calls that cannot answer "no memory": tried once more, on the next instance. */
  mustRun<Input, Answer>(call: (instance: Instance, input: Input) => Answer, input: Input): Answer {
    const answer = this.run(call, input) ?? this.run(call, input);
    if (answer === undefined) throw new RangeError("Vestibule ran out of memory.");
    return answer;
  }
}
