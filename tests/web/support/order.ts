// In which order the characters of a text stand on the screen, by the boxes that the browser has laid out.
import type { Page } from "playwright-core";

/**
 * Every run of Latin letters, digits and what joins them (a telephone number, an address, a name) of which the characters
 * do not stand from left to right on their lines, or go on above: the run as it is written, and as it is seen.
 */
export async function turnedText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const runs = /[+(]?[A-Za-z0-9](?:[A-Za-z0-9@.,:/+()&'\u00a0 -]*[A-Za-z0-9)/])?/g;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const turned: string[] = [];
    let seen = 0;
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.checkVisibility() !== true || node.parentElement.closest("option, .vestibule-unseen"))
        continue;
      for (const { 0: run, index } of (node.textContent ?? "").matchAll(runs)) {
        const boxes = [...run].flatMap((character, at) => {
          const range = document.createRange();
          range.setStart(node, index + at);
          range.setEnd(node, index + at + 1);
          const [box] = range.getClientRects();
          return box === undefined || box.width === 0 || character.trim() === "" ? [] : [{ character, box }];
        });
        seen += boxes.length;
        // Letters of one line may differ in height, lines do not touch.
        const isInOrder = boxes.every(({ box }, at) => {
          const before = boxes[at - 1]?.box;
          if (before === undefined || box.top >= before.bottom - 1) return true;
          return Math.abs(box.top - before.top) < before.height / 2 && box.left > before.left;
        });
        if (isInOrder) continue;
        const inSight = boxes.toSorted((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
        turned.push(`${run} is seen as ${inSight.map(({ character }) => character).join("")}`);
      }
    }
    return seen === 0 ? ["no text to look at"] : turned;
  });
}
