// What the package carries for the eye: signup.css, the themes, and the tokens both are made of.
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build, type Plugin } from "esbuild";
import { type TokenTree, themeSheet, tokenSheet } from "./tokens.ts";

function readTokens(path: string): TokenTree {
  return JSON.parse(readFileSync(path, "utf8"));
}

function fromTokens(path: string): Plugin {
  return {
    name: "from-tokens",
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^vestibule-tokens$/ }, () => ({ path, namespace: "tokens" }));
      onLoad({ filter: /.*/, namespace: "tokens" }, () => ({ contents: tokenSheet(readTokens(path)), loader: "css" }));
    },
  };
}

/** What a compiler is told of a style sheet: that it can be imported. */
const sheetTypes = "export {};\n";

export async function writeStyles(packageFolder: string, folder: string): Promise<void> {
  const tokens = join(packageFolder, "tokens.json");
  await build({
    entryPoints: [join(packageFolder, "styles/signup.css")],
    outdir: folder,
    bundle: true,
    minify: true,
    plugins: [fromTokens(tokens)],
    logLevel: "warning",
  });
  writeFileSync(join(folder, "signup.d.css.ts"), sheetTypes);
  copyFileSync(tokens, join(folder, "tokens.json"));
  const themes = join(packageFolder, "themes");
  mkdirSync(join(folder, "themes"));
  for (const file of readdirSync(themes)) {
    const name = basename(file, ".json");
    writeFileSync(join(folder, "themes", `${name}.css`), themeSheet(readTokens(join(themes, file))));
    writeFileSync(join(folder, "themes", `${name}.d.css.ts`), sheetTypes);
  }
}
