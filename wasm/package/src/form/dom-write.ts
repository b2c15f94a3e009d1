// Writes a view into the form: text by textContent, elements by nodes, and only what is not there yet.
import { countryCodes } from "../generated/countries.ts";
import { nameCountries } from "./dom-names.ts";
import { controls, described, fieldBlock, keepFocus, part } from "./dom-parts.ts";
import { describedBy } from "./ids.ts";
import { summaryItem } from "./template.ts";
import { controlTree, optionTrees } from "./template-control.ts";
import { optionalTree } from "./template-field.ts";
import { reviewTrees } from "./template-panel.ts";
import { makeElement } from "./tree-dom.ts";
import type { FormView, SummaryView } from "./view.ts";
import type { FieldView } from "./view-field.ts";
import type { FormWords } from "./words.ts";

export function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function setAttribute(element: HTMLElement, name: string, value: string): void {
  if (value === "") element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** A list of areas takes the place of a text, and the other way round; the id stays, and so does the value. */
function writeControl(form: HTMLFormElement, view: FieldView): void {
  const [control] = controls(form, view.field.name);
  if (control === undefined || view.control === "radio") return;
  const isSelect = control instanceof HTMLSelectElement;
  if (isSelect !== (view.control === "select")) control.replaceWith(makeElement(controlTree(view)));
  else if (isSelect && !hasChoices(control, view)) control.replaceChildren(...optionTrees(view).map(makeElement));
  // What is chosen is seen without being looked for.
  if (isSelect && view.value !== "") nameCountries(control);
}

function valuesOf(view: FieldView): ReadonlySet<string> {
  // Without their names, which nobody has to know here.
  if (view.field.kind === "country") return new Set(["", ...countryCodes, view.value]);
  return new Set(view.choices.map(({ value }) => value));
}

/** By their values alone: two platforms may call a country by two names, and sort it by them. */
function hasChoices({ options }: HTMLSelectElement, view: FieldView): boolean {
  const there = new Set(Array.from(options, ({ value }) => value));
  const wanted = valuesOf(view);
  return there.size === wanted.size && [...wanted].every((value) => there.has(value));
}

function writeOptional(label: HTMLElement, isOptional: boolean, words: FormWords): void {
  const there = label.parentElement?.querySelector('[data-part="optional"]');
  if (isOptional && !there) label.after(" ", makeElement(optionalTree(words)));
  if (!isOptional) there?.remove();
}

function writeField(form: HTMLFormElement, view: FieldView, words: FormWords): void {
  const { name } = view.field;
  const block = fieldBlock(form, name);
  block.hidden = view.hidden;
  writeControl(form, view);
  const control = described(form, name);
  setText(part(block, "label"), view.label);
  writeOptional(part(block, "label"), !view.required, words);
  setText(part(block, "hint"), view.hint);
  part(block, "hint").hidden = view.hint === "";
  setText(part(block, "error-text"), view.error);
  part(block, "error").hidden = view.error === "";
  setText(part(block, "advice-text"), view.advice);
  part(block, "advice-text").hidden = view.advice === "";
  const action = part(block, "action");
  setText(action, view.action?.text ?? "");
  action.dataset["action"] = view.action?.type ?? "";
  action.hidden = view.action === null;
  part(block, "advice").hidden = view.advice === "" && view.action === null;
  // The browser's own constraint serves until the form is judged here. From then on it would only have Firefox tell of an
  // empty control that it is invalid, whatever aria-invalid says.
  const isNeeded = view.required && !view.hidden;
  for (const each of controls(form, name)) each.required = isNeeded && !form.noValidate;
  setAttribute(control, "aria-required", isNeeded && form.noValidate ? "true" : "");
  setAttribute(control, "aria-describedby", describedBy(name, view));
  // Said also while nothing is wrong: an empty required control may else be called invalid from the start.
  setAttribute(control, "aria-invalid", String(view.error !== ""));
  if (control !== block) setAttribute(control, "autocomplete", view.autocomplete);
}

/** Fields stand in the order of the view: moved only where they do not, for what is moved loses the focus. */
function writeOrder(form: HTMLFormElement, { fields, reviewing }: FormView): void {
  for (const group of new Set(fields.map(({ field }) => field.group))) {
    const blocks = fields.filter(({ field }) => field.group === group).map(({ field }) => fieldBlock(form, field.name));
    blocks.reduce((before, block) => {
      if (before.nextElementSibling !== block) before.after(block);
      return block;
    });
    const [first] = blocks;
    const set = first?.closest<HTMLElement>("[data-group]");
    if (!set) continue;
    const isEmpty = blocks.every(({ hidden }) => hidden);
    set.dataset["empty"] = String(isEmpty);
    set.hidden = reviewing || isEmpty || form.dataset["instead"] === "true";
  }
}

/** Why a view is written: after a submit, in another language, or because something in it is another. */
export type Change = "submit" | "language" | "state";

function writeSummary(form: HTMLFormElement, entries: readonly SummaryView[], change: Change): void {
  const list = part(form, "summary-list");
  const items = change === "state" ? [] : entries.map((entry) => makeElement(summaryItem(entry)));
  if (change !== "state") keepFocus(list, () => list.replaceChildren(...items));
  // A mark on the line, not a change of its words: an alert would read itself out again.
  entries.forEach(({ fixed }, index) => {
    list.children[index]?.toggleAttribute("data-fixed", fixed);
  });
  part(form, "summary").hidden = entries.length === 0;
}

function writeReview(form: HTMLFormElement, view: FormView, words: FormWords, change: Change): void {
  const { ready, reviewing } = view;
  const panel = part(form, "review");
  if (panel.hidden === !reviewing && change !== "language") return;
  panel.hidden = !reviewing;
  setText(part(form, "review-heading"), words.reviewHeading);
  const body = part(form, "review-body");
  const sections = reviewing ? reviewTrees(ready ?? [], words).map(makeElement) : [];
  keepFocus(body, () => body.replaceChildren(...sections));
}

/** Shows a view. */
export function writeView(form: HTMLFormElement, view: FormView, words: FormWords, change: Change): void {
  for (const field of view.fields) writeField(form, field, words);
  writeOrder(form, view);
  writeSummary(form, view.summary, change);
  writeReview(form, view, words, change);
  setText(part(form, "notice-text"), view.filled);
  part(form, "notice").hidden = view.filled === "";
}
