// ajv. Formats are registered; what looks at two members is a keyword that is handed the object around its value.
import { Ajv } from "ajv";
import { isCountry, isEmail, isNotBlank, isPhone, isPostalCode, isWebsite } from "./formats.ts";
import { type Check, industries, mostEmployees, mostRevenue, ownerships, recordTypes } from "./stack.ts";

const text = (maxLength: number, format?: string) => {
  return format === undefined ? { type: "string", maxLength } : { type: "string", maxLength, format };
};

const schema = {
  type: "object",
  additionalProperties: false,
  required: ["name", "recordType"],
  properties: {
    name: text(255, "not-blank"),
    recordType: { enum: recordTypes },
    email: text(80, "email"),
    phone: { ...text(40), phoneOf: "billingCountry" },
    fax: { ...text(40), phoneOf: "billingCountry" },
    website: text(255, "website"),
    billingStreet: text(255),
    billingCity: text(40),
    billingState: text(80),
    billingPostalCode: { ...text(20), postalCodeOf: "billingCountry" },
    billingCountry: text(80, "country"),
    shippingCity: text(40),
    shippingCountry: text(80, "country"),
    industry: { enum: industries },
    ownership: { enum: ownerships },
    companySize: text(255),
    numberOfEmployees: { type: "integer", minimum: 0, maximum: mostEmployees },
    annualRevenue: { type: "number", minimum: 0, maximum: mostRevenue },
  },
};

function byMember(isRight: (value: string, other: unknown) => boolean) {
  return (
    member: string,
    value: string,
    _schema: unknown,
    context?: { readonly parentData: Readonly<Record<string, unknown>> },
  ): boolean => {
    return isRight(value, context?.parentData[member]);
  };
}

export function make(): Check {
  const ajv = new Ajv({ allErrors: true });
  ajv.addFormat("not-blank", isNotBlank);
  ajv.addFormat("email", isEmail);
  ajv.addFormat("website", isWebsite);
  ajv.addFormat("country", isCountry);
  ajv.addKeyword({ keyword: "phoneOf", type: "string", errors: false, validate: byMember(isPhone) });
  ajv.addKeyword({ keyword: "postalCodeOf", type: "string", errors: false, validate: byMember(isPostalCode) });
  const validate = ajv.compile(schema);
  return (record) => {
    if (validate(record)) return { ok: true, value: record, findings: [] };
    const findings = (validate.errors ?? []).map(({ instancePath, params, message }) => {
      const member = params["missingProperty"] ?? params["additionalProperty"];
      return { pointer: member === undefined ? instancePath : `/${member}`, message: message ?? "" };
    });
    return { ok: false, value: null, findings };
  };
}
