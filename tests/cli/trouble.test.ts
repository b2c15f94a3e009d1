// What can go wrong around the program ends in a sentence on standard error: no trace, no silence, no half line.
import assert from "node:assert/strict";
import { once } from "node:events";
import { test } from "node:test";
import { type Ended, ended, Folder, outcomes, program, run, start } from "./support/program.ts";

const ada = '{"name":"Ada","recordType":"Consumer"}';

/** Exactly one line on standard error, from the program, ending as a sentence does. */
function sentence({ stderr }: Ended): string {
  assert.match(stderr, /^vestibule: [^\n]+\.\n$/);
  return stderr.slice("vestibule: ".length, -1);
}

test("a command line that makes no sense ends with 2 and a sentence", async () => {
  const cases: Readonly<Record<string, RegExp>> = {
    "": /give a command/,
    "chekc x": /no command chekc/,
    "check --off customer": /no option --off/,
    "check --of": /--of needs a value/,
    "check --of lead": /--of is customer or contact/,
    "check --strictness=": /--strictness is signup or api/,
    "check --op delete": /--op is create or patch/,
    "check --country XX": /--country is two letters/,
    "check --lines=yes": /--lines takes no value/,
    "check-field": /needs the NAME/,
    "check-field emial": /no field emial/,
    "check-field recordType --of contact": /no field recordType/,
    id: /id needs a TEXT/,
    "id --of x": /no option --of/,
    "explain email.nothing": /no code email\.nothing; codes of this area: email\.syntax/,
    "explain nothing": /no code nothing; "vestibule explain" lists them/,
    "fields name": /takes no words/,
    "fields --of lead": /--of is customer or contact/,
  };
  for (const [words, pattern] of Object.entries(cases)) {
    const end = await run(words === "" ? [] : words.split(" "), ada);
    assert.match(sentence(end), pattern, words);
    assert.deepEqual([end.code, end.stdout], [2, ""], words);
  }
});

test("what was typed is shown without its control characters", async () => {
  const end = await run(["check", "--\u001b[31m\n"]);
  assert.match(sentence(end), /^there is no option --\?\[31m\? here/);
  assert.match((await run(["check-field", "na\u0007me"])).stderr, /no field na\?me/);
});

test("files that are not there or are no files are named, and the others are read", async () => {
  using folder = new Folder();
  const good = folder.write("good.json", ada);
  const missing = await run(["check", `${folder.path}/none.json`, good]);
  assert.match(sentence(missing), /^there is no file .*none\.json\.$/);
  assert.deepEqual([missing.code, outcomes(missing)], [3, ["ok"]]);
  const directory = await run(["check", folder.path, good]);
  assert.match(sentence(directory), /is a directory; name the files in it\.$/);
  assert.deepEqual([directory.code, outcomes(directory)], [3, ["ok"]]);
});

test("bytes that are not UTF-8 are a finding of their record alone", async () => {
  const input = Buffer.concat([Buffer.from('{"name":"'), Buffer.from([0xc3, 0x28]), Buffer.from(`"}\n${ada}\n\0\n`)]);
  assert.deepEqual(outcomes(await run(["check"], input)), ["json.utf8", "ok", "json.syntax"]);
});

test("a line over 1 MiB is one finding, and reading goes on", async () => {
  const long = `{"name":"${"a".repeat(1024 * 1024)}"}`;
  for (const [what, input] of Object.entries({
    "first line": `${long}\n${ada}\n`,
    "later line": `${ada}\n${long}\n${ada}`,
    "row of an array": `[${ada},${long},${ada}]`,
    "object over lines": `{\n${ada.slice(1)}\n{\n${long.slice(1)}\n${ada}`,
    "last line": `${ada}\n${long}`,
  })) {
    const end = await run(["check"], input);
    assert.deepEqual(
      outcomes(end).filter((one) => one !== "ok"),
      ["limit.input"],
      what,
    );
    assert.deepEqual([end.code, end.stderr], [1, ""], what);
  }
  // At the limit a line is read.
  const fits = ada.replace("Ada", `Ada${" ".repeat(1024 * 1024 - ada.length)}`);
  assert.deepEqual(outcomes(await run(["check"], `${fits}\n`)), ["text.too_long"]);
  assert.deepEqual(outcomes(await run(["check"], `${fits} \n`)), ["limit.input"]);
});

test("memory stays the same however much is read", async () => {
  // 128 MiB in lines of 2 MiB, then as one line without an end, with 64 MiB of address space.
  const lines = `ulimit -v 65536; (head -c 2097152 /dev/zero | tr '\\0' x; echo) > line; for i in {1..64}; do cat line; done | "$0" check`;
  const endless = `ulimit -v 65536; (printf '['; head -c 134217728 /dev/zero | tr '\\0' '[') | "$0" check`;
  using folder = new Folder();
  const many = await run([], "", `cd ${folder.path}; ${lines}`);
  assert.deepEqual([many.code, many.stderr], [1, ""]);
  assert.deepEqual(outcomes(many), Array(64).fill("limit.input"));
  const one = await run([], "", endless);
  assert.deepEqual([one.code, one.stderr, outcomes(one)], [1, "", ["limit.input", "json.syntax"]]);
});

test("records are answered while more are still to come", async () => {
  const child = start(["check"]);
  const end = ended(child);
  child.stdin?.write(`${ada}\n`);
  const [line] = await once(child.stdout ?? process.stdin, "data");
  assert.match(String(line), /^\{"ok":true,.*\}\n$/);
  child.stdin?.end();
  assert.equal((await end).code, 0);
});

test("a reader that goes away ends the program with a sentence, whatever the command", async () => {
  for (const words of ["check", "fields --json"]) {
    const endless = `yes '${ada}' | { "$0" ${words}; echo "code $?" >&2; } | true`;
    const { stderr } = await run([], "", endless);
    // A short answer may have been taken by the pipe before its reader left.
    if (words !== "check" && stderr === "code 0\n") continue;
    assert.equal(stderr, "vestibule: the program that read standard output has gone; stopped.\ncode 3\n", words);
  }
});

test("a full disk is said, by help too", async () => {
  for (const words of ["check", "fields", "explain", "explain json.bom", "id x", "check --help", "--version"]) {
    const end = await run([], ada, `"$0" ${words} > /dev/full`);
    assert.match(sentence(end), /^standard output could not be written/, words);
    assert.equal(end.code, 3, words);
  }
});

for (const name of ["SIGINT", "SIGTERM"] as const) {
  test(`${name} stops after a whole line, with a sentence, and the shell can see it`, async () => {
    const child = start(["check"]);
    const end = ended(child);
    child.stdin?.write(`${ada}\n{"name":`);
    await once(child.stdout ?? process.stdin, "data");
    child.kill(name);
    const result = await end;
    assert.match(sentence(result), /^interrupted after record 1\.$/);
    assert.deepEqual([result.signal, outcomes(result)], [name, ["ok"]]);
  });
}

test("what the caller ignores stays ignored", async () => {
  const end = await run([], ada, `trap '' INT; { kill -INT $BASHPID; exec "$0" check; }`);
  assert.deepEqual([end.code, outcomes(end)], [0, ["ok"]], program);
});
