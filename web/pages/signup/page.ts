// The sign-up page: the form that is in the page, and the core that makes it answer.
import { load } from "vestibule";
import { bindSignupForm } from "vestibule/form";
import locale from "vestibule/locales/en";
import words from "vestibule/locales/en.page";

const form = document.querySelector<HTMLFormElement>('form[data-vestibule="signup"]');
if (form !== null) bindSignupForm(form, { core: load(), locale, words: words.form });
