// Binds the form model to a form in the page. The form works before and without this; nothing typed is ever cleared.

import { nextTask } from "../next-task.ts";
import type { Signup } from "../signup/create.ts";
import type { FormMemory } from "../signup/memory.ts";
import type { FormCore } from "./core.ts";
import { Binding } from "./dom-binding.ts";
import { type HeldSubmit, holdSubmit } from "./dom-hold.ts";
import { listen } from "./dom-listen.ts";
import { fieldNames, readValues } from "./dom-parts.ts";
import { writeWords } from "./dom-words.ts";
import { writeView } from "./dom-write.ts";
import { signupFields, withContact } from "./fields.ts";
import type { FormLanguage } from "./messages.ts";
import type { FormHooks } from "./report.ts";
import { readFindings } from "./served.ts";
import { initialState } from "./state.ts";
import type { FormRules } from "./step.ts";
import { viewOf } from "./view.ts";

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
  /** What the browser keeps; without it no draft is offered, and nothing is remembered. */
  readonly memory?: FormMemory;
  /** From holdSubmit, where the form was there before these options were. */
  readonly held?: HeldSubmit;
}

export interface LanguageChange extends FormLanguage {
  /** The page's title in that language; without it the title stays. */
  readonly title?: string;
}

export interface BoundForm {
  /** True once the core has taken over, false if it could not be had. */
  readonly ready: Promise<boolean>;
  /**
   * Says everything in another language at once: labels, hints, errors, choices, what became of the sending. What was
   * typed, what is shown of it and the focus stay. The form gets `lang` and `dir`; the page around it is the caller's.
   */
  setLanguage(change: LanguageChange): void;
  /** Takes every listener away and leaves the form as it stands. */
  unbind(): void;
}

/** A form that no core has taken over says what it was served with. */
function rewordServed(form: HTMLFormElement, language: FormLanguage): void {
  const asked = withContact(signupFields).filter(({ name }) => fieldNames(form).includes(name));
  const state = initialState(readValues(form), readFindings(form.dataset["findings"] ?? ""), asked);
  const view = viewOf(state, language);
  writeWords(form, view, language);
  writeView(form, view, language.words, "language");
}

/** Binds to a form that renderForm or makeForm made. `novalidate` is set only once the core can do better. */
export function bindSignupForm(form: HTMLFormElement, options: BindOptions): BoundForm {
  const { core, signup, validateOn = "blur", review = false, hooks = {}, words, locale, tag } = options;
  const { held = holdSubmit(form) } = options;
  const bound = new AbortController();
  let language: FormLanguage = { words, locale, tag };
  let binding: Binding | null = null;
  held.say(words.busy);

  /** From here on the form's events are the binding's, and what was typed is in it. */
  const join = (loaded: FormCore): Binding => {
    const taken = new Binding(form, language, { core: loaded, validateOn, review }, signup, hooks);
    binding = taken;
    bound.signal.addEventListener(
      "abort",
      signup.subscribe((state) => taken.change(state)),
    );
    listen(form, taken, bound.signal);
    return taken;
  };

  /** The form judges by structure until the facts about countries are there, and goes on doing so if they never are. */
  const learn = async (loaded: FormCore, taken: Binding): Promise<void> => {
    await loaded.loadAtlas?.();
    await nextTask();
    if (!bound.signal.aborted) taken.learn();
  };

  /** A step a task, for a slow telephone; whoever has pressed the button waits for the whole. */
  const takeOver = async (loaded: FormCore): Promise<boolean> => {
    await nextTask();
    const wasPressed = held.release();
    if (bound.signal.aborted) return false;
    const taken = join(loaded);
    const steps = [
      () => taken.showOutcome(),
      () => {
        form.noValidate = true;
        taken.show("state");
      },
      () => options.memory && taken.join(options.memory, bound.signal),
    ];
    for (const step of steps) {
      if (!wasPressed) await nextTask();
      if (bound.signal.aborted) return false;
      step();
    }
    learn(loaded, taken).catch(() => {});
    if (wasPressed) taken.submit();
    return true;
  };
  const giveUp = (): boolean => {
    if (held.release()) form.requestSubmit();
    return false;
  };
  return {
    ready: Promise.resolve(core.then(takeOver, giveUp)),
    setLanguage: ({ title = "", words, locale, tag }) => {
      if (bound.signal.aborted) return;
      const { titlePrefix } = language.words;
      language = { words, locale, tag };
      held.say(words.busy);
      if (binding !== null) return binding.setLanguage(language, title);
      rewordServed(form, language);
      // A page that was served with errors says so in its title.
      const prefix = document.title.startsWith(titlePrefix) ? titlePrefix : "";
      document.title = (prefix === "" ? "" : words.titlePrefix) + (title || document.title.slice(prefix.length));
    },
    unbind: () => {
      held.release();
      bound.abort();
    },
  };
}
