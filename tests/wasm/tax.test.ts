// Tax numbers and UUIDs in the order of time through the package. The vectors are those the native core answers.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, mock, test } from "node:test";
import type { TaxScheme } from "../../wasm/package/src/id-types.ts";
import type { Core } from "../../wasm/package/src/types.ts";
import { importPackage, root } from "./support/package.ts";

interface Vector {
  readonly id: string;
  readonly scheme: TaxScheme;
  readonly country?: string;
  readonly input: string;
  readonly outcome: "accepted" | "normalised" | "refused";
  readonly output?: string;
  readonly codes: readonly string[];
}

let core: Core;
before(async () => {
  core = await (await importPackage()).load();
});

test("every vector of tax numbers has the outcome it names", () => {
  const file = readFileSync(join(root, "tests/vectors/tax-id.json"), "utf8");
  const { tests }: { readonly tests: readonly Vector[] } = JSON.parse(file);
  assert.ok(tests.length > 180);
  for (const { id, scheme, country, input, outcome, output, codes } of tests) {
    const result = core.ids.tax(scheme, input, country);
    assert.equal(result.ok, outcome !== "refused", id);
    assert.equal(result.value, result.ok ? (output ?? input) : null, id);
    assert.deepEqual(
      result.findings.map(({ code }) => code),
      codes,
      id,
    );
    if (result.ok) assert.deepEqual(core.ids.tax(scheme, result.value, country), { ...result, value: result.value });
  }
});

test("a tax number may hold anything, and a scheme is one of those there are", () => {
  assert.equal(core.ids.tax("us_ein", "12-3456789\0").findings[0]?.code, "tax.syntax");
  assert.equal(core.ids.tax("us_ein", "1".repeat(100_000)).findings[0]?.code, "tax.syntax");
  assert.equal(core.ids.tax("eu_vat", "DE\ud800").ok, false);
  assert.throws(() => core.ids.tax("vat" as TaxScheme, "x"), /the scheme is "vat"; it must be one of eu_vat, gb_vat,/);
});

test("a UUID of version 7 is made of the time and the bytes given", () => {
  // RFC 9562 appendix A.6
  const random = Uint8Array.of(0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f);
  const uuid = core.ids.uuidV7(1_645_557_742_000, random);
  assert.equal(uuid, "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
  assert.equal(core.ids.uuidTime(uuid.toUpperCase()), 1_645_557_742_000);
  assert.equal(core.ids.uuidTime(core.ids.uuidV7(2 ** 48 - 1, random)), 2 ** 48 - 1);
  for (const text of ["", "x", core.ids.uuidV4(), `${uuid}0`]) assert.equal(core.ids.uuidTime(text), null);
  for (const time of [-1, 1.5, 2 ** 48, Number.NaN]) {
    assert.throws(() => core.ids.uuidV7(time), /time is .*; it must be whole milliseconds since 1970, below 2\^48\./);
  }
  assert.throws(() => core.ids.uuidV7(0, new Uint8Array(16)), /it must be a Uint8Array of 10 bytes\./);
});

test("UUIDs of version 7 are in the order they were made, also where the clock stands or goes back", () => {
  const clock = mock.method(Date, "now");
  try {
    let now = 1_700_000_000_000;
    clock.mock.mockImplementation(() => now);
    const made: string[] = [];
    for (let round = 0; round < 1000; round += 1) {
      made.push(core.ids.uuidV7());
      if (round % 100 === 99) now += round % 200 === 99 ? 5 : -10;
    }
    assert.deepEqual(made, [...new Set(made)].sort());
    assert.equal(core.ids.uuidTime(made[0] ?? ""), 1_700_000_000_000);
  } finally {
    mock.restoreAll();
  }
});
