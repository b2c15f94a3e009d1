// The sign-up page: the form that is in the page, the core that makes it answer, and the sign-up that sends it.
import { load } from "vestibule";
import { bindSignupForm } from "vestibule/form";
import { createSignup } from "vestibule/signup";
import { followLanguages, type PageLanguage } from "./languages.ts";

/** Called with the words the page is in. */
export function start(language: PageLanguage): void {
  const form = document.querySelector<HTMLFormElement>('form[data-vestibule="signup"]');
  if (form === null) return;
  const core = load();
  const { words, locale, tag } = language;
  const bound = bindSignupForm(form, {
    core,
    signup: createSignup({ core }),
    locale,
    words: words.form,
    tag,
    review: true,
  });
  followLanguages(bound, language);
}
