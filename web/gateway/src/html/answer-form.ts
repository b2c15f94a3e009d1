// The answers to a form that was posted without JavaScript: a page for each outcome. Nothing typed is ever lost, and
// every value is escaped.

import { escapeHtml, initialState, type RecordValues, renderForm, signupFields, step } from "vestibule/form";
import type { SignupRequest } from "vestibule/gateway";
import locale from "vestibule/locales/en";
import pageWords from "vestibule/locales/en.page";
import { readPage } from "../assets.ts";
import type { Context } from "../context.ts";
import type { Outcome } from "../intents/judge.ts";
import type { CreatedAnswer } from "../intents/stored-answer.ts";
import { type Problem, problemHeaders, wordsOf } from "../problems.ts";
import { freshHidden, type Hidden } from "./hidden.ts";
import { htmlResponse } from "./response.ts";
import { hiddenInput, withForm, withHidden, withMain, withTitle } from "./template.ts";
import { words } from "./words.ts";

export interface PostedForm {
  readonly body: Uint8Array;
  readonly read: SignupRequest;
  readonly key: string;
  readonly outcome: Outcome;
}

/** What was typed, to show it again: only the core judges it. */
function typedValues(body: Uint8Array): RecordValues {
  const pairs = new URLSearchParams(new TextDecoder().decode(body));
  return Object.fromEntries([...pairs].filter(([name]) => signupFields.some((field) => field.name === name)));
}

function fact(name: string, value: string): string {
  return `<div><dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd></div>\n`;
}

function createdMain(body: string): string {
  const { id, accountNumber, stage }: CreatedAnswer = JSON.parse(body);
  const number = accountNumber === null ? "" : fact(words.accountNumber, accountNumber);
  return `
<h2 class="vestibule-heading">${escapeHtml(words.createdHeading)}</h2>
${accountNumber === null ? `<p>${escapeHtml(words.noAccountNumber)}</p>\n` : ""}<dl class="vestibule-facts">
${number}${fact(words.customerId, id)}${fact(words.stage, stage)}</dl>
<p>${escapeHtml(words.createdNext)}</p>
`;
}

/** A page of one button that sends the same answers with the same key. */
function retryMain(problem: Problem, values: RecordValues, hidden: Hidden): string {
  const sent = [...Object.entries(hidden), ...Object.entries(values)];
  const isPending = problem.status === 409 || problem.code === "upstream.unknown";
  return `
<h2 class="vestibule-heading">${escapeHtml(isPending ? words.pendingHeading : words.failedHeading)}</h2>
<p>${escapeHtml(wordsOf(problem.code))}</p>
<form class="vestibule-form" method="post" action="/api/signups">
${sent.map(([name, value]) => hiddenInput(name, String(value))).join("")}<div class="vestibule-send">
<button class="vestibule-submit" type="submit">${escapeHtml(isPending ? words.retry : words.resend)}</button>
</div>
</form>
`;
}

/** The form as it was sent, with the core's findings beside the fields. */
function renderTyped(values: RecordValues, { findings }: SignupRequest, judged: boolean): string {
  const language = { words: pageWords.form, locale, tag: "en" };
  const core = { check: () => ({ ok: false, value: null, findings }) };
  const typed = initialState(values);
  const state = judged ? step(typed, { type: "submit" }, { core, validateOn: "submit" }) : typed;
  return renderForm({ ...language, action: "/api/signups", state });
}

async function problemPage(problem: Problem, { body, read, key }: PostedForm, context: Context): Promise<string> {
  const page = await readPage(context.env);
  const values = typedValues(body);
  // What can only go on as another sign-up gets a key of its own; everything else keeps the one it has.
  const isOver = problem.code === "request.key_reused" || problem.code === "upstream.refused";
  const hidden = await freshHidden(context, isOver ? crypto.randomUUID() : key);
  if (problem.status === 409 || problem.status >= 500) {
    return withTitle(withMain(page, retryMain(problem, values, hidden)), words.errorTitle);
  }
  const judged = problem.code === "request.invalid";
  const notice = judged ? "" : `${wordsOf(problem.code)}${isOver ? ` ${words.freshKey}` : ""}`;
  return withTitle(withHidden(withForm(page, renderTyped(values, read, judged), notice), hidden), words.errorTitle);
}

export async function answerForm(posted: PostedForm, context: Context): Promise<Response> {
  const { outcome } = posted;
  if (outcome.kind === "stored" && outcome.status === 201) {
    const headers: Record<string, string> = outcome.replayed ? { "idempotency-replayed": "true" } : {};
    return htmlResponse(201, withMain(await readPage(context.env), createdMain(outcome.body)), headers);
  }
  const problem: Problem =
    outcome.kind === "problem" ? outcome.problem : { status: outcome.status, code: "upstream.refused" };
  const { "content-type": _, ...headers } = problemHeaders(problem);
  return htmlResponse(problem.status, await problemPage(problem, posted, context), headers);
}

/** A refusal for a person who opened an address, or whose form was refused unread. */
export async function refusalPage(problem: Problem, { env }: Context): Promise<Response> {
  const main = `
<h2 class="vestibule-heading">${escapeHtml(words.failedHeading)}</h2>
<p>${escapeHtml(wordsOf(problem.code))}</p>
<p><a href="/signup/">${escapeHtml(words.back)}</a></p>
`;
  const { "content-type": _, ...headers } = problemHeaders(problem);
  return htmlResponse(problem.status, withTitle(withMain(await readPage(env), main), words.errorTitle), headers);
}
