// Adding a field is adding a row: a made-up one in core/data/fields.csv of a copy of the project, and nothing else by
// hand, appears in the library, the package, its types, its words and the reference. The same for the code of a
// made-up rule, and for the words of a made-up language.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { CustomerSignup } from "../../wasm/package/src/generated/fields.ts";
import type { Vestibule } from "../wasm/support/package.ts";
import { ProjectCopy } from "./made-up-field/project-copy.ts";
import { addCode, addField } from "./made-up-field/rows.ts";

const ada: CustomerSignup = { name: "Ada", recordType: "Consumer" };
const refused = { ok: false, value: null, changed: [] };

/** What is checked, and what has to come out, member for member. */
const cases: readonly (readonly [what: string, record: object, result: object])[] = [
  [
    "a value that fits is accepted, and normalised as text",
    { favouriteColour: "  sea green ", ...ada },
    { ok: true, value: { ...ada, favouriteColour: "sea green" }, changed: ["/favouriteColour"], findings: [] },
  ],
  [
    "a value of as many characters as the row allows is accepted",
    { ...ada, favouriteColour: "ultramarines" },
    { ok: true, value: { ...ada, favouriteColour: "ultramarines" }, changed: [], findings: [] },
  ],
  [
    "a value of one character more is too long",
    { ...ada, favouriteColour: "ultramarinish" },
    {
      ...refused,
      findings: [
        {
          code: "text.too_long",
          severity: "error",
          pointer: "/favouriteColour",
          params: { max: "12", unit: "characters" },
        },
      ],
    },
  ],
  [
    "a spelling close to it is unknown, and it is suggested",
    { ...ada, favoriteColour: "green" },
    {
      ...refused,
      findings: [
        {
          code: "field.unknown",
          severity: "error",
          pointer: "/favoriteColour",
          params: {},
          suggestion: "favouriteColour",
        },
      ],
    },
  ],
];

/** What the made-up rule is: one line of code. */
const rule = 'if (text.shown == "octarine") error(Code::text_made_up, text.shown);';
const octarine = {
  code: "text.made_up",
  severity: "error",
  pointer: "/favouriteColour",
  params: { colour: "octarine" },
};

let copy: ProjectCopy;

before(() => {
  copy = new ProjectCopy();
  addField(copy);
  addCode(copy);
  copy.mustRun("scripts/generate", []);
  const firstLine = "  const Text text = read_text();\n  if (!text.usable || !fits(text.stored)) return;\n";
  copy.replace("core/src/validation/rules_text.cpp", firstLine, `${firstLine}  ${rule}\n`);

  for (const name of ["en", "en.page"]) {
    const words: object = JSON.parse(copy.read(`wasm/package/locales/${name}.json`));
    const madeUp = JSON.stringify({ ...words, $generated: undefined }, (_, value: unknown) =>
      typeof value === "string" ? `~ ${value}` : value,
    );
    copy.write(`wasm/package/locales/${name.replace("en", "sv")}.json`, madeUp);
  }
});

after(() => copy.remove());

test("the library knows the field", () => {
  copy.build("build/native", ["-S", "tests/data/made-up-field"]);
  const check = join(copy.root, "build/native/check_stdin");
  for (const [what, record, result] of cases) {
    assert.deepEqual(JSON.parse(copy.mustRun(check, [], JSON.stringify(record))), result, what);
  }
  const record = { ...ada, favouriteColour: "octarine" };
  assert.deepEqual(JSON.parse(copy.mustRun(check, [], JSON.stringify(record))).findings, [octarine]);
  assert.equal(copy.mustRun(check, ["text.made_up"]), "Colours are in the rainbow. (Isaac Newton 1704)\n");
});

test("the types have the field, and only as text", () => {
  const importLine = 'import type { CustomerSignup } from "./wasm/package/src/generated/fields.ts";';
  const signup = (value: string) =>
    `${importLine}\nexport const ada: CustomerSignup = { name: "Ada", recordType: "Consumer", favouriteColour: ${value} };\n`;
  copy.write("good.ts", signup('"green"'));
  copy.write("wrong.ts", signup("7"));
  copy.write("made-up.json", JSON.stringify({ extends: "./tsconfig.base.json", files: ["good.ts", "wrong.ts"] }));
  const compiler = "node_modules/typescript/bin/tsc";
  const { status, stdout } = copy.run(process.execPath, [compiler, "--project", "made-up.json", "--pretty", "false"]);
  assert.notEqual(status, 0);
  const complaints = stdout.split("\n").filter((line) => /^\S/.test(line));
  assert.equal(complaints.length, 1, stdout);
  assert.match(
    complaints[0] ?? "",
    /^wrong\.ts\(2,\d+\): error TS2322: Type 'number' is not assignable to type 'string'/,
  );
});

test("the form, the words and the reference name the field", () => {
  const formFields = copy.read("wasm/package/src/generated/form-fields.ts");
  assert.match(formFields, /\{\s*name: "favouriteColour",\s*kind: "text",\s*label: "Favourite colour",/);
  const locale: unknown = JSON.parse(copy.read("wasm/package/locales/en.json"));
  assert.ok(typeof locale === "object" && locale !== null && "labels" in locale);
  assert.ok(typeof locale.labels === "object" && locale.labels !== null && "favouriteColour" in locale.labels);
  assert.equal(locale.labels.favouriteColour, "Favourite colour");
  const reference = copy
    .read("core/docs/fields.md")
    .split("\n")
    .filter((line) => line.includes("favouriteColour"));
  assert.equal(reference.length, 1);
  assert.match(
    reference[0] ?? "",
    /^\| `favouriteColour` \| Favourite colour \|.*at most 12 .*`FavouriteColour__c` \| `text` \| Made up\. \|$/,
  );
});

test("the package knows the field, on its WebAssembly boundary too", async (context) => {
  if (spawnSync("emcc", ["--version"]).error !== undefined) return context.skip("there is no emcc; run scripts/setup");
  // Optimised less than what is shipped: what is tested is the same, and it takes half the time.
  copy.build("build/wasm", ["--preset", "wasm", "-DCMAKE_CXX_FLAGS_MINSIZEREL=-O1"]);
  copy.mustRun("scripts/build-package", []);
  const entry = pathToFileURL(join(copy.root, "wasm/package/dist/index.js")).href;
  const { describe, load }: Vestibule = await import(entry);
  const core = await load();
  for (const [what, record, result] of cases) {
    assert.deepEqual(core.check(record), result, what);
    assert.deepEqual(core.check(new TextEncoder().encode(JSON.stringify(record))), result, what);
  }
  assert.equal(core.checkField("favouriteColour", "ultramarinish").ok, false);
  assert.equal(core.checkField("favouriteColour", " red ").value, "red");
  const { properties } = core.jsonSchema("customer") as {
    readonly properties?: Record<string, { maxLength?: number }>;
  };
  assert.equal(properties?.["favouriteColour"]?.maxLength, 12);

  const [finding] = core.checkField("favouriteColour", "octarine").findings;
  assert.deepEqual(finding, octarine);
  assert.ok(finding !== undefined);
  assert.equal(core.explain(finding.code).rule, "Colours are in the rainbow.");

  const words = async (name: string) => (await import(new URL(`locales/${name}.js`, entry).href)).default;
  assert.equal(describe(finding, await words("en")), "octarine is no colour.");
  assert.equal(describe(finding, await words("sv")), "~ octarine is no colour.");
  assert.equal((await words("sv.page")).page.title, "~ Open an account");
  const types = copy.read("wasm/package/dist/locales/sv.d.ts");
  assert.equal(types, copy.read("wasm/package/dist/locales/en.d.ts"));
});
