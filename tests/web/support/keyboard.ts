// The keyboard in a page, and nothing else.
import assert from "node:assert/strict";
import type { Page } from "playwright-core";
import { focusedId } from "./site.ts";

/** Presses Tab until the focus is at `id`, and no oftener than the page has stops. */
export async function tabTo(page: Page, id: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let count = 0; count < 40; count += 1) {
    if ((await focusedId(page)) === id) return;
    await page.keyboard.press(key);
  }
  assert.fail(`the keyboard does not come to ${id}`);
}
