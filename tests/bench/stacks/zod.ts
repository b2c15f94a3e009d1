// zod. What looks at two members is a refinement of the object, told to run whatever else was found.
import * as z from "zod";
import { isCountry, isEmail, isNotBlank, isPhone, isPostalCode, isWebsite } from "./formats.ts";
import { type Check, industries, mostEmployees, mostRevenue, ownerships, recordTypes } from "./stack.ts";

type Members = Readonly<Record<string, unknown>>;

const text = (max: number) => z.string().max(max);

function byCountry(member: string, isRight: (value: string, country: unknown) => boolean) {
  const refine = (record: Members): boolean => {
    const value = record[member];
    return typeof value !== "string" || isRight(value, record["billingCountry"]);
  };
  const options: { path: string[]; when(): boolean } = { path: [member], when: () => true };
  return [refine, options] as const;
}

const schema = z
  .strictObject({
    name: text(255).refine(isNotBlank),
    recordType: z.enum(recordTypes),
    email: text(80).refine(isEmail).optional(),
    phone: text(40).optional(),
    fax: text(40).optional(),
    website: text(255).refine(isWebsite).optional(),
    billingStreet: text(255).optional(),
    billingCity: text(40).optional(),
    billingState: text(80).optional(),
    billingPostalCode: text(20).optional(),
    billingCountry: text(80).refine(isCountry).optional(),
    shippingCity: text(40).optional(),
    shippingCountry: text(80).refine(isCountry).optional(),
    industry: z.enum(industries).optional(),
    ownership: z.enum(ownerships).optional(),
    companySize: text(255).optional(),
    // z.int() would end the check of the whole record at 1.5.
    numberOfEmployees: z.number().min(0).max(mostEmployees).refine(Number.isInteger).optional(),
    annualRevenue: z.number().min(0).max(mostRevenue).optional(),
  })
  .refine(...byCountry("phone", isPhone))
  .refine(...byCountry("fax", isPhone))
  .refine(...byCountry("billingPostalCode", isPostalCode));

export function make(): Check {
  return (record) => {
    const result = schema.safeParse(record);
    if (result.success) return { ok: true, value: result.data, findings: [] };
    const findings = result.error.issues.flatMap((issue) => {
      const members = issue.code === "unrecognized_keys" ? issue.keys : issue.path;
      return members.map((member) => ({ pointer: `/${String(member)}`, message: issue.message }));
    });
    return { ok: false, value: null, findings };
  };
}
