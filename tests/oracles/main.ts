// The command behind scripts/campaigns.d/40-phone-oracle: many numbers, by the native programs and by libphonenumber-js.
// usage: main.ts FOLDER-OF-PROGRAMS FACTS ATLAS NUMBERS-PER-REGION SEED
//   FACTS, ATLAS   the numbering plans of the native library, and the atlas made of them
import { join } from "node:path";
import { agrees } from "./comparison.ts";
import { readFacts } from "./facts.ts";
import { compareJavascript } from "./javascript.ts";
import { Random } from "./language.ts";
import { compareNative } from "./native.ts";
import { sample } from "./numbers.ts";
import { type Ask, ask, validOf } from "./programs.ts";
import { report, reportDetails } from "./report.ts";

const [programs = "", factsFile = "", atlas = "", perRegion = "", seed = ""] = process.argv.slice(2);

const facts = readFacts(factsFile);
const todaysFacts = readFacts(join(import.meta.dirname, "../../core/data/atlas/phone-metadata.json"));
const samples = sample([todaysFacts, facts], Number(perRegion), new Random(Number(seed)));

const asker =
  (name: string, ...args: string[]): Ask =>
  (numbers) =>
    ask(programs, name, args, numbers);
const today = asker("phone_answers");

const {
  equal,
  equalDetails,
  today: todays,
} = compareNative({ library: asker("phone_oracle"), equal: asker("phone_answers", atlas), today, facts }, samples);
const javascript = compareJavascript(todaysFacts, samples, today(samples).map(validOf));
process.stdout.write(`${report(equal)}\n${reportDetails(equalDetails)}\n\n`);
process.stdout.write(`${report(todays)}\n\n${report(javascript)}\n`);
for (const comparison of [equal, javascript]) {
  if (agrees(comparison)) continue;
  process.stderr.write(`${comparison.name}: more than one number in a thousand differs without an explanation.\n`);
  process.exitCode = 1;
}
