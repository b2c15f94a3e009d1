// By hand: a function for each member, as one writes them who wants no library.
import { isCountry, isEmail, isNotBlank, isPhone, isPostalCode, isWebsite } from "./formats.ts";
import { type Check, industries, mostEmployees, mostRevenue, ownerships, recordTypes } from "./stack.ts";

type Members = Readonly<Record<string, unknown>>;
/** What is wrong with a value; undefined when nothing is. */
type Rule = (value: unknown, record: Members) => string | undefined;

function text(max: number, isRight?: (value: string, record: Members) => boolean, message = "is not right"): Rule {
  return (value, record) => {
    if (typeof value !== "string") return "is not text";
    if (value.length > max) return "is too long";
    return isRight === undefined || isRight(value, record) ? undefined : message;
  };
}

function oneOf(values: readonly string[]): Rule {
  const known = new Set<unknown>(values);
  return (value) => (known.has(value) ? undefined : "is not on the list");
}

function number(max: number, whole: boolean): Rule {
  return (value) => {
    if (typeof value !== "number" || !Number.isFinite(value)) return "is not a number";
    if (whole && !Number.isInteger(value)) return "is not a whole number";
    return value >= 0 && value <= max ? undefined : "is out of range";
  };
}

const phone = text(40, (value, { billingCountry }) => isPhone(value, billingCountry));
const country = text(80, isCountry);
const rules: ReadonlyMap<string, Rule> = new Map([
  ["name", text(255, isNotBlank)],
  ["recordType", oneOf(recordTypes)],
  ["email", text(80, isEmail)],
  ["phone", phone],
  ["fax", phone],
  ["website", text(255, isWebsite)],
  ["billingStreet", text(255)],
  ["billingCity", text(40)],
  ["billingState", text(80)],
  ["billingPostalCode", text(20, (value, { billingCountry }) => isPostalCode(value, billingCountry))],
  ["billingCountry", country],
  ["shippingCity", text(40)],
  ["shippingCountry", country],
  ["industry", oneOf(industries)],
  ["ownership", oneOf(ownerships)],
  ["companySize", text(255)],
  ["numberOfEmployees", number(mostEmployees, true)],
  ["annualRevenue", number(mostRevenue, false)],
]);
const required = ["name", "recordType"];

export function make(): Check {
  return (record) => {
    const members = record as Members;
    const findings = [];
    for (const member of required) {
      if (members[member] === undefined) findings.push({ pointer: `/${member}`, message: "is missing" });
    }
    for (const member of Object.keys(members)) {
      const rule = rules.get(member);
      const message = rule === undefined ? "is unknown" : rule(members[member], members);
      if (message !== undefined) findings.push({ pointer: `/${member}`, message });
    }
    return { ok: findings.length === 0, value: members, findings };
  };
}
