// The built sign-up page as a template: its head and frame stay, its form or its main part is replaced.
import { escapeHtml } from "vestibule/form";
import type { Hidden } from "./hidden.ts";

/** `after` in place of what `pattern` matches first; a page without it is not the page this was written for. */
function replaceOnce(html: string, pattern: RegExp, after: (found: string) => string): string {
  if (!pattern.test(html)) throw new Error(`The sign-up page has no ${pattern.source}.`);
  return html.replace(pattern, (found) => after(found));
}

export function hiddenInput(name: string, value: string): string {
  return `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">\n`;
}

/** Puts the fields into the sign-up form, in place of any the page has under their names. */
export function withHidden(html: string, hidden: Hidden): string {
  const inputs = Object.entries(hidden).map(([name, value]) => hiddenInput(name, value));
  const bare = html.replaceAll(/<input type="hidden" name="form\.(?:v|key|token)"[^>]*>\n?/g, "");
  return replaceOnce(bare, /<form [^>]*data-vestibule="signup"[^>]*>\n?/, (tag) => tag + inputs.join(""));
}

/** `form` is HTML already; `notice` is text that stands above it. */
export function withForm(html: string, form: string, notice: string): string {
  const above = notice === "" ? "" : `<p class="vestibule-error" role="alert">${escapeHtml(notice)}</p>\n`;
  return replaceOnce(html, /<form [^>]*data-vestibule="signup"[\s\S]*?<\/form>\n?/, () => above + form);
}

/** A module is preloaded, and in a template behind it what a page loads in its place once it has a profile to read. */
const preloads = /<link [^>]*\.wasm"[^>]*>\n<template data-vestibule="preloads">([\s\S]*?)<\/template>/;

/** The tenant's profile, for the script of the page; the page is as it was where there is none. */
export function withProfile(html: string, profile: object | undefined): string {
  if (profile === undefined) return html;
  // Data: no policy asks about it, and no text of it ends it.
  const text = JSON.stringify(profile).replaceAll("<", "\\u003c");
  const data = `<script type="application/json" data-vestibule="profile">${text}</script>\n`;
  const preloading = replaceOnce(html, preloads, (found) => preloads.exec(found)?.[1] ?? "");
  return replaceOnce(preloading, /(?=<script type="module")/, () => data);
}

/** `main` is HTML already. */
export function withMain(html: string, main: string): string {
  return replaceOnce(html, /(?<=<main[^>]*>)[\s\S]*(?=<\/main>)/, () => main);
}

/** `prefix` is text. */
export function withTitle(html: string, prefix: string): string {
  return replaceOnce(html, /<title>/, (tag) => tag + escapeHtml(prefix));
}
