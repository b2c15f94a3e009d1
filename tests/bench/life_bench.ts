// What a customer's life costs, natively: transitions, merges, whole passes of the sync, and an audit log of a million entries.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Bench, Column, Row, Section, Settings } from "./bench.ts";

interface Line {
  readonly case: string;
  readonly ns?: number;
  readonly seconds?: number;
  readonly bytes?: number;
}

const columns: readonly Column[] = [
  { title: "one", unit: "ns" },
  { title: "a second", unit: "perSecond" },
];

function noteOf({ case: name, seconds = 0, bytes = 0 }: Line): string {
  return `${name}: verified and replayed in ${seconds.toFixed(1)} s, ${Math.round(bytes / 1e6)} MB.`;
}

async function run({ root, milliseconds }: Settings): Promise<readonly Section[]> {
  const title = "a customer's life, native";
  const program = join(root, "build/bench/tests/bench/life_bench");
  if (!existsSync(program)) return [{ title, columns, rows: [], notes: ["Not built; build the preset bench."] }];
  const { status, stdout, stderr } = spawnSync(program, [String(milliseconds)], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  const lines: readonly Line[] = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));
  const rows = lines.flatMap(({ case: name, ns }): Row[] => {
    return ns === undefined ? [] : [{ name, values: [ns, 1e9 / ns] }];
  });
  return [{ title, columns, rows, notes: lines.filter(({ seconds }) => seconds !== undefined).map(noteOf) }];
}

export const bench: Bench = { name: "life", run };
