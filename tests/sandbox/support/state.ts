// The whole state through the control API.

import { control } from "./salesforce.ts";
import type { Sandbox } from "./sandbox.ts";

export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export interface State {
  readonly form: string;
  readonly v: number;
  readonly nue: Readonly<Record<string, Table>>;
  readonly org: Readonly<Record<string, Table>>;
}

export async function exportState(sandbox: Sandbox): Promise<State> {
  return (await control(sandbox, "/export")) as unknown as State;
}

export async function importState(sandbox: Sandbox, state: unknown): Promise<void> {
  await control(sandbox, "/import", state);
}

export async function reset(sandbox: Sandbox): Promise<void> {
  await control(sandbox, "/reset", {});
}
