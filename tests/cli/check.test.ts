// What "check" and "check-field" print, and what they end with.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Folder, linesOf, outcomes, run } from "./support/program.ts";

const ada = '{"name":"Ada","recordType":"Consumer"}';

test("a record is answered as the core answers it, byte for byte", async () => {
  const end = await run(["check"], '{"name":" Acme  Ltd ","recordType":"business","email":"x"}');
  assert.equal(
    end.stdout,
    '{"ok":false,"value":null,"changed":[],"findings":[{"code":"email.syntax","severity":"error","pointer":"/email","params":{}}]}\n',
  );
  assert.deepEqual([end.code, end.stderr], [1, ""]);
  const good = await run(["check"], '{"recordType":"business","name":" Acme  Ltd "}');
  assert.equal(
    good.stdout,
    '{"ok":true,"value":{"name":"Acme Ltd","recordType":"Business"},"changed":["/name","/recordType"],"findings":[]}\n',
  );
  assert.deepEqual([good.code, good.stderr], [0, ""]);
});

test("options reach the core", async () => {
  const cases: readonly (readonly [options: readonly string[], record: string, outcome: string])[] = [
    [[], '{"paymentTerm":"Net 30"}', "field.required field.required field.forbidden"],
    [["--strictness", "api", "--op=patch"], '{"paymentTerm":"Net 30"}', "ok"],
    [["--op", "patch"], "{}", "ok"],
    [["--of", "contact"], "{}", "field.required field.required field.required field.required"],
    [["--of=contact", "--op=patch"], '{"recordType":"Business"}', "field.unknown"],
  ];
  for (const [options, record, outcome] of cases) {
    assert.deepEqual(outcomes(await run(["check", ...options], record)), [outcome], options.join(" "));
  }
  const phone = ["check", "--op=patch", "--country", "de"];
  assert.deepEqual(linesOf(await run(phone, '{"phone":"+49 30 123456"}'))[0]?.findings, []);
});

test("a profile is read from a file, and its mistakes are told", async () => {
  using folder = new Folder();
  const profile = folder.write(
    "profile.json",
    '{"v":1,"customFields":[{"name":"orderNote","label":"Note","kind":"text","pattern":"^a","signup":true}]}',
  );
  const record = '{"name":"Ada","recordType":"Consumer","orderNote":"b"}';
  assert.deepEqual(outcomes(await run(["check", "--profile", profile], record)), ["field.pattern"]);
  assert.deepEqual(outcomes(await run(["check-field", "orderNote", "--profile", profile], '"abc"')), ["ok"]);
  const mistakes: Readonly<Record<string, string>> = {
    '{"v":2,"recordType":[]}':
      "/v profile.version: This version of a profile is not known. " +
      "/recordType profile.unknown: There is no such member. Perhaps: recordTypes.",
    '{"v":1,"customFields":[{"name":"orderNote","label":"Note","kind":"text","pattern":"ab(?=c)"}]}':
      "/customFields/0/pattern profile.pattern: The pattern cannot be used at byte 2: of the groups with ? only (?:...) is known.",
    '{"v":1,"countryOnWire":"code"': "json.syntax: The text is not valid JSON at byte 29.",
    "[]": "profile.type: The JSON type here must be object.",
  };
  for (const [text, words] of Object.entries(mistakes)) {
    const bad = folder.write("bad.json", text);
    const end = await run(["check", "--profile", bad], record);
    assert.deepEqual(
      [end.code, end.stdout, end.stderr],
      [2, "", `vestibule: the profile ${bad} has mistakes: ${words}\n`],
    );
  }
  assert.equal((await run(["check", "--profile", `${folder.path}/none`], record)).code, 2);
});

test("an array and a file a line are read as what they are", async () => {
  const cases: Readonly<Record<string, readonly [input: string, outcomes: readonly string[]]>> = {
    "one object over lines": [`{\n  "name": "Ada",\n  "recordType":\n"Consumer"}\n`, ["ok"]],
    "objects over lines, one after the other": [
      `{\n"name":"A{\\"}","recordType":"Consumer"}\n${ada} ${ada}`,
      ["ok", "ok", "ok"],
    ],
    "an object a line": [`${ada}\r\n\n \n${ada}`, ["ok", "ok"]],
    "a damaged line among good ones": [`${ada}\n{"name":\n${ada}\n`, ["ok", "json.syntax", "ok"]],
    "a first line that ends inside of a string": [`{"name":"Ada\n${ada}\n`, ["json.syntax", "ok"]],
    "two objects on a line": [`${ada}${ada}\n${ada}`, ["json.syntax", "ok"]],
    "an array": [` [${ada} ,\n${ada}]\n`, ["ok", "ok"]],
    "an array with strange rows": [
      `[${ada}, 7, "a,]b", {"name":"],"}]`,
      ["ok", "json.shape", "json.shape", "field.required"],
    ],
    "an array in an array": [`[[${ada},${ada}]]`, ["json.shape"]],
    "an array that is cut off": [`[${ada},`, ["ok", "json.syntax"]],
    "an array that is cut off within a row": [`[${ada},{"name"`, ["ok", "json.syntax", "json.syntax"]],
    "an array with a comma too many": [`[${ada},]`, ["ok", "json.syntax"]],
    "an array with a row missing": [`[${ada},,${ada}]`, ["ok", "json.syntax"]],
    "text after an array": [`[${ada}]\n${ada}`, ["ok", "json.syntax"]],
    "an empty array": [" [ ] ", []],
    nothing: ["", []],
    "white space": [" \n\t\n", []],
    "a byte order mark": [`\ufeff{\n${ada.slice(1)}\n`, ["json.bom"]],
    "no JSON at all": ["name,email\nAda,a@example.org\n", ["json.syntax", "json.syntax"]],
  };
  for (const [what, [input, expected]] of Object.entries(cases)) {
    const end = await run(["check"], input);
    assert.deepEqual(outcomes(end), expected, what);
    assert.deepEqual([end.code, end.stderr], [expected.every((one) => one === "ok") ? 0 : 1, ""], what);
  }
});

test("--lines takes every line for a record, whatever the file begins with", async () => {
  const end = await run(["check", "--lines"], `[1]\n${ada}\n{\n${ada}\n`);
  assert.deepEqual(outcomes(end), ["json.shape", "ok", "json.syntax", "ok"]);
});

test("where an array is damaged is said as a place in the file", async () => {
  const [, line] = linesOf(await run(["check"], `\n\n[${ada},\n]`));
  assert.deepEqual(line?.findings[0]?.params, { offset: String(3 + ada.length + 2) });
});

test("the outcome does not depend on how the bytes arrive", async () => {
  const input = `{\n"name":"\\"}{","recordType":"Consumer"} ${ada}\n`;
  const whole = await run(["check"], input);
  const bytewise = await run(["check"], input, 'while IFS= read -r -n1 -d "" c; do printf %s "$c"; done | "$0" "$@"');
  assert.equal(bytewise.stdout, whole.stdout);
  assert.deepEqual(outcomes(whole), ["ok", "ok"]);
});

test("files are read in their order, standard input where it is named", async () => {
  using folder = new Folder();
  const first = folder.write("first.json", ada);
  const last = folder.write("last.ndjson", `[]\n`);
  const end = await run(["check", first, "-", last, "--", first], '{"name":7,"recordType":"Consumer"}');
  assert.deepEqual(outcomes(end), ["ok", "field.type", "ok"]);
});

test("check-field judges a value a line, and answers the value itself", async () => {
  const end = await run(["check-field", "email"], '"a@EXAMPLE.org"\n7\n""\n\n"x"\n"a@example.org","name":"b"\n');
  assert.deepEqual(outcomes(end), ["ok", "field.type", "ok", "email.syntax", "json.syntax"]);
  assert.deepEqual(
    linesOf(end).map(({ value }) => value),
    ["a@example.org", null, null, null, null],
  );
  assert.equal(end.code, 1);
  const methods = await run(["check-field", "paymentMethods", "--strictness=api"], '["ACH","Credit Card"]\n[7]\n');
  assert.deepEqual(
    linesOf(methods).map(({ value }) => value),
    [["ACH", "Credit Card"], null],
  );
  const first = await run(["check-field", "--of", "contact", "firstName"], '" Ada "');
  assert.equal(first.stdout, '{"ok":true,"value":"Ada","changed":["/firstName"],"findings":[]}\n');
});
