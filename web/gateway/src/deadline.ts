// Asking somebody else, and for how long.

/**
 * Gives `ask` a signal that aborts after `milliseconds`; it ends with what `ask` does. In the place of AbortSignal.timeout:
 * of every third or so workerd 1.20261117 keeps the timer for good, though the asking is long over, and some 4 kB with it.
 */
export async function withDeadline<Answer>(
  milliseconds: number,
  ask: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), milliseconds);
  try {
    return await ask(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}
