// Asking somebody else, and for how long.

/**
 * Gives `ask` a signal that aborts after `milliseconds`; it ends with what `ask` does. In the place of AbortSignal.timeout,
 * whose timer, and with it all that it holds, workerd keeps when the asking is long over (seen with 1.20261117: some 4 kB
 * for each, for good).
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
