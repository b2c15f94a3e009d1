// The answers to a form that was posted without JavaScript: a page for each outcome, in the language of the page it came
// from. Nothing typed is ever lost, and every value is escaped.

import { initialState, type RecordValues, renderForm } from "vestibule/form";
import type { Finding, SignupRequest } from "vestibule/gateway";
import { pageAddress, readPage } from "../assets.ts";
import { profileIn } from "../config.ts";
import type { Context } from "../context.ts";
import type { Outcome } from "../intents/judge.ts";
import { type Problem, problemHeaders, wordsOf } from "../problems.ts";
import { createdMain, refusalMain, retryMain } from "./answers.ts";
import { everyField } from "./asked-fields.ts";
import { freshHidden } from "./hidden.ts";
import { type AnswerLanguage, askedLanguage, languageOf } from "./language.ts";
import { htmlResponse } from "./response.ts";
import { withForm, withHidden, withMain, withProfile, withTitle } from "./template.ts";

export interface PostedForm {
  readonly body: Uint8Array;
  readonly read: SignupRequest;
  readonly key: string;
  readonly outcome: Outcome;
}

/** What was typed, to show it again: only the core judges it. */
function typedValues(body: Uint8Array): RecordValues {
  const pairs = new URLSearchParams(new TextDecoder().decode(body));
  return Object.fromEntries([...pairs].filter(([name]) => everyField.some((field) => field.name === name)));
}

/** The form as it was sent, with the core's findings beside the fields. */
export function renderTyped(
  values: RecordValues,
  findings: readonly Finding[],
  { tag, words, locale }: AnswerLanguage,
): string {
  const state = initialState(values, findings, everyField);
  return renderForm({ tag, locale, words: words.form, action: "/api/signups", state });
}

async function problemPage(
  problem: Problem,
  { body, read, key }: PostedForm,
  language: AnswerLanguage,
  context: Context,
): Promise<string> {
  const { words, locale, tag } = language;
  const page = await readPage(context.env, tag);
  const values = typedValues(body);
  // What can only go on as another sign-up gets a key of its own; everything else keeps the one it has.
  const isOver = problem.code === "request.key_reused" || problem.code === "upstream.refused";
  const hidden = await freshHidden(context, isOver ? crypto.randomUUID() : key);
  const { titlePrefix } = words.form;
  if (problem.status === 409 || problem.status >= 500) {
    return withTitle(withMain(page, retryMain(problem, values, hidden, language)), titlePrefix);
  }
  const judged = problem.code === "request.invalid";
  const about = isOver ? [wordsOf(problem.code, locale), words.answer["freshKey"]] : [wordsOf(problem.code, locale)];
  const form = renderTyped(values, judged ? read.findings : [], language);
  const told = withForm(withProfile(page, profileIn(context.env.CONFIG)), form, judged ? "" : about.join(" "));
  return withTitle(withHidden(told, hidden), titlePrefix);
}

export async function answerForm(posted: PostedForm, context: Context): Promise<Response> {
  const { outcome } = posted;
  const language = await languageOf(posted.read.form.locale);
  if (outcome.kind === "stored" && outcome.status === 201) {
    const headers: Record<string, string> = outcome.replayed ? { "idempotency-replayed": "true" } : {};
    const main = createdMain(JSON.parse(outcome.body), language);
    return htmlResponse(201, withMain(await readPage(context.env, language.tag), main), headers);
  }
  const problem: Problem =
    outcome.kind === "problem" ? outcome.problem : { status: outcome.status, code: "upstream.refused" };
  const { "content-type": _, ...headers } = problemHeaders(problem);
  return htmlResponse(problem.status, await problemPage(problem, posted, language, context), headers);
}

/** A refusal for a person who opened an address, or whose form was refused unread. */
export async function refusalPage(problem: Problem, { headers }: Request, { env }: Context): Promise<Response> {
  const language = await languageOf(askedLanguage(headers.get("accept-language") ?? ""));
  const main = refusalMain(problem, pageAddress(language.tag), language);
  const { "content-type": _, ...answerHeaders } = problemHeaders(problem);
  const page = withMain(await readPage(env, language.tag), main);
  return htmlResponse(problem.status, withTitle(page, language.words.form.titlePrefix), answerHeaders);
}
