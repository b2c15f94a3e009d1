// The audit log of a sandbox, verified by the command line and compared with what the sandbox has stored.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { auditLog } from "./salesforce.ts";
import { program, type Sandbox } from "./sandbox.ts";
import { exportState } from "./state.ts";

const vestibule = join(dirname(program), "../../core/cli/vestibule");

/** The command's exit status and its lines. With `--lives` those of a large log are some MB. */
export function verify(log: string, ...more: readonly string[]): { readonly status: number | null; lines: string[] } {
  const { status, stdout } = spawnSync(vestibule, ["audit", ...more], { input: log, encoding: "utf8", maxBuffer: 1e9 });
  return { status, lines: stdout.split("\n").slice(0, -1) };
}

/**
 * Asserts that the log of a sandbox at rest is whole and replays to the lives that are stored; gives the number of its
 * entries.
 */
export async function assertAudited(sandbox: Sandbox): Promise<number> {
  const log = await auditLog(sandbox);
  const { status, lines } = verify(log, "--lives");
  const [verdict = "", ...replayed] = lines;
  assert.equal(status, 0, verdict);
  const { count } = JSON.parse(verdict) as { readonly count: number };
  assert.equal(count, log.split("\n").length - 1);
  const lives = (await exportState(sandbox)).nue["lives"];
  assert.ok(lives);
  const life = lives.columns.indexOf("life");
  assert.deepEqual(replayed.sort(), lives.rows.map((row) => String(row[life])).sort());
  return count;
}
