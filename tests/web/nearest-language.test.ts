// Which language somebody gets who wants another one: the nearest that they can read, or none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { nearestLanguage } from "../../wasm/package/src/nearest-language.ts";

const there = ["ar", "de", "en", "en-XA", "he", "pt-BR", "zh-Hans"];

test("the language wanted is had in the nearest form, never in letters of another kind", () => {
  for (const [wanted, nearest] of [
    ["de", "de"],
    ["de-AT", "de"],
    ["DE-ch", "de"],
    ["en-GB", "en"],
    ["en-XA", "en-XA"],
    ["pt", "pt-BR"],
    ["pt-PT", "pt-BR"],
    ["zh", "zh-Hans"],
    ["zh-CN", "zh-Hans"],
    ["zh-SG", "zh-Hans"],
    ["zh-TW", undefined],
    ["zh-Hant-HK", undefined],
    ["iw", "he"],
    ["ar-EG", "ar"],
    ["sv", undefined],
    ["", undefined],
    ["*", undefined],
    ["en_US", undefined],
    ["x-klingon", undefined],
  ] as const) {
    assert.equal(nearestLanguage(wanted, there), nearest, wanted);
  }
});
