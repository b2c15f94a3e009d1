// The command behind scripts/campaigns.d/95-lighthouse, which documents it.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { servePages } from "../../scripts/screenshots.d/server.ts";
import { type Category, type Report, runLighthouse } from "./lighthouse-run.ts";

const rounds = 3;

/** What any page costs here: a heading and a sentence, without a style or a script. */
const blank = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Nearly nothing</title>
</head>
<body><h1>Nearly nothing</h1><p>This page has one sentence.</p></body>
</html>
`;

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function hundred(score: number): number {
  return Math.round(score * 100);
}

function performanceOf({ categories }: Report): number {
  return hundred(categories["performance"]?.score ?? 0);
}

function blockingOf({ audits }: Report): number {
  return Math.round(audits["total-blocking-time"]?.numericValue ?? 0);
}

/** What the page's own files do in one go for longer than 50 ms, by Lighthouse's count; the rest is the browser's. */
function longTasksOf({ audits }: Report, origin: string): string {
  const tasks = audits["long-tasks"]?.details?.items ?? [];
  const own = tasks.filter(({ url }) => url.startsWith(origin)).map(({ duration }) => Math.round(duration));
  const others = tasks.filter(({ url }) => !url.startsWith(origin)).map(({ duration }) => Math.round(duration));
  const list = (durations: readonly number[]): string => (durations.length === 0 ? "none" : durations.join(", "));
  return `tasks over 50 ms: for the page ${list(own)}; of the browser's own ${list(others)}`;
}

/** Points of a hundred that a metric costs. */
function lostBy(report: Report, id: string, weight: number): number {
  return weight * (1 - (report.audits[id]?.score ?? 0));
}

function printRounds(pages: readonly Report[], blanks: readonly Report[], origin: string): void {
  pages.forEach((page, index) => {
    const beside = blanks[index] ?? page;
    console.log(
      `  round ${index + 1}: ${performanceOf(page)}, blocking ${blockingOf(page)} ms, on a machine of ${page.environment.benchmarkIndex}`,
    );
    console.log(`    ${longTasksOf(page, origin)}`);
    console.log(
      `    nearly blank page: ${performanceOf(beside)}, blocking ${blockingOf(beside)} ms, on a machine of ${beside.environment.benchmarkIndex}`,
    );
  });
}

/** Says what is missing of 100, and whose it is. */
function printLosses(pages: readonly Report[], blanks: readonly Report[], { auditRefs }: Category): void {
  const [own, machine] = [pages, blanks].map((reports) => median(reports.map(performanceOf))) as [number, number];
  const [ownMs, machineMs] = [pages, blanks].map((reports) => median(reports.map(blockingOf))) as [number, number];
  console.log(`  Medians: the sign-up page has ${own}, a page of one sentence ${machine}.`);
  console.log(
    `  The machine alone costs ${100 - machine} of 100: its browser holds the processor up for ${machineMs} ms for next to nothing.`,
  );
  console.log(`  The sign-up page costs ${Math.max(0, machine - own)} more, and holds it up for ${ownMs} ms in all.`);
  for (const { id, weight } of auditRefs) {
    const lost = median(pages.map((page) => lostBy(page, id, weight)));
    const anyway = median(blanks.map((page) => lostBy(page, id, weight)));
    const { title = id } = pages[0]?.audits[id] ?? {};
    const values = pages.map(({ audits }) => audits[id]?.displayValue ?? "").join(", ");
    if (lost >= 0.5)
      console.log(`    ${title} (${values}): ${lost.toFixed(1)}, of which the machine ${anyway.toFixed(1)}`);
  }
}

/** A category that has no part in how busy the machine is: all of it, each time. */
function requireWhole(name: string, pages: readonly Report[]): void {
  for (const { categories, audits } of pages) {
    const category = categories[name];
    if (category?.score === 1) continue;
    process.exitCode = 1;
    console.log(`${category?.title ?? name}: ${hundred(category?.score ?? 0)}, which must be 100`);
    for (const { id, weight } of category?.auditRefs ?? []) {
      const audit = audits[id];
      if (weight === 0 || audit === undefined || audit.score === null || audit.score === 1) continue;
      console.log(`  ${audit.title}: ${hundred(audit.score)} ${audit.displayValue ?? ""}`);
    }
    return;
  }
  console.log(`${pages[0]?.categories[name]?.title ?? name}: 100`);
}

const folder = mkdtempSync(join(tmpdir(), "vestibule-blank-"));
mkdirSync(join(folder, "blank"));
writeFileSync(join(folder, "blank/index.html"), blank);
const site = await servePages(join(import.meta.dirname, "../../web/pages/dist"), { compressed: true });
const beside = await servePages(folder, { compressed: true });
try {
  const pages: Report[] = [];
  const blanks: Report[] = [];
  for (let round = 0; round < rounds; ++round) {
    blanks.push(await runLighthouse(`${beside.origin}/blank/`));
    pages.push(await runLighthouse(`${site.origin}/signup/`));
  }
  requireWhole("accessibility", pages);
  requireWhole("best-practices", pages);
  const performance = pages[0]?.categories["performance"];
  if (performance === undefined) throw new Error("Lighthouse did not measure performance.");
  console.log(
    "Performance, as on a telephone; a machine is as fast as Lighthouse's benchmark index says, which expects 1000",
  );
  printRounds(pages, blanks, site.origin);
  printLosses(pages, blanks, performance);
} finally {
  await site.close();
  await beside.close();
  rmSync(folder, { recursive: true, force: true });
}
