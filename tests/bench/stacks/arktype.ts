// ArkType. What looks at two members narrows one of them, and finds the other at the root.
import { type } from "arktype";
import { isCountry, isEmail, isNotBlank, isPhone, isPostalCode, isWebsite } from "./formats.ts";
import { type Check, industries, mostEmployees, mostRevenue, ownerships, recordTypes } from "./stack.ts";

interface Context {
  readonly root: unknown;
  mustBe(what: string): false;
}

function byCountry(what: string, isRight: (value: string, country: unknown) => boolean) {
  return (value: string, context: Context): boolean => {
    return isRight(value, (context.root as { billingCountry?: unknown }).billingCountry) || context.mustBe(what);
  };
}

const country = type("string<=80").narrow((value, context) => isCountry(value) || context.mustBe("a country"));
const phone = type("string<=40").narrow(byCountry("a phone number", isPhone));

const schema = type({
  "+": "reject",
  name: type("string<=255").narrow((value, context) => isNotBlank(value) || context.mustBe("not blank")),
  recordType: type.enumerated(...recordTypes),
  "email?": type("string<=80").narrow((value, context) => isEmail(value) || context.mustBe("an e-mail address")),
  "phone?": phone,
  "fax?": phone,
  "website?": type("string<=255").narrow((value, context) => isWebsite(value) || context.mustBe("a web address")),
  "billingStreet?": "string<=255",
  "billingCity?": "string<=40",
  "billingState?": "string<=80",
  "billingPostalCode?": type("string<=20").narrow(byCountry("a postal code", isPostalCode)),
  "billingCountry?": country,
  "shippingCity?": "string<=40",
  "shippingCountry?": country,
  "industry?": type.enumerated(...industries),
  "ownership?": type.enumerated(...ownerships),
  "companySize?": "string<=255",
  "numberOfEmployees?": type("number.integer").atLeast(0).atMost(mostEmployees),
  "annualRevenue?": type("number").atLeast(0).atMost(mostRevenue),
});

export function make(): Check {
  return (record) => {
    const result = schema(record);
    if (!(result instanceof type.errors)) return { ok: true, value: result, findings: [] };
    const findings = [...result].map(({ path, message }) => ({ pointer: `/${path.join("/")}`, message }));
    return { ok: false, value: null, findings };
  };
}
