// scripts/check-layers [root]: applies the rules of layers.ts to the files of a checkout.
import { resolve } from "node:path";
import { listFiles, readSource, report } from "./files.ts";
import { checkCpp, checkTypeScript, readLayers } from "./layers.ts";

const root = resolve(process.argv[2] ?? `${import.meta.dirname}/../..`);
const read = (folders: readonly string[], name: RegExp): ReturnType<typeof readSource>[] =>
  folders
    .flatMap((folder) => listFiles(root, folder))
    .filter((path) => name.test(path))
    .map((path) => readSource(root, path));

const layers = readLayers(readSource(root, "core/layers.txt").text);
report("check-layers", [
  ...checkCpp(read(["core", "wasm"], /\.(?:hpp|cpp|inc)$/), layers),
  ...checkTypeScript(read(["wasm", "web"], /\.(?:ts|js|mjs)$/)),
]);
