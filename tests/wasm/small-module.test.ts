// The module that a browser loads first, which has no script of emcc's and a heap of its own.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import type { Core } from "../../wasm/package/src/types.ts";
import { watchInstances } from "./support/losses.ts";
import { dist, importPackage } from "./support/package.ts";

const wasm = readFileSync(join(dist, "core.wasm"));

let core: Core;
let instances: readonly WebAssembly.Instance[];

before(async () => {
  instances = watchInstances();
  core = await (await importPackage("inline.js")).load({ atlas: readFileSync(join(dist, "atlas.bin")) });
});

/** Of all instances together. */
function memory(): number {
  const memories = instances.flatMap(({ exports }) =>
    Object.values(exports).filter((item) => item instanceof WebAssembly.Memory),
  );
  return memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
}

test("it exports what the package calls, asks its host for characters and an end, and has its data in one piece", async () => {
  const module = await WebAssembly.compile(wasm);
  const functions =
    "_initialize abi_version ask check_field_packed check_packed check_salesforce_id check_uuid load_atlas reserve " +
    "reserve_atlas text_address uuid_v4 uuid_v7";
  const exported = WebAssembly.Module.exports(module);
  assert.deepEqual(
    exported
      .filter(({ kind }) => kind === "function")
      .map(({ name }) => name)
      .sort(),
    functions.split(" "),
  );
  assert.deepEqual(
    exported.filter(({ kind }) => kind !== "function").map(({ name }) => name),
    ["memory"],
  );
  // emcc's malloc, which would share a place with our heap, tells its host when memory grows.
  const imported = WebAssembly.Module.imports(module).map(({ name }) => name);
  assert.deepEqual(imported.filter((name) => name !== "proc_exit").sort(), ["compose", "decompose"]);
  // A section begins with its kind and size, and the one of data, the last that counts, with the number of pieces.
  const { length } = wasm.subarray(wasm.lastIndexOf(Buffer.from([1, 0, 0x41])));
  assert.ok(length > 15_000, `${length} bytes behind the head of the only piece`);
});

test("its memory does not grow with what was asked of it before, and is within a few of the largest calls", () => {
  const round = (): number => {
    for (let size = 1; size <= 1 << 18; size *= 4) {
      for (const character of ["a", "\u00e9", "e\u0301", "\uff11"]) {
        const text = character.repeat(size);
        const record = { name: text, email: `${text}@x.example`, website: `${text}.example`, [text.slice(0, 40)]: 1 };
        core.check(record, { op: "patch" });
        core.checkField("description", text, { country: "NO" });
      }
      core.phone.describe("+47 22 00 11 22");
      core.address.layout("NO");
    }
    return memory();
  };
  const first = round();
  for (let i = 0; i < 3; ++i) assert.equal(round(), first);
  assert.equal(instances.length, 1);
  assert.ok(first <= 12 * 1024 * 1024, `${first} bytes`);
});

test("what is as strict as Nue it leaves to the full one, and says so", async () => {
  const record = { name: "A", paymentTerm: "Net 30" };
  const refused = { name: "VestibuleUsageError", message: /load\(\{ full: true \}\)/ };
  assert.throws(() => core.check(record, { op: "patch", strictness: "api" }), refused);
  assert.throws(() => core.checkField("billCycleDay", 7, { strictness: "api" }), refused);
  assert.equal(core.check(record, { op: "patch" }).findings[0]?.code, "field.forbidden");
  const full = await (await importPackage("inline.js")).load({ full: true });
  assert.equal(full.check(record, { op: "patch", strictness: "api" }).ok, true);
});
