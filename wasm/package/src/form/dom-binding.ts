// Joins the model to a form in the page: what is typed goes in, what is to be seen comes out; it sends and moves the focus.
import type { Signup } from "../signup/create.ts";
import type { KnownCustomer } from "../signup/known.ts";
import type { FormMemory } from "../signup/memory.ts";
import type { SignupState } from "../signup/state.ts";
import { joinRecords } from "./contact.ts";
import { MemoryBinding, type Remembered } from "./dom-memory.ts";
import { writeOutcome, writeProgress } from "./dom-outcome.ts";
import {
  fieldBlock,
  fieldsIn,
  focusTarget,
  part,
  readValue,
  readValues,
  takeFindings,
  takeTo,
  writeValue,
} from "./dom-parts.ts";
import { submissionOf } from "./dom-submission.ts";
import { writeWords } from "./dom-words.ts";
import { type Change, writeView } from "./dom-write.ts";
import { askedBy } from "./fields.ts";
import { Journey, stepOf } from "./journey.ts";
import type { FormLanguage } from "./messages.ts";
import { type OutcomeView, viewKnown, viewOutcome } from "./outcome.ts";
import { mayBeBlock, splitOf, takeApart } from "./paste.ts";
import type { FormHooks } from "./report.ts";
import { askedWords, fieldWords, placeWords } from "./said.ts";
import { type FormState, initialState, textOf } from "./state.ts";
import { type FormEvent, type FormRules, step } from "./step.ts";
import { type FormView, viewOf } from "./view.ts";
import { withValue } from "./words.ts";

export class Binding {
  readonly #form: HTMLFormElement;
  #language: FormLanguage;
  readonly #rules: FormRules;
  readonly #signup: Signup;
  readonly #hooks: FormHooks;
  #title: string;
  #state: FormState;
  #view: FormView;
  #outcome: OutcomeView;
  readonly #journey: Journey;
  #memory: MemoryBinding | undefined;
  /** The account that the person goes on with instead of opening one. */
  #using: KnownCustomer | null = null;
  /** The record that stands in the form because it is, or was, being sent. */
  #sent: object | null = null;

  constructor(form: HTMLFormElement, language: FormLanguage, rules: FormRules, signup: Signup, hooks: FormHooks) {
    const { titlePrefix } = language.words;
    this.#form = form;
    this.#language = language;
    this.#rules = rules;
    this.#signup = signup;
    this.#hooks = hooks;
    this.#journey = new Journey(hooks);
    // A page that was served with errors says so in its title already.
    this.#title = document.title.startsWith(titlePrefix) ? document.title.slice(titlePrefix.length) : document.title;
    const asked = fieldsIn(form, askedBy(rules.core, true));
    this.#state = step(initialState(readValues(form), takeFindings(form), asked), { type: "learned" }, rules);
    this.#view = this.#viewNow();
    this.#outcome = viewOutcome(signup.state, [], language);
    this.#restore(signup.state);
  }

  #viewNow(): FormView {
    return viewOf(this.#state, { ...this.#language, core: this.#rules.core });
  }

  /** Writes what the form is to show. */
  show(change: Change): void {
    this.#view = this.#viewNow();
    writeView(this.#form, this.#view, this.#language.words, change);
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
    this.#journey.note(before, next);
    this.show(next.attempt === before.attempt ? "state" : "submit");
    if (next.reviewing !== before.reviewing) this.showOutcome();
    if (next.asked.every(({ name }) => textOf(next, name) === textOf(before, name))) return;
    this.#signup.send({ type: "edit" });
    this.#memory?.edited();
  }

  /** What the model put into fields, the page shows too. */
  #writeValues(): void {
    for (const { name } of this.#state.asked) writeValue(this.#form, name, textOf(this.#state, name));
  }

  /** A step that changes what stands in the fields. */
  #put(event: FormEvent): void {
    this.#step(event);
    this.#writeValues();
  }

  /** Shows what is being sent where that is not what stands in the form: after a reload, or when another tab was first. */
  #restore(state: SignupState): void {
    const { customer = null, contact } = "pursuit" in state ? (state.pursuit.submission ?? {}) : {};
    if (customer === null || customer === this.#sent) return;
    this.#sent = customer;
    this.#state = step(this.#state, { type: "restore", record: joinRecords(customer, contact) }, this.#rules);
    this.show("state");
    this.#writeValues();
  }

  /** Shows what became of the sending; called after each change of the sign-up. */
  change(state: SignupState): void {
    if (state.name === "confirmed" && this.#sent !== null) this.#memory?.ended(this.#sent, state.created);
    this.#restore(state);
    // What was refused is to be changed: the fields are there again.
    if (state.name === "refused") this.#step({ type: "change" });
    if (state.name === "refused" && state.problem.findings.some(({ severity }) => severity === "error")) {
      const findings = state.problem.findings.map((finding) => ({ ...finding, params: {} }));
      this.#step({ type: "refused", findings });
      this.showOutcome();
      part(this.#form, "summary").focus();
    } else this.showOutcome();
  }

  #outcomeNow(): OutcomeView {
    const { words } = this.#language;
    if (this.#using !== null) return viewKnown(this.#using, this.#language);
    const outcome = viewOutcome(this.#signup.state, this.#view.ready ?? [], this.#language);
    const leadsToReview = this.#rules.review === true && !this.#state.reviewing && outcome.submit === words.submit;
    return leadsToReview ? { ...outcome, submit: words.toReview } : outcome;
  }

  /** Writes what has become of the sending. */
  showOutcome(): void {
    const wasCreated = this.#outcome.panel?.kind === "created";
    this.#outcome = this.#outcomeNow();
    this.#journey.enter(stepOf(this.#signup.state, this.#state));
    const { panel, busy, submit } = this.#outcome;
    if (wasCreated && panel?.kind === "created") {
      writeProgress(this.#form, panel);
      return this.#say(panel.stages.find(({ state }) => state === "present")?.text ?? "");
    }
    writeOutcome(this.#form, this.#outcome, this.#language.words, this.#state.reviewing);
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
    writeWords(this.#form, this.#viewNow(), language);
    this.#memory?.rewrite();
    this.show("language");
    this.#outcome = this.#outcomeNow();
    writeOutcome(this.#form, this.#outcome, language.words, this.#state.reviewing);
    this.#writeTitle();
    this.#say("");
  }

  check(): void {
    this.#signup.send({ type: "check" });
  }

  #say(text: string): void {
    part(this.#form, "status").textContent = text;
  }

  input(field: string, composing: boolean): void {
    const before = askedWords(this.#view);
    const value = readValue(this.#form, field);
    if (value !== textOf(this.#state, field)) this.#hooks.report?.({ type: "input", field });
    this.#step({ type: "input", field, value, composing });
    const isSame = askedWords(this.#view) === before;
    if (isSame && !this.#view.fields.some(({ field: { name, kind } }) => name === field && kind === "country")) return;
    this.#writeValues();
    // The focus stays where it is, so that it has to be said: other fields, or the same by other names.
    const said = isSame ? "" : placeWords(this.#view, field, this.#language);
    if (said !== "") this.#say(said);
  }

  /** What shows up when a field is left is said politely: by then the reader is at the next one. */
  leave(field: string): void {
    const before = fieldWords(this.#view, field);
    this.input(field, false);
    this.#step({ type: "leave", field });
    const now = fieldWords(this.#view, field);
    if (now !== before) this.#say(now);
  }

  act(field: string, type: "accept" | "undo"): void {
    this.#put({ type, field });
    this.#say(fieldWords(this.#view, field));
    // The same button offers to undo; once it has nothing to offer, the focus must not fall to the page.
    if (part(fieldBlock(this.#form, field), "action").hidden) focusTarget(this.#form, field).focus();
  }

  /** A text of several lines was pasted: it stays where it is unless it turns out to be a whole address or signature. */
  async paste(field: string, text: string, inTextarea: boolean): Promise<void> {
    const typed = readValue(this.#form, field);
    if (!mayBeBlock(text, inTextarea)) return;
    const split = await splitOf(this.#rules.core);
    if (split === null || this.#state.reviewing || this.#outcome.locked) return;
    const pasted = takeApart(text, { field, typed }, this.#state, split);
    if (pasted === null) return;
    this.#put({ type: "fill", ...pasted });
    this.#say(this.#view.filled);
  }

  unfill(): void {
    this.#put({ type: "unfill" });
    part(this.#form, "submit").focus();
  }

  /** The core has learned about countries. */
  learn(): void {
    this.#put({ type: "learned" });
  }

  submit(): void {
    const { name } = this.#signup.state;
    if (name === "unresolved" || name === "expired") return this.check();
    if (name !== "editing" && name !== "refused") return;
    if (this.#state.reviewing) return void this.#confirm();
    // Some browsers and password managers fill in without telling anyone.
    for (const { name: field } of this.#state.asked) this.input(field, false);
    this.#say("");
    this.#step({ type: "submit" });
    if (this.#state.ready === null) {
      this.#signup.send({ type: "edit" });
      part(this.#form, "summary").focus();
    } else if (this.#state.reviewing) this.#enterReview();
    else this.#send();
  }

  /** Lets the browser keep what the person wants kept. */
  join(memory: FormMemory, signal: AbortSignal): void {
    const page: Remembered = {
      values: () => Object.fromEntries(this.#state.asked.map(({ name }) => [name, textOf(this.#state, name)])),
      recall: (values) => this.#put({ type: "recall", values }),
      clear: () => this.#put({ type: "recall", values: {} }),
      say: (text) => this.#say(text),
      language: () => this.#language,
    };
    this.#memory = new MemoryBinding(this.#form, memory, page, signal);
  }

  /** Nothing is sent: the account that there is will do. */
  useKnown(): void {
    this.#using = this.#memory?.known ?? null;
    this.showOutcome();
  }

  #enterReview(): void {
    if (this.#state.ready !== null) void this.#memory?.hint(this.#state.ready);
    takeTo(part(this.#form, "review"), "start");
  }

  async #confirm(): Promise<void> {
    const { ready } = this.#state;
    if (ready === null || (await this.#memory?.hasNews(ready)) === true) return;
    // Unless the person has pressed twice, or gone back, in between.
    if (this.#state.ready === ready && stepOf(this.#signup.state, this.#state) === "review") this.#send();
  }

  #send(): void {
    if (this.#state.ready === null) return;
    const submission = submissionOf(this.#form, this.#state.ready, this.#rules.core);
    if (this.#hooks.beforeSend?.(submission.customer) === false) return;
    this.#sent = submission.customer;
    this.#signup.send({ type: "submit", submission });
  }

  /** Goes back from the review to the first field of a group. */
  changeGroup(group: string): void {
    this.#step({ type: "change" });
    const view = this.#view.fields.find(({ field, hidden }) => field.group === group && !hidden);
    if (view !== undefined) this.goTo(view.field.name);
  }

  /** Takes the person to a field, its label and error in sight. */
  goTo(field: string): void {
    fieldBlock(this.#form, field).scrollIntoView({ block: "nearest" });
    focusTarget(this.#form, field).focus({ preventScroll: true });
  }
}
