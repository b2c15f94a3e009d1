// One control of the form: the native element of its kind, whole without JavaScript.
import { controlId, describedBy } from "./ids.ts";
import { isOfContact } from "./names.ts";
import { type Attributes, el, orNone, type TreeElement } from "./tree.ts";
import type { FieldView } from "./view-field.ts";

// How a phone's keyboard and the spelling checker should treat what is typed.
function typingAttributes({ field: { name, kind }, control }: FieldView): Attributes {
  if (name === "name") return { autocapitalize: "words", spellcheck: "false", dir: "auto" };
  if (kind === "postal") return { autocapitalize: "characters", spellcheck: "false", dir: "ltr" };
  if (control === "text" || control === "textarea") return { dir: "auto" };
  return { autocapitalize: "off", spellcheck: "false", dir: "ltr" };
}

function commonAttributes(view: FieldView): Attributes {
  const { field, autocomplete, error, required } = view;
  return {
    id: controlId(field.name),
    name: field.name,
    autocomplete: orNone(autocomplete),
    "aria-describedby": orNone(describedBy(field.name, view)),
    "aria-invalid": error === "" ? undefined : "true",
    // Whoever then names nobody must not be held back by the browser; a script follows what is needed.
    required: required && !isOfContact(field.name),
  };
}

/**
 * A tenant's values, and areas of a country, may run against the words of the page: each runs as it is written. The
 * countries themselves are called by words of the page.
 */
export function optionTrees({ field, choices, value: chosen }: FieldView): readonly TreeElement[] {
  const dir = field.kind === "country" ? undefined : "auto";
  return choices.map(({ value, text }) => {
    return el("option", { value, dir, selected: value !== "" && value === chosen }, text);
  });
}

function selectTree(view: FieldView): TreeElement {
  return el("select", { class: "vestibule-input", ...commonAttributes(view) }, optionTrees(view));
}

function textareaTree(view: FieldView): TreeElement {
  const rows = view.field.kind === "street" ? "2" : "4";
  const attributes = { class: "vestibule-input", rows, ...commonAttributes(view), ...typingAttributes(view) };
  return el("textarea", attributes, view.value);
}

function inputTree(view: FieldView): TreeElement {
  const { field, control, value } = view;
  return el("input", {
    class: "vestibule-input",
    // A browser takes no web address without its scheme; the core does.
    type: control === "url" ? "text" : control,
    ...commonAttributes(view),
    // A text field's keyboard is the usual one, and saying so would be noise.
    inputmode: field.inputMode === "text" ? undefined : orNone(field.inputMode),
    ...typingAttributes(view),
    value: orNone(value),
  });
}

function radiosTree({ field: { name }, required, value: chosen, choices }: FieldView): TreeElement {
  const radios = choices.map(({ value, text }, index) => {
    const id = index === 0 ? controlId(name) : `${controlId(name)}-${value}`;
    const radio = el("input", { type: "radio", id, name, value, required, checked: value === chosen });
    return el(
      "label",
      { class: "vestibule-choice", for: id },
      radio,
      el("span", { "data-part": "choice", dir: "auto" }, text),
    );
  });
  return el("div", { class: "vestibule-choices" }, radios);
}

export function controlTree(view: FieldView): TreeElement {
  switch (view.control) {
    case "radio":
      return radiosTree(view);
    case "select":
      return selectTree(view);
    case "textarea":
      return textareaTree(view);
    default:
      return inputTree(view);
  }
}
