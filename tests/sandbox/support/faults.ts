// Faults through the control API.

import type { Customer } from "./client.ts";
import { control } from "./salesforce.ts";
import type { Sandbox } from "./sandbox.ts";

/** Puts a list of faults in the place of the one before; none resets. */
export async function setFaults(sandbox: Sandbox, ...faults: readonly Customer[]): Promise<void> {
  await control(sandbox, "/faults", { faults });
}

export async function faultsOf(sandbox: Sandbox): Promise<readonly Customer[]> {
  return (await control(sandbox, "/faults")) as unknown as readonly Customer[];
}

/** How many met the n-th fault. */
export async function met(sandbox: Sandbox, place = 0): Promise<number> {
  return Number((await faultsOf(sandbox))[place]?.["met"]);
}
