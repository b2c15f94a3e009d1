// What the package's types must and must not accept; the compiler is the test (tsc -p tsconfig.json).

import type { CustomerCreate, CustomerPatch, CustomerSignup } from "../../wasm/package/src/generated/fields.ts";
import type {
  BatchResult,
  CheckResult,
  Core,
  FieldResult,
  Finding,
  LoadOptions,
} from "../../wasm/package/src/types.ts";

export function good(core: Core, anything: unknown): readonly unknown[] {
  const bytes = new Uint8Array();
  const signup: CheckResult<CustomerSignup> = core.check({ name: "A" });
  const create: CheckResult<CustomerCreate> = core.check({ name: "A" }, { strictness: "api" });
  const patch: CheckResult<CustomerPatch> = core.check(bytes, { op: "patch", strictness: "api" });
  const parsed: CheckResult<CustomerSignup> = core.check(JSON.parse("{}"));
  const rows: BatchResult<CustomerSignup> = core.check([{ name: "A" }]);
  const batch: BatchResult<CustomerPatch> = core.check(bytes.buffer, { format: "batch", op: "patch" });
  const field: FieldResult = core.checkField("name", anything, { record: {}, country: "DE" });
  const options: readonly LoadOptions[] = [{ module: "https://x.example/core.wasm" }, { onReport: ({ code }) => code }];
  return [signup, create, patch, parsed, rows, batch, field, options];
}

export function accepted(core: Core): string | null {
  const result = core.check({ name: "A" });
  if (!result.ok) return result.value;
  return result.value.name;
}

export function bad(core: Core, finding: Finding): void {
  // @ts-expect-error a text is given as bytes
  core.check("{}");
  // @ts-expect-error no record
  core.check(null);
  // @ts-expect-error not an operation
  core.check({}, { op: "update" });
  // @ts-expect-error not a strictness
  core.checkField("name", "A", { strictness: "strict" });
  // @ts-expect-error not a kind of id
  core.ids.salesforce("x", "lead");
  // @ts-expect-error a value only when ok
  core.check({ name: "A" }).value.name;
  // @ts-expect-error rows of a batch may be refused
  core.check([{ name: "A" }]).value[0].name;
  // @ts-expect-error findings are not changed in place
  finding.code = "json.empty";
  // @ts-expect-error a suggestion is not always there
  finding.suggestion.length;
}
