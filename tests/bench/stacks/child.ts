// A process of its own for one stack: how long until its first verdict, and how long a verdict takes under its flags.
//   child.ts <bundle> <records.json> cold           prints milliseconds from before the import to the first verdict
//   child.ts <bundle> <records.json> <milliseconds> prints nanoseconds a valid record
import { readFileSync } from "node:fs";
import { timePerCall } from "../measure.ts";
import { makeStack } from "./bundles.ts";

const [bundle = "", file = "", what = ""] = process.argv.slice(2);
const { valid } = JSON.parse(readFileSync(file, "utf8"));
const begin = performance.now();
const check = await makeStack(bundle);
const { ok } = check(valid);
const cold = performance.now() - begin;
if (!ok) throw new Error("the valid record is refused");
console.log(what === "cold" ? cold : timePerCall(() => check(valid), Number(what)));
