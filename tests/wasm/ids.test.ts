// Ids through the package (rows I01 to I06); the rules themselves are tested natively.
import assert from "node:assert/strict";
import { before, mock, test } from "node:test";
import type { Core } from "../../wasm/package/src/types.ts";
import { importPackage } from "./support/package.ts";

let core: Core;
before(async () => {
  core = await (await importPackage()).load();
});

test("a UUID is answered in lower case", () => {
  const uuid = "0190C43E-8C52-7E31-9C3D-5F4B9A1D2E6F";
  assert.deepEqual(core.ids.uuid(` ${uuid} `), { ok: true, value: uuid.toLowerCase(), findings: [] });
  const refused = {
    ok: false,
    value: null,
    findings: [{ code: "id.syntax", severity: "error", pointer: "", params: {} }],
  };
  for (const text of ["", `{${uuid}}`, `${uuid}0`, "00000000-0000-0000-0000-000000000000"]) {
    assert.deepEqual(core.ids.uuid(text), refused);
  }
});

test("a Salesforce id is answered as 18 characters, of any object or of the one named", () => {
  const account = "0015f00002JUZPDAA5";
  for (const object of [undefined, "account"] as const) {
    assert.deepEqual(core.ids.salesforce("0015f00002JUZPD", object), { ok: true, value: account, findings: [] });
  }
  assert.deepEqual(core.ids.salesforce(account, "contact").findings, [
    { code: "id.object", severity: "error", pointer: "", params: { expected: "003" } },
  ]);
  assert.equal(core.ids.salesforce("0035f00002JUZPD", "contact").ok, true);
  assert.equal(core.ids.salesforce("0015f00002JUZPDAA6").findings[0]?.code, "id.checksum");
});

test("ids are equal when their canonical forms are; what is no id equals nothing", () => {
  const rows: readonly (readonly [string, string, boolean])[] = [
    ["0015f00002JUZPD", "0015f00002JUZPDAA5", true],
    ["001ot00000mx5kziai", "001Ot00000mx5KzIAI", true],
    ["0015f00002JUZPc", "0015f00002JUZPC", false],
    ["", "", false],
    ["0015f00002JUZP", "0015f00002JUZP", false],
    ["0015f00002JUZPD", "a".repeat(2 * 1024 * 1024), false],
  ];
  for (const [a, b, equal] of rows) {
    assert.equal(core.ids.equal(a, b), equal, `${a} ${b.slice(0, 20)}`);
    assert.equal(core.ids.equal(b, a), equal, `${b.slice(0, 20)} ${a}`);
  }
});

test("a UUID is made of the bytes given, or of the system's random ones", () => {
  const bytes = Uint8Array.from({ length: 16 }, (_, i) => 0xff - i);
  assert.equal(core.ids.uuidV4(bytes), "fffefdfc-fbfa-49f8-b7f6-f5f4f3f2f1f0");
  const random = mock.method(crypto, "getRandomValues");
  try {
    const made = new Set(Array.from({ length: 100 }, () => core.ids.uuidV4()));
    assert.equal(made.size, 100);
    assert.equal(random.mock.callCount(), 100);
    for (const uuid of made)
      assert.match(uuid, /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  } finally {
    mock.restoreAll();
  }
});
