// What package.json says of the package, read as bundlers, runtimes and compilers read it: publint, and "are the types
// wrong" for packages that are ESM alone.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { type Installed, installPackage } from "../wasm/support/installed.ts";
import { mustRun, root } from "./support/folder.ts";

let installed: Installed;
let folder: string;
before(() => {
  installed = installPackage();
  folder = join(installed.folder, "node_modules/vestibule");
});
after(() => installed?.[Symbol.dispose]());

const readJson = (path: string): Readonly<Record<string, unknown>> => JSON.parse(readFileSync(path, "utf8"));

test("publint finds nothing, and has one suggestion that is followed already", async () => {
  const { messages } = await publint({ pkgDir: folder, level: "suggestion", strict: true, pack: false });
  const manifest = readJson(join(folder, "package.json"));
  // "browser" stands beside exports for tools that do not read them: they would take the module for servers into a page.
  const others = messages.filter(({ code }) => code !== "USE_EXPORTS_BROWSER");
  assert.deepEqual(
    others.map((message) => formatMessage(message, manifest, { color: false })),
    [],
  );
});

test("the types of every entry are found and are of ESM", () => {
  const tarball = readdirSync(installed.folder).find((name) => name.endsWith(".tgz")) ?? "";
  const program = join(root, "node_modules/@arethetypeswrong/cli/dist/index.js");
  const words = [program, join(installed.folder, tarball), "--profile", "esm-only", "--format", "ascii", "--no-color"];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  assert.equal(status, 0, `${stdout}${stderr}`);
});

test("conditions stand in the order in which they are looked at: types, then hosts, then the rest", () => {
  const exported = readJson(join(folder, "package.json"))["exports"] as Readonly<Record<string, object | string>>;
  for (const [path, target] of Object.entries(exported)) {
    if (typeof target === "string") continue;
    const conditions = Object.keys(target);
    const order = ["types", "workerd", "browser", "default"].filter((name) => conditions.includes(name));
    assert.deepEqual(conditions, order, path);
    assert.deepEqual([conditions[0], conditions.at(-1)], ["types", "default"], path);
  }
});

test("JSON Schemas are there as files, and accept what the core accepts", () => {
  const code = `import customer from "vestibule/schema/customer.json" with { type: "json" };
    import contact from "vestibule/schema/contact.json" with { type: "json" };
    import profile from "vestibule/schema/profile.json" with { type: "json" };
    console.log(JSON.stringify([customer, contact, profile]));`;
  const printed = mustRun(installed.folder, process.execPath, "--input-type=module", "--eval", code);
  const [customer, contact, profile] = JSON.parse(printed);
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  assert.equal(ajv.validate(customer, { name: "Acme", recordType: "Business" }), true);
  assert.equal(ajv.validate(customer, { name: "Acme", recordType: "Charity" }), false);
  assert.equal(ajv.validate(contact, { firstName: "Ada" }), false);
  assert.equal(ajv.validate(profile, readJson(join(root, "core/data/profiles/b2b.json"))), true);
});

interface Described {
  readonly attributes: readonly { readonly name: string }[];
  readonly events: readonly { readonly name: string }[];
  readonly members: readonly { readonly name: string }[];
}

test("custom-elements.json lists what the element has: attributes, events, members", () => {
  const manifest = readJson(join(folder, "dist/custom-elements.json")) as {
    readonly modules: readonly { readonly path: string; readonly declarations: readonly Described[] }[];
  };
  for (const { path } of manifest.modules) assert.ok(installed.files.includes(path), path);
  const described = manifest.modules[0]?.declarations[0];
  assert.ok(described !== undefined);
  const names = (things: readonly { readonly name: string }[]): readonly string[] =>
    things.map(({ name }) => name).sort();
  const foundIn = (file: string, pattern: RegExp): readonly string[] => {
    const text = readFileSync(join(root, "wasm/package/src/element", file), "utf8");
    return [...new Set([...text.matchAll(pattern)].map(([, name = ""]) => name))].sort();
  };
  assert.deepEqual(names(described.attributes), foundIn("element.ts", /(?:getAttribute|#has)\("([a-z-]+)"\)/g));
  assert.deepEqual(names(described.events), foundIn("events.ts", /^ {2}readonly "(vestibule-[a-z]+)":/gm));
  // Accessors and methods; the constructor and the callbacks are the browser's to call.
  const members = foundIn("element.ts", /^ {2}(?:get )?([a-z]\w+)[?(][^\n]*[;{]$/gm);
  assert.deepEqual(
    names(described.members),
    members.filter((name) => name !== "constructor" && !name.endsWith("Callback")),
  );
});
