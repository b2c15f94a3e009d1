// scripts/check-text [root]: applies the rules of text-rules.ts to every text file of a checkout.
import { resolve } from "node:path";
import { listFiles, readSource, report } from "./files.ts";
import { checkText } from "./text-rules.ts";

const root = resolve(process.argv[2] ?? `${import.meta.dirname}/../..`);
const binary = /\.(?:wasm|png|ico|woff2|gz|br|zip|bin|db|tgz)$/;

report(
  "check-text",
  listFiles(root, "")
    .filter((path) => !binary.test(path))
    .flatMap((path) => checkText(readSource(root, path), root)),
);
