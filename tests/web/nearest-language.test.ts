// Which language somebody gets who wants another one: the nearest that they can read, or none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { languagesOfOneScript, nearestLanguage } from "../../wasm/package/src/nearest-language.ts";

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

test("languages said to be of one script are written in it in every region there is", () => {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const regions = letters.flatMap((first) => letters.map((second) => first + second));
  const areas = Array.from({ length: 999 }, (_, index) => String(index + 1).padStart(3, "0"));
  for (const language of languagesOfOneScript) {
    const { script } = new Intl.Locale(language).maximize();
    for (const region of [...regions, ...areas]) {
      assert.equal(new Intl.Locale(`${language}-${region}`).maximize().script, script, `${language}-${region}`);
    }
  }
});

test("the usual languages are found without what the platform knows of scripts, which takes long to load", (context) => {
  const asked = context.mock.method(Intl.Locale.prototype, "maximize");
  const few = ["ar", "en", "pt-BR", "zh-Hans"];
  for (const [wanted, nearest] of [
    ["en-US", "en"],
    ["EN-gb", "en"],
    ["ar-001", "ar"],
    ["pt-PT", "pt-BR"],
    ["fr-CA", undefined],
  ] as const) {
    assert.equal(nearestLanguage(wanted, few), nearest, wanted);
  }
  assert.equal(asked.mock.callCount(), 0);
  assert.equal(nearestLanguage("zh-TW", few), undefined);
  assert.equal(nearestLanguage("en-Shaw", few), undefined);
  assert.notEqual(asked.mock.callCount(), 0);
});
