// Other C++ projects use the library: installed and found, or as a folder of theirs.
import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { buildProject, Folder, mustRun, root } from "./support/folder.ts";

let prefix: Folder;

before(() => {
  const built = join(root, "build/release");
  assert.ok(existsSync(join(built, "core/libvestibule.a")), "build/release is missing; run scripts/build native");
  prefix = new Folder();
  mustRun(root, "cmake", "--install", built, "--prefix", prefix.path);
});

after(() => prefix[Symbol.dispose]());

test("a CMake package: found, linked and run", () => {
  using project = new Folder("cmake-package");
  buildProject(project.path, `-DCMAKE_PREFIX_PATH=${prefix.path}`);
  assert.equal(
    mustRun(project.path, join(project.path, "build/billing")),
    '{"name":"Acme Ltd","recordType":"Business"}\n/email email.syntax: Correct the address.\n',
  );
});

test("what is installed: the program, public headers, libraries, the licence, and no more", () => {
  assert.deepEqual(readdirSync(prefix.path).sort(), ["bin", "include", "lib", "share"]);
  assert.deepEqual(readdirSync(join(prefix.path, "bin")), ["vestibule"]);
  assert.deepEqual(readdirSync(join(prefix.path, "include")), ["vestibule"]);
  assert.match(mustRun(prefix.path, "bin/vestibule", "--version"), /^vestibule \d/);
  const files = readdirSync(prefix.path, { recursive: true, encoding: "utf8" });
  assert.ok(files.some((file) => file.endsWith("/LICENSE")) && files.some((file) => file.endsWith("/NOTICE")));
  assert.deepEqual(
    files.filter((file) => /\.(cpp|json|csv)$|nlohmann/.test(file)),
    [],
  );
});

test("a CMake subdirectory: built with the flags of the project around it", () => {
  using project = new Folder("cmake-subdirectory");
  // The library is compiled anew every time: together that takes a third as long.
  buildProject(project.path, `-DVESTIBULE_FOLDER=${root}`, "-DVESTIBULE_COMPILE_TOGETHER=ON");
  assert.equal(
    mustRun(project.path, join(project.path, "build/import")),
    "0015f00002JUZPDAA5 f81d4fae-7dec-41d0-a765-00a0c91e6bf6\n",
  );
});
