// What somebody writes who uses the types: of every entry, strict, without a page around it.
import { type CheckResult, type Code, type CustomerSignup, describe, type Finding, load, type Schema } from "vestibule";
import english from "vestibule/locales/en";
import { explain, type JsonSchema, jsonSchema } from "vestibule/reference";

const core = await load({ atlas: true, reference: true });

const acme: CustomerSignup = { name: "Acme", recordType: "Business", phone: null };
const result: CheckResult = core.check(acme);
export const name: string = result.ok ? result.value.name : describe(result.findings[0] as Finding, english);

const contact = core.check({ firstName: "Ada" }, { of: "contact", strictness: "api" });
export const birthday: string | null | undefined = contact.ok ? contact.value.birthday : null;

const code: Code = "email.syntax";
export const fix: string = explain(code).fix;
export const schema: JsonSchema = jsonSchema("customer", "draft-07", { op: "patch" });
export const standard: Schema<CustomerSignup> = core.schema("customer", { locale: english });
