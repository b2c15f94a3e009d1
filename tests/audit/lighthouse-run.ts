// Runs Lighthouse on an address, as on a telephone, and reads its report.
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

export interface Audit {
  readonly title: string;
  readonly score: number | null;
  readonly displayValue?: string;
  readonly numericValue?: number;
  readonly details?: { readonly items?: readonly LongTask[] };
}

/** Of the audit "long-tasks" alone. */
interface LongTask {
  readonly url: string;
  readonly duration: number;
}

export interface AuditRef {
  readonly id: string;
  readonly weight: number;
}

export interface Category {
  readonly title: string;
  readonly score: number;
  readonly auditRefs: readonly AuditRef[];
}

export interface Report {
  readonly categories: Readonly<Record<string, Category>>;
  readonly audits: Readonly<Record<string, Audit>>;
  /** How fast Lighthouse finds the machine as it is just now. */
  readonly environment: { readonly benchmarkIndex: number };
}

const program = join(import.meta.dirname, "node_modules/lighthouse/cli/index.js");

/** Lighthouse's own settings are those of a telephone: a slow network and a fourth of the processor. */
export async function runLighthouse(address: string): Promise<Report> {
  const folder = mkdtempSync(join(tmpdir(), "vestibule-lighthouse-"));
  const path = join(folder, "report.json");
  const flags = [
    "--output=json",
    `--output-path=${path}`,
    "--only-categories=performance,accessibility,best-practices",
    "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
    "--quiet",
  ];
  const env = { ...process.env, CHROME_PATH: process.env["CHROMIUM"] ?? "/usr/bin/chromium" };
  try {
    await promisify(execFile)(process.execPath, [program, address, ...flags], { env });
    return JSON.parse(readFileSync(path, "utf8"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
