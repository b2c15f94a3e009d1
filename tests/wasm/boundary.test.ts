// The boundary when it is used wrongly (row W01), and its bounds.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, beforeEach, test } from "node:test";
import type { FullExports } from "../../wasm/package/src/instance.ts";
import type { CheckResult, Core } from "../../wasm/package/src/types.ts";
import { turn, watchInstances } from "./support/losses.ts";
import { dist, importPackage, root } from "./support/package.ts";

const MiB = 1024 * 1024;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const over = [{ code: "limit.input", severity: "error", pointer: "", params: { max: "1048576" } }];

// Needs more memory than an instance has at first.
const large = [{ name: "A", recordType: "Consumer", description: "a".repeat(MiB - 100) }];
const largeText = bytes(JSON.stringify(large[0]));

let core: Core;
let instances: readonly WebAssembly.Instance[];

before(() => {
  instances = watchInstances();
});

// Memory that one test made grow would do for the next one.
beforeEach(async () => {
  core = await (await importPackage()).load();
  await turn();
});

const codes = ({ findings }: CheckResult): readonly string[] => findings.map(({ code }) => code);

test("W01: sizes that cannot be are answered, not obeyed", async () => {
  const { default: createVestibule } = await import(join(root, "build/wasm/modules/full.mjs"));
  const module = await WebAssembly.compile(readFileSync(join(dist, "full.wasm")));
  const raw = {} as FullExports & Record<string, unknown>;
  await createVestibule(
    Object.assign(raw, {
      instantiateWasm(imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) {
        const instance = new WebAssembly.Instance(module, imports);
        receive(instance);
        return instance.exports;
      },
    }),
  );
  const heap = (): Uint8Array => raw["HEAPU8"] as Uint8Array;
  const text = (size: number): string => {
    const address = raw._text_address();
    return new TextDecoder().decode(heap().slice(address, address + size));
  };
  assert.equal(raw._reserve(MiB + 1), 0);
  assert.equal(raw._reserve(0xffffffff), 0);
  for (const size of [0, 1, 16, MiB, MiB + 1, 0x7fffffff, 0x80000000, 0xffffffff]) {
    const answer = new DataView(heap().buffer, raw._check_packed(size, 0));
    assert.deepEqual([answer.getUint32(0, true), answer.getUint32(8, true)], [0, 1], `packed, ${size} bytes`);
    raw._check_field_packed(size, 0xffffffff, 0xffffffff);
    const code = size === 0 ? "json.empty" : "limit.input";
    assert.match(text(raw.checkText(size, 0)), new RegExp(`"code":"${code}"`), `text, ${size} bytes`);
    for (const id of [raw._check_uuid(size), raw._check_salesforce_id(size, 0xffffffff)]) {
      const refused = new DataView(heap().buffer, id);
      assert.deepEqual([refused.getUint32(0, true), refused.getUint32(8, true)], [0, 1], `an id, ${size} bytes`);
    }
    assert.equal(raw._uuid_v4(size), 0);
  }
  assert.notEqual(raw._reserve(MiB), 0);
});

test("a text of 1 MiB is read, more is not even copied", () => {
  assert.deepEqual(codes(core.check(new Uint8Array(MiB).fill(0x20))), ["json.empty"]);
  assert.deepEqual(core.check(new Uint8Array(MiB + 1).fill(0x20)).findings, over);
  // Would not fit into any memory an instance may have.
  assert.deepEqual(core.check(new Uint8Array(20 * MiB)).findings, over);
  assert.deepEqual(core.check([{ name: "a".repeat(MiB) }]).findings, over);
  // Together longer than any text may be.
  const longest = "a".repeat(2 ** 29 - 24);
  assert.deepEqual(core.check({ name: longest, industry: longest }).findings, over);
  assert.deepEqual(core.ids.uuid("a".repeat(MiB + 1)).findings, over);
  assert.deepEqual(core.ids.salesforce("a".repeat(MiB + 1)).findings, over);
});

interface Vector {
  readonly id: string;
  readonly subject?: "batch" | "form";
  readonly inputParts?: readonly (readonly [text: string, times: number])[];
}

test("J14: of 1 MiB an empty batch is read to its end, and every vector of more is over the limit of a call", () => {
  const blanks = bytes(`${" ".repeat(MiB - 2)}[]`);
  const empty = core.check(blanks, { format: "batch" }).findings;
  assert.deepEqual(
    empty.map(({ code }) => code),
    ["batch.empty"],
  );
  const ids: string[] = [];
  for (const file of ["json", "form"]) {
    const vectors = JSON.parse(readFileSync(join(root, `tests/vectors/${file}.json`), "utf8"));
    for (const { id, subject = vectors.subject, inputParts = [] } of vectors.tests as readonly Vector[]) {
      const size = inputParts.reduce((sum, [text, times]) => sum + text.length * times, 0);
      if (size <= MiB) continue;
      const input = bytes(inputParts.map(([text, times]) => text.repeat(times)).join(""));
      const format = subject === "batch" || subject === "form" ? subject : "json";
      assert.deepEqual(core.check(input, { format }).findings, over, id);
      ids.push(id);
    }
  }
  assert.deepEqual(ids, ["J14/1", "J14/3", "J14/4", "FM5/5"]);
});

test("no text of 1 MiB exhausts an instance, nor do several one after another", () => {
  const { length } = instances;
  const filled = (before: string, unit: string, behind: string): Uint8Array =>
    bytes(before + unit.repeat((MiB - before.length - behind.length) / unit.length) + behind);
  const hostile: readonly (readonly [text: Uint8Array, code: string])[] = [
    [filled('{"name":[', "1,", "1]}"), "json.limit"],
    [filled("", "-,", ""), "json.syntax"],
    [filled('{"name":[', '"a",', '"a"]}'), "json.limit"],
    [filled("{", '"a":1,', '"b":1}'), "json.duplicate_key"],
    [filled("", "[", ""), "json.depth"],
    [filled('{"name":"', "\\u0041", '"}'), "text.too_long"],
    [largeText, "text.too_long"],
  ];
  for (const [text, code] of hostile) assert.ok(codes(core.check(text, { strictness: "api" })).includes(code), code);
  assert.equal(instances.length, length);
});

test("an object may be 1 MiB with its entries, counted in bytes", () => {
  const patch = (name: string): CheckResult<unknown> => core.check({ name }, { op: "patch" });
  const room = MiB - 4 - 8;
  for (const character of ["a", "\u00ff", "\u0301", "\u{1f600}"]) {
    const fits = Math.floor(room / bytes(character).length);
    assert.equal(patch(character.repeat(fits)).findings[0]?.code, "text.too_long");
    assert.deepEqual(patch(character.repeat(fits + 1)).findings, over);
  }
  assert.deepEqual(core.checkField("name", "a".repeat(MiB)).findings, over);
});

test("many members are refused like in JSON, and too many are not even counted", () => {
  const members = (count: number): object => Object.fromEntries(Array.from({ length: count }, (_, i) => [`x${i}`, 1]));
  const limit = { code: "json.limit", severity: "error", pointer: "", params: { what: "members", max: "128" } };
  assert.deepEqual(core.check(members(129), { op: "patch" }).findings, [limit]);
  assert.equal(core.check(members(128), { op: "patch" }).findings[0]?.code, "field.unknown");
  assert.deepEqual(core.check(members(200_000)).findings, over);
  const paymentMethods = Array.from({ length: 200_000 }, () => "ACH");
  assert.deepEqual(core.check({ paymentMethods }).findings, over);
});
