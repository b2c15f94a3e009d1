// The sign-up page with a core that also suggests: the real one, and "Did you mean ...?" for addresses in ".con".
import { load } from "vestibule";
import { bindSignupForm, type FormCore } from "vestibule/form";
import locale from "vestibule/locales/en";
import words from "vestibule/locales/en.page";
import { createSignup, type SignupCore } from "vestibule/signup";

async function loadSuggesting(): Promise<FormCore & SignupCore> {
  const core = await load();
  return {
    signup: core.signup,
    check(record) {
      const result = core.check(record);
      const email = record["email"];
      if (typeof email !== "string" || !email.endsWith(".con")) return result;
      const suggestion = email.replace(/n$/, "m");
      const finding = {
        code: "field.not_canonical",
        severity: "warning",
        pointer: "/email",
        params: {},
        suggestion,
      } as const;
      return { ...result, findings: [...result.findings, finding] };
    },
  };
}

const core = loadSuggesting();
const form = document.querySelector<HTMLFormElement>('form[data-vestibule="signup"]');
if (form !== null) bindSignupForm(form, { core, signup: createSignup({ core }), locale, words: words.form, tag: "en" });
