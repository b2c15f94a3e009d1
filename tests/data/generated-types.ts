// What the generated types must and must not accept; the compiler is the test (tsc -p tsconfig.json).
import type { Code } from "../../wasm/package/src/generated/codes.ts";
import type { CountryCode } from "../../wasm/package/src/generated/countries.ts";
import type {
  Customer,
  CustomerCreate,
  CustomerFieldName,
  CustomerPatch,
  CustomerSignup,
} from "../../wasm/package/src/generated/fields.ts";

export const good: readonly [CustomerSignup, CustomerCreate, CustomerPatch, CustomerPatch] = [
  { name: "Ada", recordType: "Consumer", email: null, industry: "Falconry" },
  { name: "Ada", recordType: "Consumer", type: "Prospect", billCycleDay: 31, paymentMethods: ["ACH"] },
  {},
  { phone: null, billCycleDay: "1" },
];

export const names: readonly [Code, CountryCode, CustomerFieldName] = ["json.empty", "NO", "customFields"];

// @ts-expect-error a sign-up needs its record type
export const incomplete: CustomerSignup = { name: "Ada" };
// @ts-expect-error payment terms are not for sign-up
export const tooMuch: CustomerSignup = { name: "Ada", recordType: "Consumer", paymentTerm: "Net 30" };
// @ts-expect-error a closed picklist
export const unlisted: CustomerPatch = { recordType: "Robot" };
// @ts-expect-error a required field is never cleared
export const cleared: CustomerPatch = { name: null };
// @ts-expect-error absent and undefined differ
export const absent: CustomerPatch = { phone: undefined };
// @ts-expect-error Nue's own field
export const foreign: CustomerCreate = { name: "Ada", recordType: "Consumer", externalId: "001000000000001AAA" };
// @ts-expect-error the member is reserved
export const reserved: CustomerCreate = { name: "Ada", recordType: "Consumer", customFields: {} };

export function answered(customer: Customer): readonly [string, string | null, number | null] {
  // @ts-expect-error answers are not changed in place
  customer.name = "Grace";
  return [customer.name, customer.billCycleDay, customer.todayARR];
}
