// How long the sign-up page takes on a slow telephone until somebody can type into the form, and until the core judges.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { launchChromium } from "../../scripts/screenshots.d/browser.ts";
import { servePages } from "../../scripts/screenshots.d/server.ts";
import { slowDown, slowness } from "../../scripts/screenshots.d/slow.ts";
import type { Bench, Section, Settings } from "./bench.ts";
import { medianColumns, medianRows, type Sample, sampleInTurn } from "./measure.ts";

const rowNames = ["the form can be typed into", "the core judges"] as const;
const title = `Sign-up page, ${slowness}`;
/** A load takes seconds. */
const mostRounds = 5;

function emptySection(note: string): Section {
  return { title, columns: medianColumns("ns"), rows: [], notes: [note] };
}

async function run({ root, rounds }: Settings): Promise<readonly Section[]> {
  const dist = join(root, "web/pages/dist");
  if (!existsSync(dist)) return [emptySection("The pages are not built; run scripts/build-pages.")];
  const server = await servePages(dist, { compressed: true });
  const browser = await launchChromium();
  const sample = async (): Promise<Sample> => {
    // A context of its own has an empty cache.
    const context = await browser.newContext();
    const page = await context.newPage();
    await slowDown(page);
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (document.querySelector("form[novalidate]") === null) return;
        performance.mark("judges");
        observer.disconnect();
      }).observe(document, { attributes: true, childList: true, subtree: true });
    });
    await page.goto(`${server.origin}/signup/`, { waitUntil: "commit" });
    await page.waitForFunction(() => performance.getEntriesByName("judges").length > 0);
    const [painted = 0, judges = 0] = await page.evaluate(() =>
      ["first-contentful-paint", "judges"].map((name) => performance.getEntriesByName(name)[0]?.startTime ?? 0),
    );
    await context.close();
    return new Map([
      [rowNames[0], painted * 1e6],
      [rowNames[1], judges * 1e6],
    ]);
  };
  try {
    const samples = await sampleInTurn([sample], { rounds: Math.min(rounds, mostRounds), milliseconds: 0 });
    const notes = ["The form is in the page: it can be typed into, and sent without JavaScript, once it is painted."];
    return [{ title, columns: medianColumns("ns"), rows: medianRows(rowNames, samples), notes }];
  } finally {
    await browser.close();
    await server.close();
  }
}

export const bench: Bench = { name: "page", run };
