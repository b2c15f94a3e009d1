// The sign-up page: the form that is in the page, the core that makes it answer, and the sign-up that sends it.
import { load } from "vestibule";
import { bindSignupForm } from "vestibule/form";
import locale from "vestibule/locales/en";
import words from "vestibule/locales/en.page";
import { createSignup } from "vestibule/signup";

const form = document.querySelector<HTMLFormElement>('form[data-vestibule="signup"]');
if (form !== null) {
  const core = load();
  bindSignupForm(form, { core, signup: createSignup({ core }), locale, words: words.form, tag: "en", review: true });
}
