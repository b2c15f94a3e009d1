// Waits for what a page does unseen. A `waitForFunction` takes the promise of an async question for its answer, and so
// does not wait at all: such questions are asked again and again from here.
import { setTimeout as delay } from "node:timers/promises";
import type { StatePage } from "./state-page.ts";

type Asked = Pick<StatePage, "evaluate">;

/** Until the page answers `question` with true; fails after half a minute. */
export async function until(page: Asked, question: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 30_000;
  while ((await page.evaluate(question)) !== true) {
    if (performance.now() > deadline) throw new Error(`never came true: ${question}`);
    await delay(50);
  }
}

/** Until the page has kept the account that was opened. */
export function untilRemembered(page: Asked): Promise<void> {
  return until(page, async () => {
    // Whoever opens it first makes it, which is the page's to do.
    if (!(await indexedDB.databases()).some(({ name }) => name === "vestibule")) return false;
    const settled = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((done) => {
        request.onsuccess = () => done(request.result);
      });
    const database = await settled(indexedDB.open("vestibule"));
    const count = await settled(database.transaction("customers").objectStore("customers").count());
    database.close();
    return count > 0;
  });
}
