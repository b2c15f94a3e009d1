// The classes explain what they name and nothing else: each holds for a number it was made for, and no longer once the
// evidence is another.
import assert from "node:assert/strict";
import { test } from "node:test";
import { classOf, type Doubt } from "./classes.ts";
import { agrees, compare, unexplained } from "./comparison.ts";

const nothing: Doubt = {
  country: "",
  text: "",
  region: "",
  code: "",
  verdict: "valid",
  ours: "",
  theirs: "",
  read: "",
  toOurs: "",
  withoutZero: "",
  inMain: "",
  prefix: "",
  assigned: false,
};

/** A difference of each class, and evidence without which it is not explained. */
const cases: readonly (readonly [name: string, doubt: Partial<Doubt>, otherwise: Partial<Doubt>])[] = [
  [
    "choice: the core takes no letters",
    { text: "800 FLOWERS", country: "US", code: "1", verdict: "phone.syntax", theirs: "+18003569377" },
    { verdict: "invalid" },
  ],
  [
    "choice: a (0) behind",
    { text: "+376 (0)312345", code: "376", ours: "+376312345", read: "+3760312345", withoutZero: "+376312345" },
    { withoutZero: "" },
  ],
  [
    "choice: the core asks the plan",
    {
      text: "0800735226",
      country: "JE",
      code: "44",
      ours: "+44800735226",
      read: "+440800735226",
      inMain: "+44800735226",
    },
    { inMain: "+44800735227" },
  ],
  [
    "choice: an own calling code",
    { text: "55800982809", code: "55", ours: "+55800982809", read: "+5555800982809", toOurs: "+55800982809" },
    { toOurs: "" },
  ],
  [
    "choice: a prefix behind",
    { text: "+113103511", code: "1", prefix: "1", ours: "+13103511", read: "+113103511", toOurs: "+13103511" },
    { prefix: "" },
  ],
  [
    "library: takes the first digit",
    { text: "+3758100839770", code: "375", ours: "+3758100839770", read: "+375100839770", assigned: true },
    { assigned: false },
  ],
  [
    "library: drops the national prefix twice",
    { text: "66001800709931", country: "TH", code: "66", prefix: "0", theirs: "+661800709931" },
    { ours: "+6601800709931" },
  ],
];

for (const [name, doubt, otherwise] of cases) {
  test(name, () => {
    assert.ok(classOf({ ...nothing, ...doubt }).startsWith(name));
    assert.ok(classOf({ ...nothing, ...doubt, ...otherwise }).startsWith(unexplained));
  });
}

test("a wrong number is not explained, and counts from one in a thousand on", () => {
  const right = { country: "DE", text: "030 1234567", region: "DE", code: "49", ours: "+49301", theirs: "+49301" };
  const wrong = { ...right, ours: "+49302" };
  const explain = (pairs: readonly (typeof wrong)[]) => pairs.map((pair) => classOf({ ...nothing, ...pair }));
  const numbers = Array.from({ length: 1000 }, (_, i) => (i === 0 ? wrong : right));
  assert.ok(agrees(compare("", numbers, explain)));
  assert.ok(!agrees(compare("", [...numbers, wrong], explain)));
});
