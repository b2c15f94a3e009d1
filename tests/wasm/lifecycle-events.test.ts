// The events of a life: that their types, the table in core/docs/lifecycle.md and the core's reader agree.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import type { Life, LifecycleEvent } from "../../wasm/package/src/api.ts";
import type { Core } from "../../wasm/package/src/types.ts";
import { events, reasons } from "./lifecycle-types.ts";
import { importPackage } from "./support/package.ts";

let core: Core;
before(async () => {
  core = await (await importPackage()).load();
});

const id = "020796fe-7c28-438c-a7fb-d7533da21cfe";

/** The rows of the table of docs/lifecycle.md that has this heading, as texts without their backticks. */
function tableUnder(heading: string): readonly (readonly string[])[] {
  const text = readFileSync(join(import.meta.dirname, "../../core/docs/lifecycle.md"), "utf8").replaceAll("`", "");
  const [, below] = text.split(`${heading}\n`);
  assert.ok(below !== undefined, heading);
  const rows = (below.split("\n\n", 1)[0] ?? "").trimEnd().split("\n");
  return rows.slice(1).map((row) =>
    row
      .slice(2, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}

const membersOf = new Map(tableUnder("| event | its members |").map(([event = "", names = ""]) => [event, names]));
const absent = new Map(
  tableUnder("| member | what it is | where it is left out |").map(([name = "", , value = ""]) => [name, value]),
);

function codeOf(event: object): string {
  try {
    core.lifecycle.step({ id, mode: "selective", link: "None" }, event as LifecycleEvent);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}

for (const [kind, event] of Object.entries(events)) {
  test(`the type, the table and the reader agree on the members of ${kind}`, () => {
    const names = Object.keys(event).filter((name) => name !== "event");
    assert.equal(names.toSorted().join(", "), membersOf.get(kind));
    assert.equal(codeOf(event), "");
    for (const name of names) {
      const without = Object.fromEntries(Object.entries(event).filter(([member]) => member !== name));
      const value = absent.get(name);
      assert.equal(codeOf(without), value === "" ? `/${name}: field.required` : "", name);
      if (value !== "") assert.equal(codeOf({ ...without, [name]: JSON.parse(value ?? "") as unknown }), "", name);
    }
    assert.equal(codeOf({ ...event, more: 1 }), "the text: field.unknown");
  });
}

test("the reasons of the type are those of the table", () => {
  const outcomes = tableUnder("| event | link | when | then the link is | and | outcome | effects |").map(
    (row) => row[5] ?? "",
  );
  const given = outcomes.map((outcome) => outcome.split(": ")[1]).filter((reason) => reason !== undefined);
  assert.deepEqual([...new Set([...given, "no_customer"])].toSorted(), Object.keys(reasons).toSorted());
});

test("an id of another object than an account is refused wherever an account stands", () => {
  const contact = "003Ot00001mx7PzIAI";
  for (const event of Object.values(events)) {
    if ("account" in event) assert.equal(codeOf({ ...event, account: contact }), "/account: id.object", event.event);
    if ("winner" in event) assert.equal(codeOf({ ...event, winner: contact }), "/winner: id.object");
  }
  const life: Life = { id, mode: "selective", link: "Linked", account: contact };
  assert.throws(() => core.lifecycle.describe(life), { message: "/account: id.object" });
});
