// scripts/check-layers finds what it is there to find: each row plants one file into a small, clean project.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";

const script = `${import.meta.dirname}/../../scripts/check-layers`;

const clean: Readonly<Record<string, string>> = {
  "core/layers.txt": "# lowest first\ntext\nids\n",
  "core/include/vestibule/limits.hpp": "#include <cstddef>\n",
  "core/include/vestibule/generated/codes.inc": "\n",
  "core/include/vestibule/text/utf8.hpp": '#include "vestibule/limits.hpp"\n',
  "core/include/vestibule/ids/uuid.hpp":
    '#include "vestibule/text/utf8.hpp"\n#include "vestibule/generated/codes.inc"\n',
  "core/include/vestibule/vestibule.hpp": '#include "vestibule/ids/uuid.hpp"\n',
  "core/src/text/table.hpp": "#include <nlohmann/json.hpp>\n",
  "core/src/ids/uuid.cpp": '#include "vestibule/ids/uuid.hpp"\n#include "text/table.hpp"\n',
  "core/src/text/utf8.cpp": '#include "table.hpp"\n',
  "wasm/bindings/exports.cpp": "#include <emscripten/emscripten.h>\n",
  "wasm/bindings/bindings.cpp": '#include <emscripten/bind.h>\n#include "vestibule/vestibule.hpp"\n',
  "wasm/package/src/index.ts": 'export * from "./load.ts";\n',
  "wasm/package/src/load.test.ts": 'import "../../../tests/support/page.ts";\n',
  "web/pages/signup/page.ts": 'import { load } from "vestibule";\nimport "../shared.ts";\n',
};

/** Runs the check on the clean project with `planted` added; gives the exit code and what it printed. */
function check(planted: Readonly<Record<string, string>>): { readonly status: number | null; readonly output: string } {
  const folder = mkdtempSync(join(tmpdir(), "vestibule-layers-"));
  try {
    for (const [path, text] of Object.entries({ ...clean, ...planted })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const { status, stderr } = spawnSync(script, [folder], { encoding: "utf8" });
    return { status, output: stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("a clean project passes", () => {
  assert.deepEqual(check({}), { status: 0, output: "check-layers: nothing found\n" });
});

const violations: readonly (readonly [what: string, path: string, text: string, complaint: string])[] = [
  [
    "a header that includes a later layer",
    "core/include/vestibule/text/clean.hpp",
    '#include <string>\n#include "vestibule/ids/uuid.hpp"\n',
    "core/include/vestibule/text/clean.hpp:2: vestibule/ids/uuid.hpp is above this file in core/layers.txt",
  ],
  [
    "a root header that includes a layer",
    "core/include/vestibule/limits.hpp",
    '#include "vestibule/text/utf8.hpp"\n',
    "core/include/vestibule/limits.hpp:1: vestibule/text/utf8.hpp is above this file in core/layers.txt",
  ],
  [
    "a source that includes an inner header of a later layer",
    "core/src/text/clean.cpp",
    '#include "../ids/inner.hpp"\n',
    "core/src/text/clean.cpp:1: ../ids/inner.hpp is above this file in core/layers.txt",
  ],
  [
    "a source that includes the umbrella",
    "core/src/ids/other.cpp",
    '#include "vestibule/vestibule.hpp"\n',
    "core/src/ids/other.cpp:1: vestibule/vestibule.hpp is above this file in core/layers.txt",
  ],
  [
    "a folder nobody listed",
    "core/include/vestibule/misc/x.hpp",
    "\n",
    "core/include/vestibule/misc/x.hpp:1: its folder is not listed in core/layers.txt",
  ],
  [
    "a header that does not exist",
    "core/src/ids/other.cpp",
    '#include "vestibule/ids/gone.hpp"\n',
    "core/src/ids/other.cpp:1: no file vestibule/ids/gone.hpp in core/include",
  ],
  [
    "nlohmann in a public header",
    "core/include/vestibule/text/json.hpp",
    "#include <nlohmann/json_fwd.hpp>\n",
    "core/include/vestibule/text/json.hpp:1: a public header does not include nlohmann",
  ],
  [
    "Emscripten outside of the bindings",
    "wasm/bindings/bridge.cpp",
    "  #  include <emscripten.h>\n",
    "wasm/bindings/bridge.cpp:1: only what wasm/bindings exports by includes Emscripten",
  ],
  [
    "the bridge inside the core",
    "wasm/bindings/bridge.cpp",
    '#include "../../core/src/text/table.hpp"\n',
    "wasm/bindings/bridge.cpp:1: ../../core/src/text/table.hpp belongs to the inside of the core",
  ],
  [
    "the package on top of a page",
    "wasm/package/src/element/signup.ts",
    'import type { Page } from "../../../../web/pages/signup/page.ts";\n',
    "wasm/package/src/element/signup.ts:1: ../../../../web/pages/signup/page.ts leaves wasm/package",
  ],
  [
    "a page that reaches into the package",
    "web/pages/signup/extra.ts",
    '\nconst core = await import("../../../wasm/package/src/load.ts");\n',
    "web/pages/signup/extra.ts:2: ../../../wasm/package/src/load.ts leaves web/pages",
  ],
  [
    "the gateway on top of a page",
    "web/gateway/src/index.ts",
    "import '../../pages/signup/page.ts';\n",
    "web/gateway/src/index.ts:1: ../../pages/signup/page.ts leaves web/gateway",
  ],
];

for (const [what, path, text, complaint] of violations) {
  test(`refused: ${what}`, () => {
    const { status, output } = check({ [path]: text, "core/src/ids/inner.hpp": "\n" });
    assert.equal(status, 1);
    const lines = output.trimEnd().split("\n");
    assert.equal(lines.length, 2, output);
    assert.ok(lines[0]?.startsWith(complaint), output);
    assert.equal(lines[1], "check-layers: 1 found");
  });
}
