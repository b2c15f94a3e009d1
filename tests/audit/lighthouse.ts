// The command behind scripts/campaigns.d/95-lighthouse, which documents it.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { servePages } from "../../scripts/screenshots.d/server.ts";

interface Audit {
  readonly title: string;
  readonly score: number | null;
  readonly displayValue?: string;
}

interface Report {
  readonly categories: Readonly<
    Record<string, { readonly title: string; readonly score: number; readonly auditRefs: readonly AuditRef[] }>
  >;
  readonly audits: Readonly<Record<string, Audit>>;
}

interface AuditRef {
  readonly id: string;
  readonly weight: number;
}

const program = join(import.meta.dirname, "node_modules/lighthouse/cli/index.js");

/** Lighthouse's own settings are those of a telephone: a slow network and a fourth of the processor. */
async function measure(address: string, folder: string): Promise<Report> {
  const path = join(folder, "report.json");
  const flags = [
    "--output=json",
    `--output-path=${path}`,
    "--only-categories=performance,accessibility,best-practices",
    "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    "--quiet",
  ];
  const env = { ...process.env, CHROME_PATH: process.env["CHROMIUM"] ?? "/usr/bin/chromium" };
  await promisify(execFile)(process.execPath, [program, address, ...flags], { env });
  return JSON.parse(readFileSync(path, "utf8"));
}

const pages = join(import.meta.dirname, "../../web/pages/dist");
const folder = mkdtempSync(join(tmpdir(), "vestibule-lighthouse-"));
const server = await servePages(pages, { compressed: true });
try {
  const { categories, audits } = await measure(`${server.origin}/signup/`, folder);
  for (const [name, { title, score, auditRefs }] of Object.entries(categories)) {
    console.log(`${title}: ${Math.round(score * 100)}`);
    for (const { id, weight } of auditRefs) {
      const audit = audits[id];
      if (weight === 0 || audit === undefined || audit.score === null || audit.score === 1) continue;
      console.log(`  ${audit.title}: ${Math.round(audit.score * 100)} ${audit.displayValue ?? ""}`);
    }
    // How fast a page is depends on what else the machine does.
    if (score < 1 && name !== "performance") process.exitCode = 1;
  }
} finally {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}
