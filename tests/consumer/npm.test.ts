// Other JavaScript and TypeScript projects use the package: packed, and installed from the tarball without a network.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type Installed, installPackage } from "../wasm/support/installed.ts";
import { mustRun, root } from "./support/folder.ts";

let installed: Installed;
before(() => {
  installed = installPackage();
});
after(() => installed[Symbol.dispose]());

/** Copies a file of ours into the project, where only installed packages can be found. */
function bring(path: string): string {
  const target = join(installed.folder, path.slice(path.lastIndexOf("/") + 1));
  copyFileSync(join(root, "tests/consumer", path), target);
  return target;
}

test("ESM in Node: the core, its words, reference and country facts", () => {
  assert.deepEqual(JSON.parse(mustRun(installed.folder, process.execPath, bring("npm/use.mjs"))), {
    value: { name: "Acme Ltd", recordType: "Business" },
    words: "Enter an e-mail address, like name@example.com.",
    fix: "Correct the address.",
    required: ["firstName", "lastName", "name", "email"],
    atlas: [true, false, true],
    issues: 2,
  });
});

test("the package brings no dependencies, and its licence", () => {
  const manifest = JSON.parse(readFileSync(join(installed.folder, "node_modules/vestibule/package.json"), "utf8"));
  assert.deepEqual([manifest.dependencies, manifest.peerDependencies], [undefined, undefined]);
  assert.ok(installed.files.includes("dist/LICENSE") && installed.files.includes("README.md"));
  assert.deepEqual(
    installed.files.filter((file) => file.endsWith(".ts") && !/\.d\.((wasm|bin|css)\.)?ts$/.test(file)),
    [],
  );
});

test("what is no entry cannot be imported", () => {
  for (const path of ["vestibule/dist/index.js", "vestibule/src/core.ts", "vestibule/nothing"]) {
    const file = join(installed.folder, "wrong.mjs");
    writeFileSync(file, `import "${path}";\n`);
    const { status, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
    assert.notEqual(status, 0);
    assert.match(stderr, /ERR_PACKAGE_PATH_NOT_EXPORTED/, path);
  }
});

/** The compiler's complaints, "file:line code", with every strictness and no checks left out. */
function complaints(...files: readonly string[]): readonly string[] {
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const strict = ["--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--skipLibCheck", "false"];
  const target = ["--target", "es2022", "--module", "nodenext", "--lib", "es2022", "--types", ""];
  const { stdout } = spawnSync(
    process.execPath,
    [compiler, "--noEmit", "--pretty", "false", ...strict, ...target, ...files],
    { cwd: installed.folder, encoding: "utf8" },
  );
  return [...stdout.matchAll(/^(\S+)\((\d+),\d+\): error (TS\d+)/gm)].map(
    ([, file, line, code]) => `${file}:${line} ${code}`,
  );
}

test("types only: what is right compiles without a page and without Node's types", () => {
  assert.deepEqual(complaints(bring("types/good.ts")), []);
});

test("types only: every mistake is found, and nothing else", () => {
  const path = bring("types/wrong.ts");
  const marked = readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      const code = /\/\/ (TS\d+)$/.exec(line)?.[1];
      return code === undefined ? [] : [`wrong.ts:${index + 1} ${code}`];
    });
  assert.equal(marked.length, 5);
  assert.deepEqual(complaints(path), marked);
});
