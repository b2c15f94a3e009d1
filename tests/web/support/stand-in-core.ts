// A core of a few rules, for tests of the form model alone: what it judges matters less than when it is shown.
import type { FormCore } from "../../../wasm/package/src/form/core.ts";
import type { Finding } from "../../../wasm/package/src/types.ts";

function finding(
  severity: Finding["severity"],
  code: Finding["code"],
  field: string,
  more: Partial<Finding> = {},
): Finding {
  return { code, severity, pointer: field === "" ? "" : `/${field}`, params: {}, ...more };
}

/** name and recordType are required, an e-mail has an @ and not ".con", a phone has a + or a country. */
export const standInCore: FormCore = {
  check(record) {
    type Texts = Readonly<Record<string, string | undefined>>;
    const { name, recordType, email, phone, billingCountry, billingStreet, billingCity, description } = record as Texts;
    const findings: Finding[] = [];
    if (name === undefined) findings.push(finding("error", "field.required", "name"));
    if (name?.trim() === "") findings.push(finding("error", "text.blank", "name"));
    if (name?.startsWith("-") === true) findings.push(finding("warning", "text.placeholder", "name"));
    if (name?.includes("<") === true) findings.push(finding("warning", "text.markup", "name"));
    if (recordType === undefined) findings.push(finding("error", "field.required", "recordType"));
    if (email !== undefined && !email.includes("@")) findings.push(finding("error", "email.syntax", "email"));
    if (email !== undefined && email.length > 40)
      findings.push(finding("error", "email.too_long", "email", { params: { max: "40" } }));
    if (email?.endsWith(".con") === true) {
      const suggestion = email.replace(/n$/, "m");
      findings.push(finding("warning", "field.not_canonical", "email", { suggestion }));
    }
    if (phone !== undefined && !phone.startsWith("+") && billingCountry === undefined) {
      findings.push(finding("warning", "phone.no_country", "phone"));
    }
    if (billingStreet !== undefined && billingCity === undefined) {
      findings.push(finding("warning", "address.incomplete", "billingCity", { params: { missing: "billingCity" } }));
    }
    if (description === "out of memory") findings.push(finding("error", "limit.memory", ""));
    const ok = findings.every(({ severity }) => severity === "warning");
    const trimmed = Object.entries(record).map(([field, value]) => [field, String(value).trim()]);
    return { value: ok ? Object.fromEntries(trimmed) : null, findings };
  },
};
