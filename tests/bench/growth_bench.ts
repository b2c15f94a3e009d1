// How cost grows with the input: every scanner of the core, natively, on what is hardest for it. growth_cases.cpp lists them.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Bench, Column, Row, Section, Settings } from "./bench.ts";

interface Line {
  readonly scanner: string;
  readonly input: string;
  readonly bytes: number;
  readonly ns: number;
}

// Below this a figure says more about the clock than about the scanner.
const fastestNs = 200;

const columns: readonly Column[] = [
  { title: "1 KiB, a KiB", unit: "ns" },
  { title: "32 KiB, a KiB", unit: "ns" },
  { title: "1 MiB, a KiB", unit: "ns" },
  { title: "1 MiB", unit: "ns" },
  { title: "worst doubling", unit: "ratio" },
];

/** What twice the input costs at worst, as a multiple of what the input did. */
function worstDoubling(lines: readonly Line[]): number | null {
  const ratios = lines.flatMap((line, i) => {
    const before = lines[i - 1];
    return before === undefined || before.ns < fastestNs ? [] : [line.ns / before.ns];
  });
  return ratios.length === 0 ? null : Math.max(...ratios);
}

function rowOf(name: string, lines: readonly Line[]): Row {
  const per = (line: Line | undefined): number | null => (line === undefined ? null : (line.ns * 1024) / line.bytes);
  const last = lines.at(-1);
  return { name, values: [per(lines[0]), per(lines[5]), per(last), last?.ns ?? null, worstDoubling(lines)] };
}

function measure(program: string, milliseconds: number): ReadonlyMap<string, readonly Line[]> {
  const { status, stdout, stderr } = spawnSync(program, [String(milliseconds)], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  const cases = new Map<string, Line[]>();
  for (const text of stdout.split("\n").filter((line) => line !== "")) {
    const line: Line = JSON.parse(text);
    const name = `${line.scanner}: ${line.input}`;
    cases.set(name, [...(cases.get(name) ?? []), line]);
  }
  return cases;
}

async function run({ root, milliseconds }: Settings): Promise<readonly Section[]> {
  const program = join(root, "build/bench/tests/bench/growth_bench");
  const notes = [
    "A linear scanner doubles (2.00) at most; one that stops at a limit does not grow. 4.00 would be quadratic.",
  ];
  if (!existsSync(program))
    return [{ title: "growth", columns, rows: [], notes: ["Not built; build the preset bench."] }];
  const rows = [...measure(program, milliseconds)].map(([name, lines]) => rowOf(name, lines));
  return [{ title: "growth", columns, rows, notes }];
}

export const bench: Bench = {
  name: "growth",
  run,
};
