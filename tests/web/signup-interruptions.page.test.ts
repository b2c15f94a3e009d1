// Sign-ups that are interrupted, over a real browser, the real gateway and the real sandbox: each ends with one customer and the
// page that says so. A slice; scripts/campaigns.d/72-interruptions runs all of them.
//   INTERRUPTIONS   "all", or the name of one
//   SEEDS           of "all": how many of each
import { after, before, test } from "node:test";
import { type Case, type Ground, nameOf, openGround, runInterrupted } from "./support/interrupted.ts";
import { interruptions } from "./support/interruptions.ts";
import { moments } from "./support/moments.ts";

const command = "scripts/campaigns.d/72-interruptions";
const chosen = process.env["INTERRUPTIONS"];
const seeds = Number(process.env["SEEDS"] ?? "10");

const every: readonly Case[] = Array.from({ length: seeds }, (_, seed) => seed).flatMap((seed) =>
  moments.flatMap((moment) => interruptions.map((interruption) => ({ interruption, moment, seed }))),
);
/** Every other interruption, at the moments in turn and with faults of their own. */
const slice: readonly Case[] = interruptions.flatMap((interruption, place) => {
  if (place % 2 !== 0) return [];
  return { interruption, moment: moments[(place / 2) % moments.length] ?? "underway", seed: place };
});

function casesOf(): readonly Case[] {
  if (chosen === undefined) return slice;
  return chosen === "all" ? every : every.filter((each) => nameOf(each) === chosen);
}

let ground: Ground;
before(async () => {
  ground = await openGround();
});
after(() => ground.close());

for (const each of casesOf()) {
  const name = nameOf(each);
  // Longer than anything waits: what hangs is named, too.
  test(`${name}: one customer, and the page says so`, { timeout: 240_000 }, async (context) => {
    context.diagnostic(`again: ${command} ${name}`);
    await runInterrupted(each, ground);
  });
}
