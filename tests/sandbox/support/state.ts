// The whole state through the control API.

import { control, eventually } from "./salesforce.ts";
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

/** The column of a table of an export. */
function column(table: Table | undefined, name: string): readonly (string | number | null)[] {
  const place = table?.columns.indexOf(name) ?? -1;
  return (table?.rows ?? []).map((row) => row[place] ?? null);
}

/** Whether the sync has nothing left to do, now or later, and has heard of everything that happened in the org. */
function isAtRest({ nue, org }: State): boolean {
  const last = Math.max(0, ...column(org["events"], "sequence").map(Number));
  const heard = column(nue["settings"], "value")[column(nue["settings"], "name").indexOf("cursor")] ?? 0;
  return nue["sync_tasks"]?.rows.length === 0 && Number(heard) >= last;
}

export function settled(sandbox: Sandbox): Promise<State> {
  return eventually("settled", () => exportState(sandbox), isAtRest);
}

export async function importState(sandbox: Sandbox, state: unknown): Promise<void> {
  await control(sandbox, "/import", state);
}

export async function reset(sandbox: Sandbox): Promise<void> {
  await control(sandbox, "/reset", {});
}
