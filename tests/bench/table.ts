// Sections and the machine as text to read.
import type { Section, Unit } from "./bench.ts";
import type { Machine } from "./machine.ts";

const unitNames: Readonly<Record<Unit, string>> = { ns: "ns", perSecond: "/s", bytes: "bytes", ratio: "x" };

function shown(value: number | null | undefined, unit: Unit): string {
  if (value === null || value === undefined) return "-";
  const digits = unit === "ratio" ? 2 : 0;
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Cells in columns: the first one to the left, numbers to the right. */
function align(lines: readonly (readonly string[])[]): readonly string[] {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines.map((line) =>
    line
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

export function writeSection({ title, columns, rows, notes }: Section): string {
  const head = ["", ...columns.map((column) => `${column.title} ${unitNames[column.unit]}`)];
  const body = rows.map(({ name, values }) => [name, ...columns.map(({ unit }, i) => shown(values[i], unit))]);
  return [`== ${title}`, ...align([head, ...body]), ...notes.map((note) => `   ${note}`)].join("\n");
}

export function writeMachine(machine: Machine): string {
  const width = Math.max(...Object.keys(machine).map((name) => name.length));
  return Object.entries(machine)
    .map(([name, text]) => `${name.padEnd(width)}  ${text}`)
    .join("\n");
}
