// The command behind scripts/campaigns.d/40-phone-oracle: many numbers, by the native programs.
// usage: main.ts FOLDER-OF-PROGRAMS NUMBERS-PER-REGION SEED
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { type Ask, compare } from "./compare.ts";
import type { Dialled } from "./numbers.ts";
import { report, unexplained } from "./report.ts";

const [folder = "", perRegion = "2000", seed = "1"] = process.argv.slice(2);

function answers(program: string, numbers: readonly Dialled[]): readonly string[] {
  const input = numbers.map(({ country, text }) => `${country}\t${text}\n`).join("");
  const { status, stdout } = spawnSync(join(folder, program), { input, maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`${program} ended with ${status}`);
  return stdout
    .toString()
    .split("\n")
    .map((line) => {
      const [verdict, e164 = ""] = line.split("\t");
      return verdict === "valid" ? e164 : "";
    });
}

// Where libphonenumber, whose plans are years older, sides with either, the other's difference is one of facts or of its own.
let alone = 0;
const ask: Ask = (numbers) => {
  const ours = answers("phone_answers", numbers);
  const native = answers("phone_oracle", numbers);
  const same = ours.filter((answer, i) => answer === native[i]).length;
  alone = numbers.length - same;
  return ours;
};

const comparison = compare(Number(perRegion), Number(seed), ask);
process.stdout.write(`${report(comparison)}\n`);
process.stdout.write(
  `${alone} of ${comparison.total} differ from libphonenumber with the plans it was packaged with\n`,
);
if (unexplained(comparison) * 1000 > comparison.total) {
  process.stderr.write("More than one number in a thousand differs without an explanation.\n");
  process.exitCode = 1;
}
