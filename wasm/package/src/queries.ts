// Questions to the module that nobody is in a hurry for: texts in, JSON out. The numbers are those of
// wasm/bindings/queries.hpp.
import { VestibuleUsageError } from "./errors.ts";
import type { Host } from "./host.ts";
import type { Instance } from "./instance.ts";

export const Query = {
  atlasInfo: 0,
  addressLayout: 1,
  addressFormat: 2,
  addressSplit: 3,
  countryFind: 4,
  taxId: 5,
  profileDescribe: 6,
  matchKeys: 7,
  matchCompare: 8,
  phoneDescribe: 9,
  phoneTyping: 10,
  phoneExample: 11,
} as const;

interface Question {
  readonly query: number;
  readonly text: string;
}

interface Given<Answer> {
  /** Absent when the arguments were too long. */
  readonly answer?: Answer;
}

function callAsk(instance: Instance, { query, text }: Question): Given<unknown> {
  const size = instance.writeInput(text);
  return size < 0 ? {} : { answer: JSON.parse(instance.answer(instance.exports.ask(query, size))) };
}

/** Asks; an argument is cut at U+0000, which stands between arguments. */
export function ask<Answer>(host: Host, query: number, ...given: readonly string[]): Answer {
  const text = given.map((argument) => argument.split("\0", 1)[0]).join("\0");
  const { answer } = host.mustRun(callAsk, { query, text }) as Given<Answer>;
  if (answer === undefined) throw new VestibuleUsageError("The arguments are over 1 MiB.");
  return answer;
}
