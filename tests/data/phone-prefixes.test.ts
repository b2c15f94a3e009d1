// How the atlas reads the prefixes of a region out of the metadata's regular expressions.
import assert from "node:assert/strict";
import { test } from "node:test";
import { growPrefixes } from "../../scripts/build-atlas.d/phone/prefixes.ts";
import { Forest, outcomeOf } from "../../scripts/build-atlas.d/phone/tree.ts";

/** What becomes of a number dialled in Jersey: how many digits to drop, or the area code to put before it. */
function dialled(prefixes: string, digits: string): string {
  const region = {
    calling_code: "44",
    pattern: "\\d{10}",
    types: {},
    national_prefix: "0",
    prefix_for_parsing: prefixes,
    prefix_transform: "1534$1",
  };
  const tree = growPrefixes(new Forest(), region, Number);
  assert.ok(tree);
  return outcomeOf(tree, digits);
}

// The metadata has had both orders, and they mean different things for a number that begins with 0.
test("of alternatives that match the first one counts", () => {
  assert.equal(dialled("([0-24-8]\\d{5})$|0", "038654"), "1534/1");
  assert.equal(dialled("0|([0-24-8]\\d{5})$", "038654"), "1/0");
});

test("alternatives that cannot both match need no order", () => {
  for (const prefixes of ["([0-24-8]\\d{5})$|0", "0|([0-24-8]\\d{5})$"]) {
    assert.equal(dialled(prefixes, "738654"), "1534/1");
    assert.equal(dialled(prefixes, "01534738654"), "1/0");
    assert.equal(dialled(prefixes, "7386541"), "");
  }
});
