// How long to wait, and for how long in all. Milliseconds. Randomness and time come from the caller.

/** Sends of one attempt that nobody asked for. */
export const maxSends = 6;
/** Then the page stops saying that it will be known any moment. */
export const maxWaitMs: number = 10 * 60 * 1000;

const second = 1000;

/** Before sending again: anything up to half a second doubled with each send, at most 30 s. `random` is in [0, 1). */
export function resendWait(sends: number, random: number): number {
  return Math.round(random * Math.min(30 * second, (second / 2) * 2 ** sends));
}

/** Before asking again: a second at first, rarer the longer it takes, at most a minute. */
export function askWait(waited: number): number {
  return Math.min(60 * second, Math.max(second, Math.round(waited / 10)));
}

/** Once nothing is expected any moment. */
export const restingWait: number = 60 * second;
