// Joins the model to a form in the page: reads what is typed, steps the state, writes the view, moves the focus.
import { fieldBlock, focusTarget, optionText, part, readValue, readValues, writeValue } from "./dom-parts.ts";
import { writeView } from "./dom-write.ts";
import { type SignupFieldName, signupFieldNames } from "./fields.ts";
import type { FormLanguage } from "./messages.ts";
import { type FormState, initialState } from "./state.ts";
import { type FormEvent, type FormRules, step } from "./step.ts";
import { type FormView, viewOf } from "./view.ts";

/** A form in the page and the state of its model: what happens goes in, what is to be seen comes out. */
export class Binding {
  readonly #form: HTMLFormElement;
  readonly #language: FormLanguage;
  readonly #rules: FormRules;
  readonly #title = document.title;
  #state: FormState;
  #view: FormView;

  constructor(form: HTMLFormElement, language: FormLanguage, rules: FormRules) {
    this.#form = form;
    this.#language = language;
    this.#rules = rules;
    this.#state = initialState(readValues(form));
    this.#view = this.#show(false);
  }

  #show(submitted: boolean): FormView {
    const view = viewOf(this.#state, this.#language, (name, value) => optionText(this.#form, name, value));
    writeView(this.#form, view, this.#language.words, submitted);
    document.title = view.hasErrors ? this.#language.words.titlePrefix + this.#title : this.#title;
    return view;
  }

  #step(event: FormEvent): void {
    const next = step(this.#state, event, this.#rules);
    if (next === this.#state) return;
    const submitted = next.attempt !== this.#state.attempt;
    this.#state = next;
    this.#view = this.#show(submitted);
  }

  #say(text: string): void {
    part(this.#form, "status").textContent = text;
  }

  input(field: SignupFieldName, composing: boolean): void {
    this.#step({ type: "input", field, value: readValue(this.#form, field), composing });
  }

  /** What shows up when a field is left is said politely: by then the reader is at the next one. */
  leave(field: SignupFieldName): void {
    const before = this.#wordsOf(field);
    this.input(field, false);
    this.#step({ type: "leave", field });
    const now = this.#wordsOf(field);
    if (now !== before) this.#say(now);
  }

  #wordsOf(field: SignupFieldName): string {
    const view = this.#view.fields.find((candidate) => candidate.field.name === field);
    const words = [view?.error, view?.advice, view?.action?.text].filter((text) => text !== undefined && text !== "");
    return words.length === 0 ? "" : [view?.label, ...words].join(". ");
  }

  act(field: SignupFieldName, type: "accept" | "undo"): void {
    this.#step({ type, field });
    writeValue(this.#form, field, this.#state.fields[field].value);
    this.#say(this.#wordsOf(field));
    // The same button offers to undo; once it has nothing to offer, the focus must not fall to the page.
    if (part(fieldBlock(this.#form, field), "action").hidden) focusTarget(this.#form, field).focus();
  }

  submit(): void {
    // Some browsers and password managers fill in without telling anyone.
    for (const name of signupFieldNames) this.input(name, false);
    this.#say("");
    this.#step({ type: "submit" });
    part(this.#form, this.#view.ready === null ? "summary" : "ready").focus();
  }

  /** Takes the person to a field, its label and error in sight. */
  goTo(field: SignupFieldName): void {
    fieldBlock(this.#form, field).scrollIntoView({ block: "nearest" });
    focusTarget(this.#form, field).focus({ preventScroll: true });
  }
}
