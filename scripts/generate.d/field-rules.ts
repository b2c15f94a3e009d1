// What the columns of one field say together: a sentence for the first contradiction, or nothing.
// Depends on kinds; the type of a field comes from fields.ts.
import type { Field } from "./fields.ts";
import { kinds } from "./kinds.ts";

// WHATWG HTML, the inputmode attribute.
const inputModes: readonly string[] = ["", "none", "text", "tel", "url", "email", "numeric", "decimal", "search"];

/** WHATWG HTML, autofill detail tokens: an optional address type, an optional kind of contact, then one field name. */
const autocompletePattern = /^(((shipping|billing) )?((home|work|mobile|fax|pager) )?[a-z]+(-[a-z0-9]+)*)?$/;

const salesforcePattern = /^([A-Za-z][A-Za-z0-9_.]*)?$/;

function judgeWriters(field: Field): string | undefined {
  const { name, kind } = field;
  const writable = field.signup || field.create || field.patch;
  if (writable && !kinds[kind].writable) return `"${name}" is of kind ${kind}, which nobody writes.`;
  if (field.required && !field.create) return `"${name}" is required, but cannot be given when creating.`;
  if (field.signup && !field.create) return `"${name}" is taken at sign-up, but cannot be given when creating.`;
  return undefined;
}

function judgeLimits(field: Field): string | undefined {
  const { name, kind } = field;
  const rules = kinds[kind];
  const writable = field.signup || field.create || field.patch;
  const bounded = field.min !== 0n || field.max !== 0n;
  if (rules.length === "must" && writable && field.maxUtf16 === 0) {
    return `"${name}" can be written, but has no max_utf16.`;
  }
  if (rules.length === "never" && field.maxUtf16 !== 0) return `"${name}" is of kind ${kind}, which has no max_utf16.`;
  if (field.signupMaxUtf16 !== field.maxUtf16 && !field.signup) {
    return `"${name}" has a signup_max_utf16, but is not taken at sign-up.`;
  }
  if (field.signupMaxUtf16 > field.maxUtf16) return `"${name}" may be longer at sign-up than anywhere else.`;
  if (rules.bounds && writable && !bounded) return `"${name}" can be written, but has no min and max.`;
  if (!rules.bounds && bounded) return `"${name}" is of kind ${kind}, which has no min and max.`;
  if (field.min > field.max) return `the min of "${name}" is above its max.`;
  return undefined;
}

function judgePicklist({ name, kind, picklist, maxUtf16 }: Field): string | undefined {
  const rules = kinds[kind];
  if (rules.picklist && picklist === undefined) return `"${name}" is of kind ${kind}, but names no picklist.`;
  if (!rules.picklist && picklist !== undefined) return `"${name}" is of kind ${kind}, which has no picklist.`;
  if (picklist === undefined) return undefined;
  if (picklist.open && maxUtf16 === 0) return `"${name}" takes other values than those listed, but has no max_utf16.`;
  if (!picklist.open && maxUtf16 !== 0) return `"${name}" takes only listed values, which need no max_utf16.`;
  return undefined;
}

function judgePresentation(field: Field): string | undefined {
  const { name } = field;
  if (field.label === "") return `"${name}" has no label.`;
  if (field.doc === "") return `"${name}" has no doc.`;
  if (field.doc.includes("*/")) return `the doc of "${name}" would end the comment it is copied into.`;
  if (!inputModes.includes(field.inputmode)) return `"${field.inputmode}" is not an inputmode of HTML.`;
  if (!autocompletePattern.test(field.autocomplete)) return `"${field.autocomplete}" is not an autocomplete of HTML.`;
  if (!salesforcePattern.test(field.salesforce)) return `"${field.salesforce}" is not a Salesforce field name.`;
  return undefined;
}

export function judgeField(field: Field): string | undefined {
  return judgeWriters(field) ?? judgeLimits(field) ?? judgePicklist(field) ?? judgePresentation(field);
}
