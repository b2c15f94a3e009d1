// Our schemas as the standards' own types see them; the compiler is the test (tsc -p tsconfig.json).

import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";
import type { ContactSignup, CustomerPatch, CustomerSignup } from "../../wasm/package/src/generated/fields.ts";
import type { Code, Core, Explanation, Locale } from "./support/package-types.ts";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

export function good(core: Core, locale: Locale): readonly unknown[] {
  const customer = core.schema("customer");
  const contact = core.schema("contact", { locale });
  const patch = core.schema("customer", { op: "patch", strictness: "api", country: "DE" });

  const standard: StandardSchemaV1<CustomerSignup> = customer;
  const json: StandardJSONSchemaV1<CustomerSignup> = customer;
  const both: StandardSchemaV1 & StandardJSONSchemaV1 = contact;

  const input: Same<StandardSchemaV1.InferInput<typeof customer>, CustomerSignup> = true;
  const output: Same<StandardSchemaV1.InferOutput<typeof contact>, ContactSignup> = true;
  const changed: Same<StandardJSONSchemaV1.InferOutput<typeof patch>, CustomerPatch> = true;

  const result = contact["~standard"].validate({});
  const names: string[] = result.issues === undefined ? [result.value.firstName] : [];
  const codes: Code[] = result.issues?.map(({ code }) => code) ?? [];

  const explained: Explanation<"json.bom"> = core.explain("json.bom");
  const schema: object = core.jsonSchema("contact", "openapi-3.0", { fields: [{ name: "tier", kind: "picklist" }] });
  return [standard, json, both, input, output, changed, names, codes, explained, schema];
}

export function bad(core: Core): void {
  // @ts-expect-error not a record
  core.schema("lead");
  // @ts-expect-error not an option
  core.schema("customer", { of: "contact" });
  // @ts-expect-error a schema of customers is none of contacts
  const contact: StandardSchemaV1<ContactSignup> = core.schema("customer");
  const result = core.schema("customer")["~standard"].validate({});
  // @ts-expect-error a value only without issues
  result.value.name;
  // @ts-expect-error not a code
  core.explain("email.nothing");
  // @ts-expect-error not a dialect
  core.jsonSchema("customer", "draft-04");
  // @ts-expect-error a maximum is a number
  core.jsonSchema("customer", "draft-07", { fields: [{ name: "x", kind: "text", max: "9" }] });
  void contact;
}
