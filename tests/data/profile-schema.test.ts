// core/data/profile.schema.json: what it accepts, the core accepts too, but for what no schema can say.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { picklistsFile, readPicklists } from "../../scripts/generate.d/picklists.ts";

interface BadProfile {
  readonly comment: string;
  /** Whether the schema refuses it too. */
  readonly schema: boolean;
  readonly profile: unknown;
}

const project = resolve(import.meta.dirname, "../..");
const read = (path: string): unknown => JSON.parse(readFileSync(join(project, path), "utf8"));
const schema = read("core/data/profile.schema.json") as {
  readonly properties: { readonly picklists: { readonly properties: object } };
};
const ajv = new Ajv2020({ strict: false, formats: { regex: true } });
const accepts = ajv.compile(schema);

test("the schema is one of draft 2020-12", () => {
  assert.ok(ajv.validateSchema(schema));
});

for (const file of readdirSync(join(project, "core/data/profiles"))) {
  test(`the example ${file} is valid`, () => {
    assert.ok(accepts(read(`core/data/profiles/${file}`)), JSON.stringify(accepts.errors));
  });
}

test("profiles at each limit are valid", () => {
  const rows = read("tests/data/good-profiles.json") as readonly Omit<BadProfile, "schema">[];
  const refused = rows.filter(({ profile }) => !accepts(profile));
  assert.deepEqual(
    refused.map(({ comment }) => comment),
    [],
  );
});

test("bad profiles are invalid where a schema can say it, and only there", () => {
  const rows = read("tests/data/bad-profiles.json") as readonly BadProfile[];
  const surprising = rows.filter(({ profile, schema: refuses }) => accepts(profile) === refuses);
  assert.deepEqual(
    surprising.map(({ comment }) => comment),
    [],
  );
});

test("the schema knows every list a profile can replace", () => {
  const lists = readPicklists(readFileSync(join(project, picklistsFile), "utf8"));
  assert.deepEqual(
    Object.keys(schema.properties.picklists.properties),
    lists.map(({ name }) => name).filter((name) => name !== "recordType"),
  );
});
