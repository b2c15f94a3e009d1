// What custom-elements.json says of styling: each token with its value, and each part that the form really has.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { type TokenTree, tokensIn } from "../../scripts/build-package.d/tokens.ts";
import { signupFields, withContact } from "../../wasm/package/src/form/fields.ts";
import { renderForm } from "../../wasm/package/src/form/html.ts";
import { viewOutcome } from "../../wasm/package/src/form/outcome.ts";
import { initialState } from "../../wasm/package/src/form/state.ts";
import { knownTrees } from "../../wasm/package/src/form/template-memory.ts";
import { panelTrees, reviewTrees } from "../../wasm/package/src/form/template-panel.ts";
import { el } from "../../wasm/package/src/form/tree.ts";
import { writeTree } from "../../wasm/package/src/form/tree-text.ts";
import { english } from "./support/language.ts";

const packageFolder = join(import.meta.dirname, "../../wasm/package");
const read = (path: string): string => readFileSync(join(packageFolder, path), "utf8");

interface Named {
  readonly name: string;
  readonly description: string;
  readonly default?: string;
}

interface Described {
  readonly cssProperties: readonly Named[];
  readonly cssParts: readonly Named[];
  readonly slots: readonly Named[];
}

const manifest = JSON.parse(read("dist/custom-elements.json"));
const described: Described = manifest.modules[0].declarations[0];

test("custom properties are the tokens, each with its value and its description", () => {
  const tokens: TokenTree = JSON.parse(read("tokens.json"));
  const made = tokensIn(tokens).map(({ property, value, description }) => {
    return { name: property, default: value, description };
  });
  assert.deepEqual(described.cssProperties, made);
  assert.ok(made.length > 30, String(made.length));
});

/** A form in every state that has a part of its own. */
function renderAll(): string {
  const attempt = { key: "1", secret: "2", since: 3 };
  const submission = { customer: {}, trap: "", locale: "en", rules: "" };
  const pursuit = { attempt, submission, sends: 6, volatile: false, answersKept: true };
  const { panel } = viewOutcome({ name: "unresolved", pursuit, reason: "" }, [], english);
  assert.ok(panel !== null);
  const known = { id: "1", accountNumber: null, since: 3, same: ["name"] } as const;
  return [
    renderForm({ ...english, action: "/", state: initialState({}, [], withContact(signupFields)) }),
    ...reviewTrees([], english.words).map(writeTree),
    ...knownTrees(known, english).map(writeTree),
    writeTree(el("div", {}, panelTrees(panel, english.words, "/"))),
  ].join("");
}

test("parts are those that the form really has, and a rule of the page finds them by what is said", () => {
  const rendered = [...renderAll().matchAll(/ data-part="([^"]+)"/g)].map(([, name = ""]) => name);
  const listed = described.cssParts.map(({ name }) => name);
  assert.deepEqual([...listed].sort(), [...new Set(rendered)].sort());
  for (const { name, description } of described.cssParts) {
    assert.ok(description.startsWith(`[data-part="${name}"] in the light DOM. `), description);
  }
});

test("the table of parts is the one that people read", () => {
  const parts: Readonly<Record<string, string>> = JSON.parse(read("parts.json"));
  const [, table = ""] = read("styles/README.md").split("\n## Parts\n");
  const rows = [...table.matchAll(/^\| `([\w-]+)` \| (.+) \|$/gm)].map(([, name, words]) => [name, words]);
  assert.deepEqual(rows, Object.entries(parts));
});

test("what may stand inside of the element is said", () => {
  assert.deepEqual(
    described.slots.map(({ name }) => name),
    [""],
  );
});
