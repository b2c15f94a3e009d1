// valibot. What looks at two members is a raw check of the object: it runs whatever else was found.
import * as v from "valibot";
import { isCountry, isEmail, isNotBlank, isPhone, isPostalCode, isWebsite } from "./formats.ts";
import { type Check, industries, mostEmployees, mostRevenue, ownerships, recordTypes } from "./stack.ts";

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const country = v.pipe(text(80), v.check(isCountry));

const object = v.strictObject({
  name: v.pipe(text(255), v.check(isNotBlank)),
  recordType: v.picklist(recordTypes),
  email: v.optional(v.pipe(text(80), v.check(isEmail))),
  phone: v.optional(text(40)),
  fax: v.optional(text(40)),
  website: v.optional(v.pipe(text(255), v.check(isWebsite))),
  billingStreet: v.optional(text(255)),
  billingCity: v.optional(text(40)),
  billingState: v.optional(text(80)),
  billingPostalCode: v.optional(text(20)),
  billingCountry: v.optional(country),
  shippingCity: v.optional(text(40)),
  shippingCountry: v.optional(country),
  industry: v.optional(v.picklist(industries)),
  ownership: v.optional(v.picklist(ownerships)),
  companySize: v.optional(text(255)),
  numberOfEmployees: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostEmployees))),
  annualRevenue: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(mostRevenue))),
});

type Customer = v.InferInput<typeof object>;

function byCountry(
  member: "phone" | "fax" | "billingPostalCode",
  isRight: (value: string, country: unknown) => boolean,
) {
  return v.rawCheck<Customer>(({ dataset, addIssue }) => {
    const record = dataset.value as Readonly<Record<string, unknown>>;
    const value = record[member];
    if (typeof value !== "string" || isRight(value, record["billingCountry"])) return;
    addIssue({ path: [{ type: "object", origin: "value", input: record, key: member, value }] });
  });
}

const schema = v.pipe(
  object,
  byCountry("phone", isPhone),
  byCountry("fax", isPhone),
  byCountry("billingPostalCode", isPostalCode),
);

export function make(): Check {
  return (record) => {
    const result = v.safeParse(schema, record);
    if (result.success) return { ok: true, value: result.output, findings: [] };
    const findings = result.issues.map((issue) => {
      return { pointer: `/${issue.path?.map(({ key }) => String(key)).join("/") ?? ""}`, message: issue.message };
    });
    return { ok: false, value: null, findings };
  };
}
