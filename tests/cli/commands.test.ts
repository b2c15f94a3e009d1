// The commands that need no input: id, explain, fields, --version, --help.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { readCatalogue } from "../../scripts/generate.d/catalogue.ts";
import { labelKey } from "../../scripts/generate.d/fields.ts";
import { parseMessage, plainText } from "../../scripts/lib/words/message.ts";
import { run } from "./support/program.ts";

const root = resolve(import.meta.dirname, "../..");
const catalogue = readCatalogue(root);

async function output(...words: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(words);
  assert.deepEqual([code, stderr], [0, ""], words.join(" "));
  return stdout;
}

test("id answers the canonical text and what kind of id it is", async () => {
  const end = await run(["id", "001ot00000mx5kziai", "0035f00002JUZPD", "F81D4FAE-7DEC-71D0-A765-00A0C91E6BF6", "00Q"]);
  assert.equal(end.code, 1);
  assert.deepEqual(
    end.stdout
      .split("\n")
      .slice(0, -1)
      .map((line) => {
        const { ok, value, kind, object, version, findings } = JSON.parse(line);
        return [ok, value, kind, object ?? version, ...findings.map(({ code }: { readonly code: string }) => code)];
      }),
    [
      [true, "001Ot00000mx5KzIAI", "salesforce", "account", "id.case_repaired"],
      [true, "0035f00002JUZPDAA5", "salesforce", "contact"],
      [true, "f81d4fae-7dec-71d0-a765-00a0c91e6bf6", "uuid", 7],
      [false, null, undefined, undefined, "id.syntax"],
    ],
  );
  assert.equal((await run(["id", "--", "-x-"])).code, 1);
});

test("explain says of every code what the table says", async () => {
  const all = await output("explain", ...catalogue.codes.map(({ name }) => name));
  const expected = catalogue.codes.map(({ name, words, rule, source, fix, params }) => {
    const lines = [
      name,
      `  words   ${plainText(parseMessage(words))}`,
      `  rule    ${rule}`,
      `  source  ${source}`,
      `  fix     ${fix}`,
    ];
    return [...lines, ...(params.length > 0 ? [`  params  ${params.join(", ")}`] : []), ""].join("\n");
  });
  assert.equal(all, expected.join(""));
  const list = (await output("explain")).split("\n").slice(0, -1);
  assert.deepEqual(
    list.map((line) => line.split("  ")[0]),
    catalogue.codes.map(({ name }) => name),
  );
});

test("fields lists the catalogue, as a table and as JSON", async () => {
  const shown = catalogue.fields.filter(({ kind }) => kind !== "reserved");
  const rows = (await output("fields")).split("\n").slice(1, -1);
  assert.deepEqual(
    rows.map((row) => row.split(/ +/).slice(0, 3)),
    shown.map(({ of, name, kind }) => [of, name, kind]),
  );
  assert.match(
    rows.join("\n"),
    /^customer +description +multiline +at most 32000, 2000 at sign-up +yes +yes +yes +Description$/m,
  );
  const parsed: readonly Record<string, unknown>[] = JSON.parse(await output("fields", "--json"));
  assert.deepEqual(
    parsed.map(({ of, name, kind, required, signup, create, patch, maxUtf16, values, salesforce, label, doc }) => ({
      of,
      name,
      kind,
      required,
      signup,
      create,
      patch,
      maxUtf16,
      values,
      salesforce,
      label,
      doc,
    })),
    shown.map(({ of, name, kind, required, signup, create, patch, maxUtf16, picklist, salesforce, label, doc }) => ({
      of,
      name,
      kind,
      required,
      signup,
      create,
      patch,
      label,
      doc,
      maxUtf16: maxUtf16 || undefined,
      values: picklist?.values,
      salesforce: salesforce || undefined,
    })),
  );
  const contacts: readonly { readonly of: string; readonly name: string }[] = JSON.parse(
    await output("fields", "--of", "contact", "--json"),
  );
  assert.ok(contacts.length > 0 && contacts.every(({ of }) => of === "contact"));
  assert.ok(catalogue.fields.some((field) => labelKey(field) === `contact.${contacts[0]?.name}`));
});

test("the version is that of the package", async () => {
  const { version } = JSON.parse(readFileSync(join(root, "wasm/package/package.json"), "utf8"));
  assert.equal(await output("--version"), `vestibule ${version}\n`);
});

test("every command explains itself within 80 columns, and the guide names every option", async () => {
  const guide = readFileSync(join(root, "core/cli/README.md"), "utf8");
  const commands = ["check", "check-field", "id", "explain", "fields", "signup", "audit", "replay"];
  const general = await output("--help");
  for (const command of commands) {
    assert.match(general, new RegExp(`^  ${command} `, "m"));
    const help = await output(command, "--help");
    assert.ok(help.startsWith(`usage: vestibule ${command}`));
    assert.match(help, /Exit:/);
    for (const line of help.split("\n")) assert.ok(line.length <= 80, line);
    for (const [option] of help.matchAll(/--[a-z]+/g)) assert.ok(guide.includes(option), `${command} ${option}`);
    assert.ok(guide.includes(`vestibule ${command}`), command);
  }
});

test("what the guide shows is what the program prints", async () => {
  const guide = readFileSync(join(root, "core/cli/README.md"), "utf8");
  const examples = [...guide.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, text = ""]) =>
    text.split(/^\$ /m).slice(1),
  );
  assert.ok(examples.length >= 4);
  for (const example of examples) {
    const end = example.indexOf("\n");
    const shell = example.slice(0, end).replaceAll(/\bvestibule\b/g, '"$0"');
    assert.equal((await run([], "", shell)).stdout, example.slice(end + 1), example);
  }
});

for (const name of ["gateway", "lifecycle", "signup"]) {
  test(`${name} prints the page in core/docs, so that the page is what the code does`, async () => {
    const page = readFileSync(join(root, `core/docs/${name}.md`), "utf8");
    assert.equal(page, await output(name), `repair it with: vestibule ${name} > core/docs/${name}.md`);
  });
}

test("audit says of each file whether it is whole", async () => {
  const empty = `{"ok":true,"count":0,"head":"${"0".repeat(64)}"}\n`;
  assert.equal(await output("audit"), empty);
  assert.equal(await output("audit", "--lives"), empty);
  const line = '{"actor":"api"}\n';
  const bad = await run(["audit"], line);
  assert.equal(bad.code, 1);
  assert.deepEqual(JSON.parse(bad.stdout), { ok: false, count: 0, head: "0".repeat(64), fault: "syntax" });
  const missing = await run(["audit", "/nowhere.ndjson"]);
  assert.equal(missing.code, 3);
  assert.match(missing.stderr, /^vestibule: .*nowhere/);
});

test("replay says of each file whether it leads where it says", async () => {
  const head = '{"v":1,"machine":"signup","build":"1"}\n';
  const step = '{"event":{"event":"offline","now":1},"state":{"offline":true,"state":"editing"},"effects":[]}\n';
  const { stdout } = await run(["replay"], head + step);
  assert.equal(stdout, '{"ok":true,"machine":"signup","build":"1","steps":1}\n');
  const faults = {
    "": "syntax",
    [head + step.trim()]: "syntax",
    [head.replace("signup", "lift")]: "machine",
    [head + step.replace("[]", '["post"]')]: "differs",
  };
  for (const [record, fault] of Object.entries(faults)) {
    const end = await run(["replay"], record);
    assert.deepEqual([end.code, JSON.parse(end.stdout).fault], [1, fault], record);
  }
  assert.equal((await run(["replay", "/nowhere.ndjson"])).code, 3);
});
