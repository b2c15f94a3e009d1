// How far the created customer comes, asked of the gateway while somebody looks at the page: often at first, ever more
// rarely later, and no more once the customer is managed.
import type { Created } from "./state.ts";

export type Standing = Pick<Created, "stage" | "link">;

const firstWaitMs = 2000;
const longestWaitMs = 60_000;
/** Nobody looks at a page for longer, and an order may take days. */
const mostQuestions = 200;

export interface FollowOptions {
  /** undefined: no answer, or none that says a stage. */
  ask(signal: AbortSignal): Promise<Standing | undefined>;
  told(standing: Standing): void;
  readonly signal: AbortSignal;
}

function isHidden(): boolean {
  return typeof document !== "undefined" && document.hidden;
}

/** Resolves after the wait, and not before the page is looked at; at once when `signal` aborts. */
function pause(waitMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const look = (): void => {
      if (isHidden()) return document.addEventListener("visibilitychange", look, { once: true, signal });
      done();
    };
    const timer = setTimeout(look, waitMs);
    const end = (): void => {
      clearTimeout(timer);
      done();
    };
    signal.addEventListener("abort", end, { once: true });
  });
}

export async function followCustomer({ ask, told, signal }: FollowOptions): Promise<void> {
  for (let count = 0; count < mostQuestions && !signal.aborted; count += 1) {
    await pause(Math.min(longestWaitMs, firstWaitMs * 1.3 ** count), signal);
    if (signal.aborted) return;
    const standing = await ask(signal);
    if (signal.aborted) return;
    if (standing === undefined) continue;
    told(standing);
    if (standing.stage === "Managed") return;
  }
}
