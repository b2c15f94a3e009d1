// Why the core and libphonenumber differ although both have the same numbering plans: where that is meant, and tells more
// than the library does. Each class holds on evidence, most of it what the library says to a second question.
import { type Pair, unexplained } from "./comparison.ts";

/** A difference, and what else is known about it; numbers are E.164, "" where they are not valid. */
export interface Doubt extends Pair {
  /** Why the core takes the text for no number; "valid" and the like when it is one. */
  readonly verdict: string;
  /** What the library read, valid or not. */
  readonly read: string;
  /** Its answer to our E.164, to the text without (0), to the text dialled in the main region of the calling code. */
  readonly toOurs: string;
  readonly withoutZero: string;
  readonly inMain: string;
  /** Of the main region. */
  readonly prefix: string;
  /** The patterns of the plans assign our number. */
  readonly assigned: boolean;
}

interface Class {
  readonly name: string;
  holds(doubt: Doubt): boolean;
}

function bare(e164: string): string {
  return e164.split(" ", 1)[0] ?? "";
}

function national(e164: string, code: string): string {
  return bare(e164).slice(1 + code.length);
}

/** The digits of a text in front of its extension. */
function dialled(text: string): string {
  return (text.split(/ ?(?:x|ext|;|#)/, 1)[0] ?? "").replace(/\D/g, "");
}

const classes: readonly Class[] = [
  {
    name: "choice: the core takes no letters for digits; a form asks for a number to dial and store",
    holds: ({ text, verdict }) => /[A-Z]/.test(text) && verdict === "phone.syntax",
  },
  {
    name: "choice: a (0) behind the calling code is dropped where the plan has no 0 to dial either",
    holds: ({ text, ours, theirs, withoutZero }) =>
      text.includes("(0)") && theirs === "" && ours !== "" && withoutZero === ours,
  },
  {
    name: "choice: the core asks the plan of the whole calling code, as the library does in its main region",
    holds: ({ ours, inMain }) => ours !== "" && inMain === ours,
  },
  {
    name: "choice: an own calling code without + is one when only the rest is valid; the library stops at a rough pattern",
    holds: ({ text, code, ours, theirs, read, toOurs, prefix }) =>
      theirs === "" &&
      toOurs === ours &&
      ["", prefix].some((dropped) => dialled(text) === code + dropped + national(ours, code)) &&
      bare(read) === `+${code}${dialled(text)}`,
  },
  {
    name: "choice: a prefix behind the calling code is dropped before a number of any region; the library asks the main one",
    holds: ({ code, ours, theirs, read, toOurs, prefix }) =>
      theirs === "" && toOurs === ours && prefix !== "" && bare(read) === `+${code}${prefix}${national(ours, code)}`,
  },
  {
    name: "library: takes the first digit of an assigned number for a prefix, in E.164 too, and finds the rest invalid",
    holds: ({ code, ours, theirs, read, toOurs, assigned }) =>
      theirs === "" &&
      assigned &&
      toOurs === "" &&
      bare(read) !== bare(ours) &&
      national(ours, code).endsWith(national(read, code)),
  },
  {
    name: "library: drops the national prefix twice behind an own calling code without +",
    holds: ({ text, code, ours, theirs, prefix }) =>
      ours === "" && prefix !== "" && dialled(text) === `${code}${prefix}${prefix}${national(theirs, code)}`,
  },
];

export function classOf(doubt: Doubt): string {
  const found = classes.find((one) => one.holds(doubt));
  if (found !== undefined) return found.name;
  if (doubt.ours === "") return `${unexplained}: valid for libphonenumber alone`;
  return `${unexplained}: ${doubt.theirs === "" ? "valid for the core alone" : "another number"}`;
}
