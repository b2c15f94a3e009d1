// What a stack is: a way to judge a customer that a web engineer would pick. Every file beside this one named in stacks.ts
// makes one; they all hold a record to the same rules, the customer fields of records.json.

/** A member of a record as a JSON pointer, and what is wrong with it: the stack's own words, or a code. */
export interface StackFinding {
  readonly pointer: string;
  readonly message?: string;
  readonly code?: string;
}

export interface StackResult {
  readonly ok: boolean;
  readonly value: unknown;
  readonly findings: readonly StackFinding[];
}

/** Judges a record whole: every member that is wrong is found, however many are. */
export type Check = (record: object) => StackResult;

export const recordTypes = ["Business", "Consumer"] as const;
export const industries = [
  "Agriculture",
  "Apparel",
  "Banking",
  "Biotechnology",
  "Chemicals",
  "Communications",
  "Construction",
  "Consulting",
  "Education",
  "Electronics",
  "Energy",
  "Engineering",
  "Entertainment",
  "Environmental",
  "Finance",
  "Food & Beverage",
  "Government",
  "Healthcare",
  "Hospitality",
  "Insurance",
  "Machinery",
  "Manufacturing",
  "Media",
  "Not For Profit",
  "Other",
  "Recreation",
  "Retail",
  "Shipping",
  "Technology",
  "Telecommunications",
  "Transportation",
  "Utilities",
] as const;
export const ownerships = ["Public", "Private", "Subsidiary", "Other"] as const;
export const mostEmployees = 99_999_999;
export const mostRevenue = 999_999_999_999_999;
