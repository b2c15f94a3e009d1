// What stands in the main part of an answer, as HTML: every value and every word is escaped.
import { escapeHtml, type PageWords, type RecordValues } from "vestibule/form";
import type { CreatedAnswer } from "../intents/stored-answer.ts";
import { type Problem, wordsOf } from "../problems.ts";
import type { Hidden } from "./hidden.ts";
import type { AnswerLanguage } from "./language.ts";
import { hiddenInput } from "./template.ts";

function headed(heading: string): string {
  return `<h2 class="vestibule-heading">${escapeHtml(heading)}</h2>\n`;
}

function paragraph(text: string): string {
  return `<p>${escapeHtml(text)}</p>\n`;
}

function fact(name: string, value: string): string {
  return `<div><dt>${escapeHtml(name)}</dt><dd><bdi>${escapeHtml(value)}</bdi></dd></div>\n`;
}

/** The words of the form that tell how a sign-up ended. */
function outcomeWord({ form }: PageWords, name: string): string {
  return form.outcome[name] ?? "";
}

export function createdMain({ id, accountNumber, stage }: CreatedAnswer, { words }: AnswerLanguage): string {
  const word = (name: string): string => outcomeWord(words, name);
  const about = accountNumber === null ? "noAccountNumber" : "keepNumber";
  const steps = ["next", "then"].map((when) => word(`${when} ${stage}`)).filter((text) => text !== "");
  return `
${headed(word("createdHeading"))}${paragraph(word(about))}<dl class="vestibule-facts">
${accountNumber === null ? "" : fact(word("accountNumber"), accountNumber)}${fact(word("customerId"), id)}${fact(word("stage"), word(`stage ${stage}`) || stage)}</dl>
${steps.map(paragraph).join("")}`;
}

/** A page of one button that sends the same answers with the same key. */
export function retryMain(
  problem: Problem,
  values: RecordValues,
  hidden: Hidden,
  { tag, words, locale }: AnswerLanguage,
): string {
  const sent = [...Object.entries({ ...hidden, "form.locale": tag }), ...Object.entries(values)];
  const isPending = problem.status === 409 || problem.code === "upstream.unknown";
  const heading = isPending ? outcomeWord(words, "waitingHeading") : (words.answer["failedHeading"] ?? "");
  const button = isPending ? outcomeWord(words, "check") : (words.answer["resend"] ?? "");
  return `
${headed(heading)}${paragraph(wordsOf(problem.code, locale))}<form class="vestibule-form" method="post" action="/api/signups">
${sent.map(([name, value]) => hiddenInput(name, String(value))).join("")}<div class="vestibule-send">
<button class="vestibule-submit" type="submit">${escapeHtml(button)}</button>
</div>
</form>
`;
}

/** `address`: of the sign-up page in that language. */
export function refusalMain(problem: Problem, address: string, { words, locale }: AnswerLanguage): string {
  const link = `<a href="${escapeHtml(address)}">${escapeHtml(words.answer["back"] ?? "")}</a>`;
  return `
${headed(words.answer["failedHeading"] ?? "")}${paragraph(wordsOf(problem.code, locale))}<p>${link}</p>
`;
}
