// The public types of the package are the ones that wasm/package/api.md holds: a change of them is seen in a diff.
import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { apiReport } from "../../scripts/api-report.d/report.ts";
import { packageFolder } from "../wasm/support/package.ts";

test("what the package declares is what was last looked at", () => {
  const written = readFileSync(join(packageFolder, "api.md"), "utf8");
  assert.ok(
    apiReport(packageFolder) === written,
    "the types have changed; run scripts/api-report and look at the difference",
  );
});

test("a changed type, a new entry and a new member of an option change the report; a new field of the catalogue does not", () => {
  const folder = mkdtempSync(join(tmpdir(), "vestibule-api-"));
  try {
    cpSync(join(packageFolder, "package.json"), join(folder, "package.json"));
    cpSync(join(packageFolder, "dist"), join(folder, "dist"), {
      recursive: true,
      filter: (path) => !/\.(?:js|wasm|bin)$/.test(path),
    });
    const before = apiReport(folder);
    const reportWith = (file: string, from: string, to: string): string => {
      const path = join(folder, file);
      const text = readFileSync(path, "utf8");
      assert.ok(text.includes(from), `${file} has no ${from}`);
      writeFileSync(path, text.replace(from, to));
      const report = apiReport(folder);
      writeFileSync(path, text);
      return report;
    };
    assert.equal(reportWith("dist/generated/codes.d.ts", '"email.syntax"', '"email.other"'), before);
    assert.notEqual(reportWith("dist/types.d.ts", "readonly full?: boolean", "readonly full?: string"), before);
    assert.notEqual(reportWith("dist/signup/create.d.ts", "readonly endpoint?: string;", ""), before);
    assert.notEqual(reportWith("package.json", '"./reference": {', '"./other": {'), before);
    assert.equal(apiReport(folder), before);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
