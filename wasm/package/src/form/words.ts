// The words of the form, as locales/<language>.page.json holds them, and how one of them is found.
import { isolate, type Message } from "../message.ts";

/** Keyed by a field's name, or by "name.RecordType" where the words depend on the record type. */
export type WordTable = Readonly<Record<string, string>>;

/** The same of words that may choose by a value. */
export type MessageTable = Readonly<Record<string, Message>>;

export interface MemoryWords {
  readonly keep: string;
  readonly forget: string;
  readonly forgotten: string;
  readonly notForgotten: string;
  /** A draft was put back. */
  readonly recalled: string;
  /** With {value}, what is the same. */
  readonly known: string;
  readonly same: Readonly<Record<"email" | "name" | "phone" | "website", string>>;
  readonly since: string;
  readonly use: string;
  readonly anew: string;
  readonly usingHeading: string;
  readonly using: string;
}

export interface FormWords {
  /** Headings of the groups, by group. */
  readonly groups: WordTable;
  /** What is said under the heading of a group, by group. */
  readonly about: WordTable;
  /** What stands above a control. */
  readonly labels: WordTable;
  /** The same inside a sentence: "Enter {label}." */
  readonly phrases: WordTable;
  /** With {max}, the most characters a field takes, or {value}, an example. */
  readonly hints: MessageTable;
  /** What countries call a part of an address, by "part.name": "state.province". */
  readonly places: WordTable;
  /** "field.Value" where a choice is not shown as it is stored; "field." is the choice of nothing, "." that of any list. */
  readonly options: WordTable;
  /** Instead of the words of a code, by "code field" or "code". */
  readonly codes: MessageTable;
  readonly optional: string;
  /** A hint with {value}, an example. */
  readonly example: string;
  readonly submit: string;
  /** The button that leads to the review, where there is one. */
  readonly toReview: string;
  readonly reviewHeading: string;
  readonly reviewText: string;
  /** Changes what is reviewed; with {value}, the group's heading. */
  readonly change: string;
  /** Said when a pasted text was taken apart into fields. */
  readonly filled: string;
  /** Behind it, with {value}: what of the text found no field. */
  readonly leftOver: string;
  /** Puts back what stood there before. */
  readonly unfill: string;
  /** Said when another country asks for other parts of an address; with {value}, the country. */
  readonly placed: string;
  /** Said when the button was pressed before the core is there. */
  readonly busy: string;
  /** Unseen, in front of an error beside its field. */
  readonly errorPrefix: string;
  /** In front of the page's title. */
  readonly titlePrefix: string;
  readonly summaryHeading: string;
  /** With {value}. */
  readonly suggestion: string;
  /** With {value}. */
  readonly replaced: string;
  readonly undo: string;
  /** With {value}. */
  readonly typedAs: string;
  /** With {value}, a field's label: for a finding that has no words of its own. */
  readonly unclear: string;
  /** Of what this browser keeps. */
  readonly memory: MemoryWords;
  /** Nobody sees the field it stands at; who does is told. */
  readonly trap: string;
  /** What is said while a sign-up is sent, and of how it ended; outcome.ts names them. */
  readonly outcome: WordTable;
}

/** The whole file: words of the form, of the page around it, and of the answers to a form without JavaScript. */
export interface PageWords {
  readonly form: FormWords;
  readonly page: WordTable;
  readonly answer: WordTable;
}

/** The words for a field; "" where there are none. */
export function wordsFor<Text extends Message>(
  table: Readonly<Record<string, Text>>,
  name: string,
  recordType: string,
): Text | "" {
  return table[`${name}.${recordType}`] ?? table[name] ?? "";
}

/** Puts the value where the words say {value}. */
export function withValue(words: string, value: string): string {
  return words.split("{value}").join(value);
}

// A number in groups of Arabic-Indic digits: by themselves the groups run from right to left, and nobody dials them so.
const inGroups = /^[^\p{L}]*[\u0660-\u0669][^\p{L}\p{N}]+[\u0660-\u0669][^\p{L}]*$/u;

/** The same for a value that may run against the words, as what a person typed does. */
export function withTyped(words: string, value: string, tag: string): string {
  return withValue(words, inGroups.test(value) ? `\u2066\u202d${value}\u202c\u2069` : isolate(value, tag));
}
