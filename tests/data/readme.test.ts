// The snippets of the README are run, and say what they print.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";

const root = resolve(import.meta.dirname, "../..");
const readme = readFileSync(join(root, "README.md"), "utf8");

function snippets(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"))].map(
    ([, code]) => code ?? "",
  );
}

/** A folder inside of the project, where "vestibule" is found as a user's project would find it. */
function workFolder(): string {
  mkdirSync(join(root, "build"), { recursive: true });
  return mkdtempSync(join(root, "build/readme-"));
}

test("JavaScript: every line with a comment has the value the comment says", () => {
  assert.ok(snippets("js").length >= 2);
  for (const snippet of snippets("js")) {
    let checked = 0;
    const program = snippet.replaceAll(/^(.+); \/\/ (.+)$/gm, (_, expression, expected) => {
      ++checked;
      return `assert.deepEqual(${expression}, ${expected});`;
    });
    assert.ok(checked >= 3, "the snippet shows values");
    const folder = workFolder();
    try {
      const file = join(folder, "readme.mjs");
      writeFileSync(file, `import assert from "node:assert/strict";\n${program}`);
      execFileSync(process.execPath, [file], { stdio: ["ignore", "pipe", "inherit"] });
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
});

test("CMake: the lines are those that a project of somebody else is built with", () => {
  const project = readFileSync(join(root, "tests/consumer/cmake-package/CMakeLists.txt"), "utf8").split("\n");
  const lines = snippets("cmake").flatMap((code) => code.trimEnd().split("\n"));
  assert.ok(lines.length >= 2);
  for (const line of lines) assert.ok(project.includes(line), line);
});

test("console: the command line prints what the text shows", () => {
  const program = join(root, "build/release/core/cli/vestibule");
  assert.ok(existsSync(program), "build/release is missing; run scripts/build native");
  const examples = snippets("console").flatMap((code) => code.split(/^\$ /m).slice(1));
  assert.ok(examples.length >= 1);
  for (const example of examples) {
    const end = example.indexOf("\n");
    const shell = example.slice(0, end).replaceAll(/\bvestibule\b/g, '"$0"');
    assert.equal(execFileSync("bash", ["-c", shell, program], { encoding: "utf8" }), example.slice(end + 1));
  }
});

test("C++: the program compiles against the library and prints what the text says", () => {
  const [program, ...others] = snippets("cpp");
  assert.ok(program !== undefined && others.length === 0, "one C++ snippet");
  const expected = /^prints `(.+)`\./m.exec(readme)?.[1];
  assert.ok(expected !== undefined, "the README says what the program prints");
  const library = join(root, "build/release/core/libvestibule.a");
  assert.ok(existsSync(library), "build/release is missing; run scripts/build native");
  const folder = workFolder();
  try {
    const source = join(folder, "readme.cpp");
    writeFileSync(source, program);
    const include = `-I${join(root, "core/include")}`;
    execFileSync("g++", ["-std=c++20", include, source, library, "-o", join(folder, "readme")]);
    assert.equal(execFileSync(join(folder, "readme"), { encoding: "utf8" }).trim(), expected);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("shell: every command is there, and knows the options it is shown with", () => {
  const lines = snippets("sh").flatMap((code) => code.split("\n"));
  const commands = lines.map((line) => /(scripts\/\S+)(.*?)(?: {2,}#|$)/.exec(line)).filter((found) => found !== null);
  assert.ok(commands.length >= 3);
  for (const [, script = "", rest = ""] of commands) {
    accessSync(join(root, script), constants.X_OK);
    const help = execFileSync(join(root, script), ["--help"], { encoding: "utf8" });
    for (const [option] of rest.matchAll(/--[a-z-]+/g)) assert.ok(help.includes(option), `${script} ${option}`);
  }
});

test("every file and folder the README links to is there", () => {
  const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map(([, path]) => path ?? "");
  assert.ok(links.length > 5);
  for (const path of links.filter((one) => !one.startsWith("http"))) assert.ok(existsSync(join(root, path)), path);
});
