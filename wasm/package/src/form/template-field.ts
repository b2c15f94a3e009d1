// A field of the form: label, hint, error, control, advice, in this order.
import { adviceId, controlId, describedBy, errorId, hintId } from "./ids.ts";
import { controlTree } from "./template-control.ts";
import { type Child, el, orNone, type TreeElement } from "./tree.ts";
import type { FieldView } from "./view-field.ts";
import type { FormWords } from "./words.ts";

/** Behind the label of a field that may be left empty. */
export function optionalTree(words: FormWords): TreeElement {
  return el("span", { class: "vestibule-optional", "data-part": "optional" }, words.optional);
}

function labelParts({ label, required }: FieldView, words: FormWords): Child {
  return [el("span", { "data-part": "label" }, label), required ? null : [" ", optionalTree(words)]];
}

function hintTree({ field, hint }: FieldView): TreeElement {
  return el("p", { class: "vestibule-hint", id: hintId(field.name), "data-part": "hint", hidden: hint === "" }, hint);
}

/** It is there when empty too, so that a script only writes text. */
function errorTree({ field, error }: FieldView, words: FormWords): TreeElement {
  const attributes = { class: "vestibule-error", id: errorId(field.name), "data-part": "error", hidden: error === "" };
  const prefix = el("span", { class: "vestibule-unseen", "data-part": "error-prefix" }, words.errorPrefix);
  return el("p", attributes, prefix, " ", el("span", { "data-part": "error-text" }, error));
}

function adviceTree({ field, advice, action }: FieldView): TreeElement {
  const text = { id: adviceId(field.name), "data-part": "advice-text", hidden: advice === "" };
  // A button does nothing without a script, so it comes only with one.
  const button = { class: "vestibule-action", type: "button", "data-part": "action", hidden: true };
  return el(
    "div",
    { class: "vestibule-advice", "data-part": "advice", hidden: advice === "" && action === null },
    el("span", text, advice),
    el("button", button),
  );
}

/** A group of radios is named by its legend and carries what else belongs to a control. */
export function fieldTree(view: FieldView, words: FormWords): TreeElement {
  const { field, control, error, hidden } = view;
  const isGroup = control === "radio";
  const block = { class: "vestibule-field", "data-field": field.name, hidden };
  const group = {
    role: "radiogroup",
    "aria-describedby": orNone(describedBy(field.name, view)),
    "aria-invalid": error === "" ? undefined : "true",
  };
  const label = isGroup
    ? el("legend", { class: "vestibule-label" }, labelParts(view, words))
    : el("label", { class: "vestibule-label", for: controlId(field.name) }, labelParts(view, words));
  return el(
    isGroup ? "fieldset" : "div",
    isGroup ? { ...block, ...group } : block,
    label,
    hintTree(view),
    errorTree(view, words),
    controlTree(view),
    adviceTree(view),
  );
}
