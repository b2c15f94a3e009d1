// A language's file, compiled: every text of it is read, and those that choose become what the package evaluates.
import type { Message } from "../../../wasm/package/src/message.ts";
import { isChoice, MessageError, type Part, parseMessage, pluralComplaints } from "./message.ts";

/** A file of words: texts, and objects of them. */
export type Words = string | { readonly [key: string]: Words };
export type CompiledWords = Message | { readonly [key: string]: CompiledWords };

/** Where the package evaluates a choice; anywhere else words are text. */
const choosing: readonly RegExp[] = [/^codes\n/, /^form\n(?:codes|hints)\n/];

/** The text inside of `parts` made another, as a pseudo-locale does. */
export type Rewrite = (parts: readonly Part[]) => readonly Part[];

export interface CompileOptions {
  readonly language: string;
  /** Made of another language's words, whose plurals it has. */
  readonly rewrite?: Rewrite;
}

/** A string where nothing depends on a value; the places are {name} and {name,number}. */
export function compileParts(parts: readonly Part[]): Message {
  const compiled: Exclude<Message, string>[number][] = [];
  for (const part of parts) {
    if (isChoice(part)) {
      const cases = [...part.cases].map(([key, inner]) => [key, compileParts(inner)] as const);
      compiled.push({ kind: part.type, of: part.name, cases: Object.fromEntries(cases) });
      continue;
    }
    const text = typeof part === "string" ? part : `{${part.name}${part.type === "number" ? ",number" : ""}}`;
    const last = compiled.at(-1);
    if (typeof last === "string") compiled[compiled.length - 1] = last + text;
    else compiled.push(text);
  }
  const [only = ""] = compiled;
  return compiled.length < 2 && typeof only === "string" ? only : compiled;
}

function compileText(text: string, key: string, { language, rewrite }: CompileOptions): Message {
  const parts = parseMessage(text);
  if (parts.some(isChoice) && !choosing.some((pattern) => pattern.test(key))) {
    throw new MessageError("only words of codes and hints can choose");
  }
  const [complaint] = rewrite === undefined ? pluralComplaints(parts, language) : [];
  if (complaint !== undefined) throw new MessageError(complaint);
  return compileParts(rewrite === undefined ? parts : rewrite(parts));
}

/** `key` names where `words` stand: the keys on the way, a line each. Throws a MessageError that begins with them. */
export function compileWords(words: Words, options: CompileOptions, key = ""): CompiledWords {
  if (typeof words !== "string") {
    const inner = Object.entries(words).map(([name, value]) => {
      return [name, compileWords(value, options, key === "" ? name : `${key}\n${name}`)] as const;
    });
    return Object.fromEntries(inner);
  }
  try {
    return compileText(words, key, options);
  } catch (error) {
    if (!(error instanceof MessageError)) throw error;
    throw new MessageError(`${options.language}: ${key.replaceAll("\n", " > ")}: ${error.message}`);
  }
}
