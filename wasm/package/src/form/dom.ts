// Binds the form model to a form in the page. The form works before and without this; nothing typed is ever cleared.
import type { Signup } from "../signup/create.ts";
import type { FormCore } from "./core.ts";
import { Binding } from "./dom-binding.ts";
import { type HeldSubmit, holdSubmit } from "./dom-hold.ts";
import { listen } from "./dom-listen.ts";
import type { FormLanguage } from "./messages.ts";
import type { FormHooks } from "./report.ts";
import type { FormRules } from "./step.ts";

export interface BindOptions extends FormLanguage {
  /** Until it is there the browser's own constraints hold; if it never comes, they stay and the server judges. */
  readonly core: PromiseLike<FormCore>;
  /** Sends what the core accepts. */
  readonly signup: Signup;
  /** "blur" shows a certain error on leaving a filled field, "submit" waits for the button. Default "blur". */
  readonly validateOn?: FormRules["validateOn"];
  /** Shows the record once more before it is sent. Default false. */
  readonly review?: boolean;
  readonly hooks?: FormHooks;
  /** From holdSubmit, where the form was there before these options were. */
  readonly held?: HeldSubmit;
}

export interface BoundForm {
  /** True once the core has taken over, false if it could not be had. */
  readonly ready: Promise<boolean>;
  /** Takes every listener away and leaves the form as it stands. */
  unbind(): void;
}

/** Binds to a form that renderForm or makeForm made. `novalidate` is set only once the core can do better. */
export function bindSignupForm(form: HTMLFormElement, options: BindOptions): BoundForm {
  const { core, signup, validateOn = "blur", review = false, hooks = {}, words, locale, tag } = options;
  const { held = holdSubmit(form) } = options;
  const bound = new AbortController();
  held.say(words.busy);

  const takeOver = (loaded: FormCore): boolean => {
    const wasPressed = held.release();
    if (bound.signal.aborted) return false;
    form.noValidate = true;
    const binding = new Binding(form, { words, locale, tag }, { core: loaded, validateOn, review }, signup, hooks);
    bound.signal.addEventListener(
      "abort",
      signup.subscribe((state) => binding.change(state)),
    );
    listen(form, binding, bound.signal);
    // The form judges by structure until the facts about countries are there, and goes on doing so if they never are.
    const learned = loaded.loadAtlas?.() ?? Promise.resolve();
    learned.then(() => bound.signal.aborted || binding.learn()).catch(() => {});
    if (wasPressed) binding.submit();
    return true;
  };
  const giveUp = (): boolean => {
    if (held.release()) form.requestSubmit();
    return false;
  };
  return {
    ready: Promise.resolve(core.then(takeOver, giveUp)),
    unbind: () => {
      held.release();
      bound.abort();
    },
  };
}
