// load(): what it takes, what it refuses, what it does only once.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, mock, test } from "node:test";
import type { Core, LoadOptions } from "../../wasm/package/src/types.ts";
import { dist, importPackage, type Vestibule } from "./support/package.ts";

let vestibule: Vestibule;
const wasm = readFileSync(join(dist, "full.wasm"));

before(async () => {
  vestibule = await importPackage();
});

const works = (core: Core): boolean => core.check({ name: "A", recordType: "Consumer" }).ok;

test("the package's own module is compiled once, also for calls at once; each core has its own memory and a spare", async () => {
  // A copy of the entry of its own: what other tests loaded is not in it.
  const { load }: Vestibule = await import(`${join(dist, "index.js")}?compiled-once`);
  const compile = mock.method(WebAssembly, "compile");
  const instantiate = mock.method(WebAssembly, "Instance");
  try {
    const cores = await Promise.all([load(), load()]);
    cores.push(await load());
    assert.deepEqual(cores.map(works), [true, true, true]);
    assert.deepEqual([compile.mock.callCount(), instantiate.mock.callCount()], [1, 6]);
  } finally {
    mock.restoreAll();
  }
});

test("after a failure the next call tries again", async () => {
  const { load }: Vestibule = await import(`${join(dist, "index.js")}?tried-again`);
  const cause = new RangeError("no memory");
  mock.method(WebAssembly, "compile", () => Promise.reject(cause));
  try {
    await assert.rejects(load(), { name: "VestibuleLoadError", cause });
  } finally {
    mock.restoreAll();
  }
  assert.ok(works(await load()));
});

test("a module can be given: compiled, as bytes, by its address", async () => {
  const address = `data:application/wasm;base64,${wasm.toString("base64")}`;
  const exact = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length);
  const given: readonly unknown[] = [await WebAssembly.compile(wasm), wasm, exact, address, new URL(address)];
  for (const module of given) assert.ok(works(await vestibule.load({ module } as LoadOptions)));
});

test("what is no module of ours is refused by name", async () => {
  const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);
  for (const module of [empty, wasm.subarray(0, 1000), "data:text/plain,x", "no address"]) {
    await assert.rejects(vestibule.load({ module }), { name: "VestibuleLoadError" });
  }
  for (const module of [7, {}, null]) {
    const options = { module } as unknown as LoadOptions;
    await assert.rejects(vestibule.load(options), { name: "VestibuleUsageError" });
  }
});

test("a module of another ABI is refused, and both numbers are named", async () => {
  // abi_version() is a function of no locals that answers 6; other functions may look the same.
  const answersSix = Buffer.from([4, 0, 0x41, 6, 0x0b]);
  const messages: string[] = [];
  for (let at = wasm.indexOf(answersSix); at >= 0; at = wasm.indexOf(answersSix, at + 1)) {
    const module = Buffer.from(wasm);
    module[at + 3] = 7;
    await vestibule.load({ module }).catch((error: unknown) => {
      if (error instanceof vestibule.VestibuleLoadError) messages.push(error.message);
    });
  }
  assert.deepEqual(messages, ["The module speaks ABI 7, this package speaks ABI 6."]);
});

test("errors can be told apart by class and by name", async () => {
  const { VestibuleLoadError, VestibuleUsageError } = vestibule;
  assert.equal(new VestibuleUsageError("x").name, "VestibuleUsageError");
  assert.ok(new VestibuleUsageError("x") instanceof TypeError);
  assert.equal(String(new VestibuleLoadError("x")), "VestibuleLoadError: x");
});

test("the atlas comes with load, or later, or not at all, and a damaged one changes nothing", async () => {
  const { load, VestibuleLoadError } = vestibule;
  assert.equal((await load()).hasAtlas, true);
  const core = await load({ atlas: false });
  assert.equal(core.hasAtlas, false);
  await assert.rejects(core.loadAtlas(new Uint8Array(20)), VestibuleLoadError);
  assert.equal(core.hasAtlas, false);
  await core.loadAtlas();
  assert.equal(core.hasAtlas, true);
  await assert.rejects(load({ atlas: new Uint8Array(3) }), VestibuleLoadError);
  const bytes = readFileSync(join(dist, "atlas.bin"));
  assert.equal((await load({ atlas: bytes })).hasAtlas, true);
});
