// The form's style: its documentation, tokens and files agree, and it keeps to logical properties and its layer.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type TokenTree, tokensIn } from "../../scripts/build-package.d/tokens.ts";

const packageFolder = join(import.meta.dirname, "../../wasm/package");
const readIn = (folder: string, ending: string): string =>
  readdirSync(folder)
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");

const sources = readIn(join(packageFolder, "styles"), ".css");
const pageSources = readIn(join(packageFolder, "../../web/pages/signup"), ".css");
const readme = readFileSync(join(packageFolder, "styles/README.md"), "utf8");
const built = readFileSync(join(packageFolder, "dist/signup.css"), "utf8");
const tokens: TokenTree = JSON.parse(readFileSync(join(packageFolder, "tokens.json"), "utf8"));
const themeFiles = readdirSync(join(packageFolder, "themes"));

function all(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, found = ""]) => found))].sort();
}

test("the table of custom properties has each token, its value and its description, and no other", () => {
  const rows = [...readme.matchAll(/^\| `(--[\w-]+)` \| `([^`]+)`(?:, dark `([^`]+)`)? \| (.+) \|$/gm)];
  const listed = rows.map(([, property, light, dark, description]) => {
    return { property, value: dark === undefined ? light : `light-dark(${light}, ${dark})`, description };
  });
  const made = tokensIn(tokens).map(({ property, value, description }) => {
    return { property, value: value.replaceAll('"', ""), description };
  });
  assert.deepEqual(listed, made);
});

test("a property that is used is a token, and a token is used", () => {
  const known = tokensIn(tokens).map(({ property }) => property);
  const used = all(sources, /var\((--[\w-]+)/g);
  const aliased = all(JSON.stringify(tokens), /"\{([a-z.-]+)\}"/g).map(
    (path) => `--vestibule-${path.replace(".", "-")}`,
  );
  assert.deepEqual([...new Set([...used, ...aliased])].sort(), [...known].sort());
});

test("the table of classes has each class of the styles and of the markup, and no other", () => {
  const listed = all(readme, /^\| `(vestibule-[\w-]+)` \|/gm);
  const form = join(packageFolder, "src/form");
  const markup = readdirSync(form)
    .filter((name) => name.startsWith("template"))
    .map((name) => readFileSync(join(form, name), "utf8"))
    .join("\n");
  const styled = all(built, /\.(vestibule-[\w-]+)/g);
  // The panels are named by their part.
  const named = all(markup, /panelTree\("(\w+)"\)/g).map((name) => `vestibule-${name}`);
  const written = [
    ...all(markup, /class: "(vestibule-[\w-]+)"/g),
    ...all(markup, /\? "(vestibule-[\w-]+)"/g),
    ...named,
  ];
  assert.deepEqual(listed, [...new Set([...styled, ...written])].sort());
});

test("everything is in the layer vestibule, and the layers are named in their order", () => {
  const layers = "@layer vestibule.tokens,vestibule.theme,vestibule.contrast,vestibule.form;";
  assert.ok(built.startsWith(layers));
  const rest = built.slice(layers.length).replaceAll(/@layer vestibule\.(?:tokens|contrast|form)\{/g, "{");
  let depth = 0;
  for (const [part] of rest.matchAll(/\{|\}|[^{}]+/g)) {
    if (part === "{") depth += 1;
    else if (part === "}") depth -= 1;
    else if (depth === 0) assert.equal(part.trim(), "", "outside of the layer");
  }
});

test("properties are logical: the form turns round with its text", () => {
  const rules = (sources + pageSources)
    .replaceAll(/\/\*[\s\S]*?\*\//g, "")
    .replaceAll(/@(?:media|container)[^{]*/g, "");
  const declarations = [...rules.matchAll(/[\s;{]([a-z-]+):\s*([^;{}]+);/g)].map(
    ([, name, value]) => `${name}: ${value}`,
  );
  assert.ok(declarations.length > 200);
  const physical =
    /^(?:(?:margin|padding|border|scroll-margin)-)?(?:left|right|top|bottom)\b|^(?:min-|max-)?(?:width|height):|^(?:text-align|float|clear|resize): (?:left|right|vertical|horizontal)/;
  assert.deepEqual(
    declarations.filter((declaration) => physical.test(declaration)),
    [],
  );
});

test("no font is loaded and nothing is fetched", () => {
  assert.doesNotMatch(built + pageSources, /@font-face|url\(/);
});

const trees = [
  tokens,
  ...themeFiles.map((name) => JSON.parse(readFileSync(join(packageFolder, "themes", name), "utf8"))),
];

test("a colour's components are its hex digits", () => {
  let count = 0;
  const visit = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("hex" in value && "components" in value) {
      const digits = String(value.hex).slice(1).match(/../g) ?? [];
      const components = digits.map((pair) => Math.round((Number.parseInt(pair, 16) / 255) * 1000) / 1000);
      assert.deepEqual(value.components, components, String(value.hex));
      count += 1;
    }
    for (const child of Object.values(value)) visit(child);
  };
  visit(trees);
  assert.ok(count > 80, String(count));
});

for (const name of themeFiles) {
  test(`the theme ${name} sets tokens there are, and nothing else`, () => {
    const known = new Set(tokensIn(tokens).map(({ property }) => property));
    const theme = JSON.parse(readFileSync(join(packageFolder, "themes", name), "utf8"));
    const set = tokensIn(theme).map(({ property }) => property);
    assert.deepEqual(
      set.filter((property) => !known.has(property)),
      [],
    );
    const sheet = readFileSync(join(packageFolder, "dist/themes", name.replace(".json", ".css")), "utf8");
    assert.deepEqual(all(sheet, /(--vestibule-[\w-]+):/g), [...set].sort());
    assert.match(sheet, /^@layer [^{]+;@layer vestibule\.theme\{:root\{[^{}]*\}\}\n$/);
    assert.ok(readme.includes(`vestibule/themes/${name.replace(".json", ".css")}`));
  });
}
