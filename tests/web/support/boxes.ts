// What lies where in a page: targets that are too small, and text that is cut or makes the page scroll sideways.
import type { Page } from "playwright-core";

/** Everything in the form that is pressed, chosen or typed into and is smaller than `least` px one way. */
export async function smallTargets(page: Page, least: number): Promise<readonly string[]> {
  return page.evaluate((side) => {
    const all = document.querySelectorAll<HTMLElement>(
      ".vestibule-form :is(a, button, select, textarea, input:not([type=radio], [type=checkbox], [type=hidden])), .vestibule-choice, .vestibule-keep",
    );
    const seen = [...all].filter((target) => target.checkVisibility() && target.closest(".vestibule-unseen") === null);
    if (seen.length === 0) return ["nothing to press or to type into"];
    return seen.flatMap((target) => {
      // A link that runs over two lines has a box on each.
      const boxes = [...target.getClientRects()];
      const isLarge = boxes.every(({ width, height }) => width >= side - 0.1 && height >= side - 0.1);
      return isLarge ? [] : [`${target.outerHTML.slice(0, 120)} ${boxes.map((b) => `${b.width}x${b.height}`).join()}`];
    });
  }, least);
}

/** Text that is wider than its place, and how far the page scrolls sideways. */
export async function cutText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = document.querySelectorAll<HTMLElement>("h1, h2, h3, p, li, label, legend, button, dt, dd, a, small");
    const outside = [...all].filter(({ className, scrollWidth, clientWidth }) => {
      return className !== "vestibule-unseen" && clientWidth > 0 && scrollWidth > clientWidth + 1;
    });
    const { scrollWidth, clientWidth } = document.documentElement;
    const sideways =
      scrollWidth > clientWidth ? [`the page scrolls sideways, ${scrollWidth} of ${clientWidth} px`] : [];
    return [...outside.map(({ textContent }) => textContent ?? ""), ...sideways];
  });
}

/** WCAG 2.2, 1.4.12: all of it must stay readable under this. */
export const spacing =
  "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }";
