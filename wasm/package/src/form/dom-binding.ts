// Joins the model to a form in the page: reads what is typed, steps the state, sends, writes the views, moves the focus.
import type { Signup } from "../signup/create.ts";
import type { SignupState } from "../signup/state.ts";
import { writeOutcome, writeProgress } from "./dom-outcome.ts";
import {
  fieldBlock,
  focusedPart,
  focusTarget,
  optionalPart,
  optionText,
  part,
  readTrap,
  readValue,
  readValues,
  takeFindings,
  writeValue,
} from "./dom-parts.ts";
import { writeWords } from "./dom-words.ts";
import { type SummaryChange, writeView } from "./dom-write.ts";
import { type SignupFieldName, signupFieldNames } from "./fields.ts";
import type { FormLanguage } from "./messages.ts";
import { type OutcomeView, viewOutcome } from "./outcome.ts";
import { type FormState, initialState, type RecordValues } from "./state.ts";
import { type FormEvent, type FormRules, step } from "./step.ts";
import { type FormView, viewOf } from "./view.ts";
import { withValue } from "./words.ts";

/** A form in the page and the state of its model: what happens goes in, what is to be seen comes out. */
export class Binding {
  readonly #form: HTMLFormElement;
  #language: FormLanguage;
  readonly #rules: FormRules;
  readonly #signup: Signup;
  #title: string;
  #state: FormState;
  #view: FormView;
  #outcome: OutcomeView;
  /** The record that stands in the form because it is, or was, being sent. */
  #sent: object | null = null;

  constructor(form: HTMLFormElement, language: FormLanguage, rules: FormRules, signup: Signup) {
    const { titlePrefix } = language.words;
    this.#form = form;
    this.#language = language;
    this.#rules = rules;
    this.#signup = signup;
    // A page that was served with errors says so in its title already.
    this.#title = document.title.startsWith(titlePrefix) ? document.title.slice(titlePrefix.length) : document.title;
    this.#state = initialState(readValues(form), takeFindings(form));
    this.#view = this.#viewNow();
    this.#outcome = viewOutcome(signup.state, [], language);
    this.#show("mark");
    this.#restore(signup.state);
    if (signup.state.name !== "editing" || signup.state.attempt !== null) this.#showOutcome();
  }

  #viewNow(): FormView {
    return viewOf(this.#state, this.#language, (name, value) => optionText(this.#form, name, value));
  }

  #show(change: SummaryChange): void {
    this.#view = this.#viewNow();
    writeView(this.#form, this.#view, change);
    this.#writeTitle();
  }

  #writeTitle(): void {
    const title = this.#view.hasErrors ? this.#language.words.titlePrefix + this.#title : this.#title;
    document.title = withValue(this.#outcome.title, title);
  }

  #step(event: FormEvent): void {
    const before = this.#state;
    const next = step(before, event, this.#rules);
    if (next === before) return;
    this.#state = next;
    this.#show(next.attempt === before.attempt ? "mark" : "rebuild");
    const isEdited = signupFieldNames.some((name) => next.fields[name].value !== before.fields[name].value);
    if (isEdited) this.#signup.send({ type: "edit" });
  }

  /** Shows what is being sent where that is not what stands in the form: after a reload, or when another tab was first. */
  #restore(state: SignupState): void {
    const record = "pursuit" in state ? (state.pursuit.submission?.customer ?? null) : null;
    if (record === null || record === this.#sent) return;
    this.#sent = record;
    // Made of strings only, as the form sent it.
    this.#state = step(this.#state, { type: "restore", record: record as RecordValues }, this.#rules);
    for (const name of signupFieldNames) writeValue(this.#form, name, this.#state.fields[name].value);
    this.#show("mark");
  }

  /** Shows what became of the sending; called after each change of the sign-up. */
  change(state: SignupState): void {
    this.#restore(state);
    if (state.name === "refused" && state.problem.findings.some(({ severity }) => severity === "error")) {
      const findings = state.problem.findings.map((finding) => ({ ...finding, params: {} }));
      this.#step({ type: "refused", findings });
      this.#showOutcome();
      part(this.#form, "summary").focus();
    } else this.#showOutcome();
  }

  #showOutcome(): void {
    const wasCreated = this.#outcome.panel?.kind === "created";
    this.#outcome = viewOutcome(this.#signup.state, this.#view.ready ?? [], this.#language);
    const { panel, busy, submit } = this.#outcome;
    if (wasCreated && panel?.kind === "created") {
      writeProgress(this.#form, panel);
      return this.#say(panel.steps[0] ?? "");
    }
    writeOutcome(this.#form, this.#outcome, this.#language.words);
    this.#writeTitle();
    this.#say(panel === null ? (busy ? submit : "") : [panel.heading, ...panel.texts].join(" "));
    if (panel === null) return;
    const section = part(this.#form, "outcome");
    // What takes the form's place is read from its top.
    section.scrollIntoView({ block: panel.place === "instead" ? "start" : "nearest" });
    if (panel.takesFocus) section.focus({ preventScroll: true });
  }

  /** Says everything in another language. What was typed, what is shown of it and the focus stay. */
  setLanguage(language: FormLanguage, title: string): void {
    this.#language = language;
    if (title !== "") this.#title = title;
    writeWords(this.#form, language);
    this.#show("reword");
    this.#outcome = viewOutcome(this.#signup.state, this.#view.ready ?? [], language);
    const name = focusedPart(part(this.#form, "outcome"));
    writeOutcome(this.#form, this.#outcome, language.words);
    optionalPart(this.#form, name)?.focus({ preventScroll: true });
    this.#writeTitle();
    this.#say("");
  }

  check(): void {
    this.#signup.send({ type: "check" });
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
    const { name } = this.#signup.state;
    if (name === "unresolved" || name === "expired") return this.check();
    if (name !== "editing" && name !== "refused") return;
    // Some browsers and password managers fill in without telling anyone.
    for (const field of signupFieldNames) this.input(field, false);
    this.#say("");
    this.#step({ type: "submit" });
    const customer = this.#state.ready;
    if (customer === null) {
      this.#signup.send({ type: "edit" });
      part(this.#form, "summary").focus();
      return;
    }
    const locale = this.#form.closest<HTMLElement>("[lang]")?.lang ?? "";
    const rules = this.#rules.core.version ?? "";
    this.#sent = customer;
    this.#signup.send({ type: "submit", submission: { customer, trap: readTrap(this.#form), locale, rules } });
  }

  /** Takes the person to a field, its label and error in sight. */
  goTo(field: SignupFieldName): void {
    fieldBlock(this.#form, field).scrollIntoView({ block: "nearest" });
    focusTarget(this.#form, field).focus({ preventScroll: true });
  }
}
