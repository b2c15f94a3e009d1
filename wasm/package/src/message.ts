// Words with places to fill, as the build compiles them from the files of locales, and how they are filled.
import { directionOf } from "./direction.ts";
import { perLanguage } from "./per-language.ts";

/** Text with {name} and {name,number} in it, or parts of which some depend on a value. */
export type Message = string | readonly MessagePart[];
export type MessagePart = string | MessageChoice;

export interface MessageChoice {
  readonly kind: "plural" | "select";
  /** The name of the value. */
  readonly of: string;
  /** Of a plural by category ("few") or number ("=1"), else by value; "other" is for the rest. */
  readonly cases: Readonly<Record<string, Message>>;
}

/** A value by its name; undefined where there is none. */
export type Fill = (name: string) => string | undefined;

const decimal = /^-?\d+(?:\.\d+)?$/;

const numbersOf = perLanguage((language) => new Intl.NumberFormat(language, { maximumFractionDigits: 20 }));
const pluralsOf = perLanguage((language) => new Intl.PluralRules(language));

/** Numbers as the language writes them, by their digits. */
export type NumberTexts = Readonly<Record<string, string>>;

// The number is given as text, so that no digit is lost. The platform's first one takes a telephone a seventh of a second,
// whatever it writes; so those that are always there come with the words.
function numberText(value: string, language: string, known: NumberTexts): string {
  if (!decimal.test(value)) return value;
  return Object.hasOwn(known, value) ? (known[value] ?? value) : numbersOf(language).format(value as `${number}`);
}

function caseOf({ kind, of, cases }: MessageChoice, language: string, fill: Fill): Message {
  const value = fill(of) ?? "";
  const exact = kind === "plural" ? `=${value}` : value;
  if (Object.hasOwn(cases, exact)) return cases[exact] ?? "";
  const category = kind === "plural" && decimal.test(value) ? pluralsOf(language).select(Number(value)) : "";
  return cases[category] ?? cases["other"] ?? "";
}

/** A place without a value stays as it is written. The result is text, never markup. `numbers` need not be complete. */
export function formatMessage(message: Message, language: string, fill: Fill, numbers: NumberTexts = {}): string {
  if (typeof message !== "string") {
    return message
      .map((part) => {
        return formatMessage(typeof part === "string" ? part : caseOf(part, language, fill), language, fill, numbers);
      })
      .join("");
  }
  return message.replaceAll(/\{(\w+)(,number)?\}/g, (whole, name: string, number: string | undefined) => {
    const value = fill(name);
    if (value === undefined) return whole;
    return number === undefined ? isolate(value, language) : numberText(value, language, numbers);
  });
}

/** Whether every place of the message has a value. */
export function isFillable(message: Message, fill: Fill): boolean {
  if (typeof message === "string") {
    return [...message.matchAll(/\{(\w+)(?:,number)?\}/g)].every(([, name = ""]) => fill(name) !== undefined);
  }
  return message.every((part) => {
    if (typeof part === "string") return isFillable(part, fill);
    return fill(part.of) !== undefined && Object.values(part.cases).every((inner) => isFillable(inner, fill));
  });
}

/** The message as it stands; null when something in it depends on a value. */
export function fixedText(message: Message): string | null {
  return typeof message === "string" && !message.includes("{") ? message : null;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const leftToRight = /[^\s\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * A value inside of words that run the other way, between FSI and PDI, so that neither disturbs the order of the other.
 * One that runs as the words do stays as it is.
 */
export function isolate(value: string, language: string): string {
  const other = directionOf(language) === "rtl" ? leftToRight : rightToLeft;
  return other.test(value) ? `\u2068${value}\u2069` : value;
}
