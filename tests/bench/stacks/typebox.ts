// TypeBox. What looks at two members refines any value and says in its message which one it is about.
import { Type } from "typebox";
import { Compile } from "typebox/compile";
import { Settings } from "typebox/system";
import { isCountry, isEmail, isNotBlank, isPhone, isPostalCode, isWebsite } from "./formats.ts";
import { type Check, industries, mostEmployees, mostRevenue, ownerships, recordTypes } from "./stack.ts";

const text = (maxLength: number) => Type.String({ maxLength });
const country = Type.Optional(Type.Refine(text(80), isCountry));

const object = Type.Object(
  {
    name: Type.Refine(text(255), isNotBlank),
    recordType: Type.Enum([...recordTypes]),
    email: Type.Optional(Type.Refine(text(80), isEmail)),
    phone: Type.Optional(text(40)),
    fax: Type.Optional(text(40)),
    website: Type.Optional(Type.Refine(text(255), isWebsite)),
    billingStreet: Type.Optional(text(255)),
    billingCity: Type.Optional(text(40)),
    billingState: Type.Optional(text(80)),
    billingPostalCode: Type.Optional(text(20)),
    billingCountry: country,
    shippingCity: Type.Optional(text(40)),
    shippingCountry: country,
    industry: Type.Optional(Type.Enum([...industries])),
    ownership: Type.Optional(Type.Enum([...ownerships])),
    companySize: Type.Optional(text(255)),
    numberOfEmployees: Type.Optional(Type.Integer({ minimum: 0, maximum: mostEmployees })),
    annualRevenue: Type.Optional(Type.Number({ minimum: 0, maximum: mostRevenue })),
  },
  { additionalProperties: false },
);

type Members = Readonly<Record<string, unknown>>;

function byCountry(member: string, isRight: (value: string, country: unknown) => boolean) {
  const check = (record: unknown): boolean => {
    const { [member]: value, billingCountry } = record as Members;
    return typeof value !== "string" || isRight(value, billingCountry);
  };
  return [check, () => `/${member}`] as const;
}

// Beside the object, since an object that has a wrong member is not refined.
const crossed = Type.Refine(
  Type.Refine(Type.Refine(Type.Unknown(), ...byCountry("phone", isPhone)), ...byCountry("fax", isPhone)),
  ...byCountry("billingPostalCode", isPostalCode),
);
const schema = Type.Intersect([object, crossed]);

export function make(): Check {
  Settings.Set({ maxErrors: 64 });
  const compiled = Compile(schema);
  return (record) => {
    if (compiled.Check(record)) return { ok: true, value: record, findings: [] };
    const findings = compiled.Errors(record).flatMap(({ keyword, instancePath, params, message }) => {
      if (keyword === "~refine" && instancePath === "") return [{ pointer: message, message }];
      const members = "requiredProperties" in params ? params.requiredProperties : undefined;
      const others = "additionalProperties" in params ? params.additionalProperties : undefined;
      const named = Array.isArray(members) ? members : Array.isArray(others) ? others : undefined;
      if (named === undefined) return [{ pointer: instancePath, message }];
      return named.map((member: string) => ({ pointer: `/${member}`, message }));
    });
    return { ok: false, value: null, findings };
  };
}
