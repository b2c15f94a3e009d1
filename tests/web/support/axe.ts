// axe in a page: what it finds, and what it could not decide unless that is explained here.
import { readFileSync } from "node:fs";
import type { AxeResults, Result } from "axe-core";
import type { Page } from "playwright-core";

export const axeSource: string = readFileSync(
  new URL("../../../node_modules/axe-core/axe.min.js", import.meta.url),
  "utf8",
);

/** What axe cannot decide, by rule and by what its place contains, and why it is in order. */
const explained: readonly (readonly [rule: string, place: RegExp, why: string])[] = [
  [
    "color-contrast",
    /<select .*background gradient/,
    "the gradient is the arrow at a list's end, where no text goes; the text has the colours of the other controls",
  ],
];

/** What axe found, and what it leaves open without an explanation above: a line each. */
export function complaintsOf({ violations, incomplete, passes }: AxeResults): readonly string[] {
  const lines = (kind: string, results: readonly Result[]): readonly string[] =>
    results.flatMap(({ id, nodes }) => {
      return nodes.map(({ html, any, all }) => {
        const why = [...any, ...all].map(({ message }) => message).join("; ");
        return `${kind} ${id}: ${html.slice(0, 200)} (${why.slice(0, 200)})`;
      });
    });
  const open = lines("undecided", incomplete).filter((line) => {
    return !explained.some(([rule, place]) => line.startsWith(`undecided ${rule}:`) && place.test(line));
  });
  const looked = passes.some(({ id }) => id === "color-contrast") ? [] : ["axe did not look at colours"];
  return [...lines("found", violations), ...open, ...looked];
}

/** Looks at the page as it is. */
export async function findWithAxe(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(axeSource);
  const results = await page.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    return axe.run({ resultTypes: ["violations", "incomplete", "passes"] });
  });
  return complaintsOf(results);
}
