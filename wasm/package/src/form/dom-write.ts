// Writes a view into the form: text by textContent, elements by nodes, and only what is not there yet.
import { create, described, fieldBlock, optionalPart, part } from "./dom-parts.ts";
import type { SignupFieldName } from "./fields.ts";
import { controlId, describedBy } from "./ids.ts";
import type { FieldView, FormView, SummaryView } from "./view.ts";

function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function setAttribute(element: HTMLElement, name: string, value: string): void {
  if (value === "") element.removeAttribute(name);
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function fieldLink(field: SignupFieldName, text: string): HTMLElement {
  const link = create("a", text);
  link.setAttribute("href", `#${controlId(field)}`);
  link.dataset["goto"] = field;
  return link;
}

function writeField(form: HTMLFormElement, view: FieldView): void {
  const { name } = view.field;
  const block = fieldBlock(form, name);
  const control = described(form, name);
  setText(part(block, "label"), view.label);
  const hint = optionalPart(block, "hint");
  if (hint !== null) setText(hint, view.hint);
  setText(part(block, "error-text"), view.error);
  part(block, "error").hidden = view.error === "";
  setText(part(block, "advice-text"), view.advice);
  part(block, "advice-text").hidden = view.advice === "";
  const action = part(block, "action");
  setText(action, view.action?.text ?? "");
  action.dataset["action"] = view.action?.type ?? "";
  action.hidden = view.action === null;
  part(block, "advice").hidden = view.advice === "" && view.action === null;
  setAttribute(control, "aria-describedby", describedBy(name, view));
  // Said also while nothing is wrong: an empty required control may else be called invalid from the start.
  setAttribute(control, "aria-invalid", String(view.error !== ""));
  if (control !== block) setAttribute(control, "autocomplete", view.autocomplete);
}

/** What happens to the summary: made anew after a submit, said in another language, or only marked. */
export type SummaryChange = "rebuild" | "reword" | "mark";

function writeSummary(form: HTMLFormElement, entries: readonly SummaryView[], change: SummaryChange): void {
  const list = part(form, "summary-list");
  if (change === "rebuild") {
    const items = entries.map(({ field, text }) => {
      return field === null ? create("li", text) : create("li", "", fieldLink(field, text));
    });
    list.replaceChildren(...items);
  } else if (change === "reword") {
    entries.forEach(({ text }, index) => {
      const line = list.children[index];
      // The link stays the one it is: it may have the focus.
      const element = line?.querySelector<HTMLElement>("a") ?? line;
      if (element instanceof HTMLElement) setText(element, text);
    });
  }
  // A mark on the line, not a change of its words: an alert would read itself out again.
  entries.forEach(({ fixed }, index) => {
    list.children[index]?.toggleAttribute("data-fixed", fixed);
  });
  part(form, "summary").hidden = entries.length === 0;
}

/** Shows a view. */
export function writeView(form: HTMLFormElement, view: FormView, change: SummaryChange): void {
  for (const field of view.fields) writeField(form, field);
  writeSummary(form, view.summary, change);
}
