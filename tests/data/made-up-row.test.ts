// Which generated files a row of a field and of a code change: CONTRIBUTING.md says that scripts/generate writes them all.
// What is built from them is in made-up-field.campaign.ts.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ProjectCopy } from "./made-up-field/project-copy.ts";
import { addCode, addField } from "./made-up-field/rows.ts";

let copy: ProjectCopy;

before(() => {
  copy = new ProjectCopy();
});

after(() => copy.remove());

const outdated = (): readonly string[] =>
  (copy.run("scripts/generate", ["--check"]).stderr.match(/^ {2}[^:]+(?=:)/gm) ?? []).map((path) => path.trim());

test("the row changes every generated file that is about fields, and no other", () => {
  addField(copy);
  assert.deepEqual(outdated(), [
    "core/docs/fields.md",
    "core/include/vestibule/generated/fields.inc",
    "core/include/vestibule/generated/presentation.inc",
    "core/include/vestibule/generated/sync.inc",
    "tests/sandbox/openapi.json",
    "wasm/package/locales/en.json",
    "wasm/package/src/generated/fields.ts",
    "wasm/package/src/generated/form-fields.ts",
    "wasm/package/src/generated/schema-fields.ts",
  ]);
});

test("a code changes every generated file that is about codes, and no other", () => {
  copy.mustRun("scripts/generate", []);
  addCode(copy);
  assert.deepEqual(outdated(), [
    "core/docs/codes.md",
    "core/include/vestibule/generated/codes.inc",
    "core/include/vestibule/generated/explanations.inc",
    "wasm/package/locales/en.json",
    "wasm/package/src/generated/codes.ts",
    "wasm/package/src/generated/explanations.ts",
  ]);
  copy.mustRun("scripts/generate", []);
  assert.match(copy.read("core/docs/codes.md"), /^<a id="text\.made_up"><\/a>\n\n### text\.made\\?_up$/m);
});
