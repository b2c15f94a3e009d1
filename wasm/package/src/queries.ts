// Questions to the module that nobody is in a hurry for: texts in, JSON out. The numbers are those of
// wasm/bindings/queries.hpp.
import { needFull } from "./engine.ts";
import { VestibuleUsageError } from "./errors.ts";
import type { Host } from "./host.ts";
import type { Instance } from "./instance.ts";

export const Query = {
  addressLayout: 0,
  countryFind: 1,
  phoneDescribe: 2,
  phoneTyping: 3,
  phoneExample: 4,
  signupStep: 5,
} as const;

/** Questions only the full module answers. */
export const FullQuery = {
  addressFormat: 0,
  addressSplit: 1,
  taxId: 2,
  profileDescribe: 3,
  matchKeys: 4,
  matchCompare: 5,
  signatureSplit: 6,
  lifecycleDescribe: 7,
  lifecycleStep: 8,
  syncPreview: 9,
  auditVerify: 10,
  gatewayStep: 11,
  gatewayAdmit: 12,
  gatewayPass: 13,
  gatewayNote: 14,
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
  return size < 0 ? {} : { answer: JSON.parse(instance.answer(instance.exports._ask(query, size))) };
}

function callAskFull(instance: Instance, { query, text }: Question): Given<unknown> {
  const { full } = instance;
  if (full === undefined) return {};
  const size = instance.writeInput(text);
  return size < 0 ? {} : { answer: JSON.parse(instance.answer(full.askFull(query, size))) };
}

function asked<Answer>(host: Host, call: typeof callAsk, query: number, given: readonly string[]): Answer {
  const text = given.map((argument) => argument.split("\0", 1)[0]).join("\0");
  const { answer } = host.mustRun(call, { query, text }) as Given<Answer>;
  if (answer === undefined) throw new VestibuleUsageError("The arguments are over 1 MiB.");
  return answer;
}

/** Asks; an argument is cut at U+0000, which stands between arguments. */
export function ask<Answer>(host: Host, query: number, ...given: readonly string[]): Answer {
  return asked(host, callAsk, query, given);
}

/** The same of the full module; throws a VestibuleUsageError when it is not there. */
export function askFull<Answer>(host: Host, query: number, ...given: readonly string[]): Answer {
  return host.hasFull ? asked(host, callAskFull, query, given) : needFull();
}
