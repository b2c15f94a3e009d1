// The metrics as OpenMetrics 1.0 text.
// Source: https://prometheus.io/docs/specs/om/open_metrics_spec/
import { type Family, families } from "./families.ts";
import type { Counts } from "./registry.ts";

export const metricsType = "application/openmetrics-text; version=1.0.0; charset=utf-8";

function isOf({ name, type }: Family, series: string): boolean {
  const own = series.replace(/\{.*/, "");
  if (type === "counter") return own === `${name}_total`;
  if (type === "gauge") return own === name;
  return own === `${name}_bucket` || own === `${name}_count` || own === `${name}_sum`;
}

/** Every family with its series, those of a family in the order in which they were first counted. */
export function metricsText(totals: Counts): string {
  const series = Object.entries(totals);
  const lines = families.flatMap((family) => [
    `# TYPE ${family.name} ${family.type}`,
    `# HELP ${family.name} ${family.help}`,
    ...series.filter(([name]) => isOf(family, name)).map(([name, value]) => `${name} ${value}`),
  ]);
  return `${lines.join("\n")}\n# EOF\n`;
}
