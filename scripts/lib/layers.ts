// The rules of scripts/check-layers: which file may include or import which. Pure: text in, complaints out.
import { dirname, join } from "node:path/posix";
import type { SourceFile } from "./files.ts";

const publicRoot = "core/include/vestibule/";
const sourceRoot = "core/src/";
const umbrella = "core/include/vestibule.hpp";

/** The folders of core/layers.txt, lowest first. */
export function readLayers(text: string): readonly string[] {
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

interface Reference {
  readonly line: number;
  readonly target: string; // what stands between the quotes or angle brackets
}

function references(file: SourceFile, pattern: RegExp): readonly Reference[] {
  return file.text.split("\n").flatMap((text, index) => {
    return [...text.matchAll(pattern)].map((match) => ({ line: index + 1, target: match[1] ?? "" }));
  });
}

/**
 * Rank of a C++ file of the core: -1 for root headers and generated tables, the index of its layer, the number of
 * layers for the umbrella; undefined for a folder that core/layers.txt does not list.
 */
function rank(path: string, layers: readonly string[]): number | undefined {
  if (path === umbrella || path === `${publicRoot}vestibule.hpp`) return layers.length;
  const inside = path.startsWith(publicRoot) ? path.slice(publicRoot.length) : path.slice(sourceRoot.length);
  const folder = inside.includes("/") ? inside.slice(0, inside.indexOf("/")) : "";
  if (folder === "" || folder === "generated") return -1;
  const index = layers.indexOf(folder);
  return index === -1 ? undefined : index;
}

/** The file of the core that an include means; undefined for anything else. */
function included(from: SourceFile, target: string, known: ReadonlySet<string>): string | undefined {
  const candidates = [`core/include/${target}`, join(dirname(from.path), target), `${sourceRoot}${target}`];
  return candidates.find((path) => known.has(path));
}

export function checkCpp(files: readonly SourceFile[], layers: readonly string[]): readonly string[] {
  const known = new Set(files.map((file) => file.path));
  const complaints: string[] = [];
  for (const file of files) {
    const complain = (line: number, why: string): void => void complaints.push(`${file.path}:${line}: ${why}`);
    const isCore = file.path.startsWith(publicRoot) || file.path.startsWith(sourceRoot) || file.path === umbrella;
    const own = isCore ? rank(file.path, layers) : undefined;
    if (isCore && own === undefined) complain(1, "its folder is not listed in core/layers.txt");
    for (const { line, target } of references(file, /^\s*#\s*include\s*["<]([^">]+)[">]/g)) {
      if (target.startsWith("emscripten") && !/^wasm\/bindings\/(?:bindings|exports)\.cpp$/.test(file.path)) {
        complain(line, "only what wasm/bindings exports by includes Emscripten");
      }
      if (target.startsWith("nlohmann") && file.path.startsWith("core/include/")) {
        complain(line, "a public header does not include nlohmann");
      }
      const path = included(file, target, known);
      if (path === undefined && target.startsWith("vestibule/")) complain(line, `no file ${target} in core/include`);
      if (path?.startsWith(sourceRoot) === true && !file.path.startsWith(sourceRoot)) {
        complain(line, `${target} belongs to the inside of the core`);
      }
      const other = path === undefined ? undefined : rank(path, layers);
      if (own !== undefined && other !== undefined && other > own) {
        complain(line, `${target} is above this file in core/layers.txt`);
      }
    }
  }
  return complaints;
}

/** The part of the repository a TypeScript file belongs to; parts reach each other by package name only. */
function part(path: string): string {
  return /^(wasm\/package|web\/[^/]+|tests|scripts)\//.exec(`${path}/`)?.[1] ?? "";
}

export function checkTypeScript(files: readonly SourceFile[]): readonly string[] {
  const complaints: string[] = [];
  for (const file of files) {
    const own = part(file.path);
    // Tests may import anything, also those that stand beside what they test.
    if (own === "tests" || own === "scripts" || file.path.endsWith(".test.ts")) continue;
    for (const { line, target } of references(file, /(?:\bfrom|\bimport|\bimport\s*\()\s*["']([^"']+)["']/g)) {
      if (!target.startsWith(".")) continue;
      const other = part(join(dirname(file.path), target));
      if (other !== own) {
        complaints.push(`${file.path}:${line}: ${target} leaves ${own}; use the package by its name, or turn it round`);
      }
    }
  }
  return complaints;
}
