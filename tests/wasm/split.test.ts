// Pasted signatures through the package; the corpus is the one of the native tests, which know the rules.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import type { SignaturePart } from "../../wasm/package/src/split-types.ts";
import type { Core } from "../../wasm/package/src/types.ts";
import { importPackage, root } from "./support/package.ts";

interface Case {
  readonly id: string;
  readonly country?: string;
  readonly text: string;
  readonly countryCode?: string;
  readonly parts: { readonly [Part in SignaturePart]?: string };
  readonly rest?: string;
}

const corpus: { readonly tests: readonly Case[]; readonly prose: readonly Case[] } = JSON.parse(
  readFileSync(join(root, "tests/vectors/split/signature.json"), "utf8"),
);

let core: Core;
before(async () => {
  core = await (await importPackage()).load();
});

const split = ({ text, country }: Case) => core.split(text, "signature", country === undefined ? {} : { country });

test("at least 49 of 50 sure parts of the corpus are right", () => {
  let right = 0;
  const wrong: string[] = [];
  for (const one of corpus.tests) {
    const { parts } = split(one);
    for (const [part, { text, confidence }] of Object.entries(parts)) {
      const judged = part in one.parts || !(part === "firstName" || part === "lastName" || part === "country");
      if (!judged || confidence === "low") continue;
      if (text === one.parts[part as SignaturePart]) right += 1;
      else wrong.push(`${one.id} ${part}: ${text}`);
    }
  }
  assert.ok(right > 400 && right >= 49 * wrong.length, `${right} right, wrong: ${wrong.join("; ")}`);
});

test("what is left over and the country come with the parts", () => {
  for (const one of corpus.tests) {
    const { rest, country } = split(one);
    if (one.rest !== undefined) assert.equal(rest, one.rest, one.id);
    if (one.countryCode !== undefined) assert.equal(country, one.countryCode, one.id);
  }
});

test("prose has no sure part but its e-mail address", () => {
  for (const one of corpus.prose) {
    const sure = Object.entries(split(one).parts).filter(
      ([part, { confidence }]) => part !== "email" && confidence !== "low",
    );
    assert.deepEqual(sure, [], one.id);
  }
});

test("an address is split as by address.split", () => {
  const block = "Fjordlys AS\nHavnegata 7\n7010 Trondheim";
  assert.deepEqual(core.split(block, "address", { country: "NO" }), core.address.split(block, { country: "NO" }));
  assert.equal(core.split(block, "address", { country: "NO" })?.parts.city?.text, "Trondheim");
});

test("without the atlas a signature keeps its address in the rest", async () => {
  const bare = await (await importPackage()).load({ atlas: false });
  const { parts, rest } = bare.split("jane@acme.example\nTel. +49 30 12345678\n10115 Berlin", "signature");
  assert.deepEqual(parts, {
    email: { text: "jane@acme.example", confidence: "high" },
    phone: { text: "+49 30 12345678", confidence: "low" },
  });
  assert.equal(rest, "10115 Berlin");
  assert.equal(bare.split("10115 Berlin", "address"), null);
});

test("a wrong kind, and what is no text, are mistakes of the caller", () => {
  const usage = { name: "VestibuleUsageError" };
  assert.throws(() => core.split("Jane", "person" as never), {
    ...usage,
    message: 'the kind is "person"; it must be "address" or "signature".',
  });
  assert.throws(() => core.split("Jane", undefined as never), usage);
  assert.throws(() => core.split(7 as never, "signature"), usage);
  assert.throws(() => core.split("Jane", "signature", { country: 7 as never }), usage);
});
