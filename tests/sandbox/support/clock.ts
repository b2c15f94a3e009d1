// The sandbox's clock through the control API.

import { control } from "./salesforce.ts";
import type { Sandbox } from "./sandbox.ts";

export const hour = 3_600_000;
export const day: number = 24 * hour;

export interface Clock {
  readonly now: string;
  readonly frozen: boolean;
  readonly skew: number;
}

export interface ClockChange {
  readonly skew?: number;
  readonly freeze?: boolean;
  readonly step?: number;
}

export async function setClock(sandbox: Sandbox, change: ClockChange): Promise<Clock> {
  return (await control(sandbox, "/clock", change)) as unknown as Clock;
}

export async function clockOf(sandbox: Sandbox): Promise<Clock> {
  return (await control(sandbox, "/clock")) as unknown as Clock;
}

/** Stands still at a moment. */
export async function freezeAt(sandbox: Sandbox, moment: string): Promise<void> {
  const { now } = await setClock(sandbox, { freeze: true });
  await setClock(sandbox, { step: Date.parse(moment) - Date.parse(now) });
}
