// The package as npm packs it, installed into an empty folder: what is in it, its types, and every snippet of the README.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { build } from "esbuild";
import { type Routes, startStaticServer } from "../support/static-server.ts";
import { launchChromium, openPage } from "./support/chromium.ts";
import { type Installed, installPackage } from "./support/installed.ts";
import { packageFolder, root } from "./support/package.ts";
import { type Snippet, snippetsOf } from "./support/readme.ts";
import { startWorkerd } from "./support/workerd.ts";

let installed: Installed;
before(() => {
  installed = installPackage();
});
after(() => installed?.[Symbol.dispose]());

const snippets = snippetsOf(join(packageFolder, "README.md"));
const ofKind = (kind: string): readonly Snippet[] => snippets.filter((snippet) => snippet.kind === kind);

function run(file: string, code: string): string {
  writeFileSync(join(installed.folder, file), code);
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: installed.folder, encoding: "utf8" });
  assert.equal(status, 0, stderr);
  return stdout;
}

/** Of what stands for many files. */
const examples: Readonly<Record<string, string>> = { schema: "customer", themes: "plain", locales: "en" };

test("the package holds what it is made of and nothing else, and depends on nothing", () => {
  const kinds =
    /^(?:package\.json|README\.md|dist\/(?:LICENSE|NOTICE|schema\/\w+\.json|tokens\.json|custom-elements\.json|.*\.(?:js|bin|css|d\.ts|wasm|d\.(?:wasm|bin|css)\.ts)))$/;
  assert.deepEqual(
    installed.files.filter((path) => !kinds.test(path)),
    [],
  );
  const manifest = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  assert.deepEqual([manifest.dependencies, manifest.private, manifest.license], [undefined, false, "Apache-2.0"]);
  const targets = Object.values(manifest.exports).flatMap((target) =>
    typeof target === "string" ? [target] : Object.values(target as Readonly<Record<string, string>>),
  );
  for (const target of targets) {
    const [, folder = ""] = /\/(\w+)\/\*/.exec(target) ?? [];
    const file = target.replace("*", examples[folder] ?? "").slice(2);
    assert.ok(installed.files.includes(file), `${target} is not in the package`);
  }
});

test("imported from an empty folder it checks a record", () => {
  const code = `import { load } from "vestibule";
    const core = await load();
    console.log(JSON.stringify(core.check({ name: " A ", recordType: "consumer" }).value));
    console.log(import.meta.resolve("vestibule/core.wasm").endsWith("/dist/core.wasm"));`;
  assert.equal(run("first.mjs", code), '{"name":"A","recordType":"Consumer"}\ntrue\n');
});

for (const { line, code, printed } of ofKind("js")) {
  test(`the snippet in line ${line} of the README prints what it says`, () => {
    assert.ok(printed.length > 0);
    assert.deepEqual(run(`readme-${line}.mjs`, code).trimEnd().split("\n"), printed);
  });
}

const programs: readonly (readonly [types: string, flags: readonly string[], code: string])[] = [
  [
    "a page",
    ["--lib", "es2022,dom", "--types", ""],
    `import { load } from "vestibule";
    import { signupFields } from "vestibule/form";
    import words from "vestibule/locales/en.page";
    export const labels: object = words.form.labels;
    export const first: string | undefined = signupFields[0]?.name;
    export const ready: Promise<object> = load({ module: new URL("https://x.example/core.wasm") });`,
  ],
  [
    "a page that has the element by its definition alone",
    ["--lib", "es2022,dom", "--types", ""],
    `import "vestibule/define";
    const element = document.querySelector("vestibule-signup");
    if (element !== null) element.profile = { recordTypes: ["Business"] } as unknown as NonNullable<typeof element.profile>;
    element?.addEventListener("vestibule-created", ({ detail }) => { document.title = detail.id; });
    document.addEventListener("vestibule-error", ({ detail }) => { document.title = detail.code; });`,
  ],
  [
    "a server, without those of a page",
    ["--lib", "es2022", "--types", "node"],
    `import { type CheckResult, type CustomerSignup, describe, load } from "vestibule";
    import english from "vestibule/locales/en";
    const result: CheckResult<CustomerSignup> = (await load()).check({ name: "A" });
    export const words: string[] = result.findings.map((finding) => describe(finding, english));`,
  ],
];

for (const [types, flags, code] of programs) {
  test(`the types are sound for a strict program with the types of ${types}`, () => {
    writeFileSync(join(installed.folder, "program.ts"), code);
    const strict = [
      "--strict",
      "--exactOptionalPropertyTypes",
      "--noEmit",
      "--module",
      "nodenext",
      "--target",
      "es2022",
    ];
    const roots = ["--typeRoots", join(root, "node_modules/@types")];
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    const words = [compiler, ...strict, ...roots, ...flags, "program.ts"];
    const { status, stdout } = spawnSync(process.execPath, words, { cwd: installed.folder, encoding: "utf8" });
    assert.equal(status, 0, stdout);
  });
}

test("the README's page works bundled, though the bundler loses core.wasm", async () => {
  const [snippet] = ofKind("js page");
  writeFileSync(join(installed.folder, "page.js"), snippet?.code ?? "");
  const entryPoints = [join(installed.folder, "page.js")];
  const { outputFiles } = await build({
    entryPoints,
    bundle: true,
    splitting: true,
    format: "esm",
    write: false,
    outdir: "/",
  });
  const routes: Routes = new Map(outputFiles.map(({ path, text }) => [path, text]));
  routes.set("/page.html", '<!doctype html><title>t</title><script type="module" src="/page.js"></script>');
  await using server = await startStaticServer(routes);
  await using browser = await launchChromium();
  const { page, violations } = await openPage(browser, `${server.origin}/page.html`);
  await page.waitForFunction(() => document.title !== "t");
  assert.equal(await page.title(), "accepted");
  assert.deepEqual(await violations(), []);
});

test("the README's worker answers", async () => {
  const [snippet] = ofKind("js worker");
  const inside = join(installed.folder, "node_modules/vestibule/dist");
  await using workerd = await startWorkerd({
    "worker.js": snippet?.code ?? "",
    vestibule: readFileSync(join(inside, "index.workerd.js")),
    "atlas.inline.js": readFileSync(join(inside, "atlas.inline.js")),
    "full.wasm": readFileSync(join(inside, "full.wasm")),
  });
  const answer = await fetch(workerd.origin, { method: "POST", body: '{"name":"A","recordType":"Consumer"}' });
  assert.deepEqual(
    [answer.status, await answer.json()],
    [200, { ok: true, value: { name: "A", recordType: "Consumer" }, changed: [], findings: [] }],
  );
  assert.equal((await fetch(workerd.origin, { method: "POST", body: "{" })).status, 422);
});

test("every snippet is of a kind that is run here", () => {
  // The HTML is that of web/examples/plain, which a test of its own leads to a customer.
  const others = snippets.filter(({ kind }) => !["html", "js", "js page", "js worker", "sh"].includes(kind));
  assert.deepEqual(others, []);
  assert.deepEqual(
    ofKind("sh").map(({ code }) => code),
    ["npm install vestibule\n"],
  );
});
