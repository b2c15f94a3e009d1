// custom-elements.json (custom-elements-manifest.open-wc.org): what is written by hand of the element, and how it can be styled,
// from the tables that say it already.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type TokenTree, tokensIn } from "./tokens.ts";

interface Declaration {
  readonly customElement?: boolean;
}

interface Manifest {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

export function writeCustomElements(packageFolder: string, folder: string): void {
  const manifest = readJson(join(packageFolder, "custom-elements.json")) as Manifest;
  const tokens = tokensIn(readJson(join(packageFolder, "tokens.json")) as TokenTree);
  const parts = readJson(join(packageFolder, "parts.json")) as Readonly<Record<string, string>>;
  const styling = {
    cssProperties: tokens.map(({ property, value, description }) => ({ name: property, default: value, description })),
    cssParts: Object.entries(parts).map(([name, words]) => {
      return { name, description: `[data-part="${name}"] in the light DOM. ${words}` };
    }),
  };
  const modules = manifest.modules.map((module) => {
    const declarations = module.declarations.map((each) =>
      each.customElement === true ? { ...each, ...styling } : each,
    );
    return { ...module, declarations };
  });
  writeFileSync(join(folder, "custom-elements.json"), `${JSON.stringify({ ...manifest, modules }, undefined, 2)}\n`);
}
