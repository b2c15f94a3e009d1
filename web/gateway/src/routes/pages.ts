// What a browser opens: the sign-up page and its assets, and where it reports violations of the policy.
import { initialState, renderForm } from "vestibule/form";
import { pageAddress, readPage, serveAsset } from "../assets.ts";
import { readBody } from "../body.ts";
import { profileIn } from "../config.ts";
import type { Context } from "../context.ts";
import { askedFields } from "../html/asked-fields.ts";
import { freshHidden } from "../html/hidden.ts";
import { type AnswerLanguage, isLanguage, languageOf } from "../html/language.ts";
import { htmlResponse } from "../html/response.ts";
import { withForm, withHidden, withProfile } from "../html/template.ts";
import { takeReport } from "../limits/reads.ts";
import { count } from "../metrics/registry.ts";
import { refuse } from "../problems.ts";

/** The form of the page as it was built asks for what is usual; a tenant's is written by its profile. */
function untouchedForm({ tag, words, locale }: AnswerLanguage): string {
  const state = initialState({}, [], askedFields);
  return renderForm({ tag, locale, words: words.form, action: "/api/signups", state });
}

/** The form's key is in the page, so that sending it twice without JavaScript is one sign-up. */
export async function signupPage(_: Request, context: Context): Promise<Response> {
  const tag = context.key === "" ? "en" : context.key;
  // Each language has one address.
  if (!isLanguage(tag) || pageAddress(tag) !== context.url.pathname) refuse(404, "request.not_found");
  const hidden = await freshHidden(context, crypto.randomUUID());
  const page = await readPage(context.env, tag);
  const profile = profileIn(context.env.CONFIG);
  if (profile === undefined) return htmlResponse(200, withHidden(page, hidden));
  const form = untouchedForm(await languageOf(tag));
  return htmlResponse(200, withHidden(withForm(withProfile(page, profile), form, ""), hidden));
}

export async function toSignupPage(): Promise<Response> {
  return new Response(null, { status: 302, headers: { location: "/signup/", "cache-control": "no-store" } });
}

export function asset(_: Request, { env, url }: Context): Promise<Response> {
  return serveAsset(env, url.pathname);
}

const maxReport = 16 * 1024;

/** Counted, and thrown away: a report may hold what somebody typed, and anybody may send one. */
export async function policyReport(request: Request, context: Context): Promise<Response> {
  await takeReport(request, context);
  await readBody(request, { size: maxReport, milliseconds: context.config.limits.bodyMs });
  count("vestibule_policy_reports");
  return new Response(null, { status: 204 });
}
