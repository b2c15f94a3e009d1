// Writes what is said of the sending: the panel, the button, the answers held or hidden.
import { create, part, setLocked } from "./dom-parts.ts";
import type { OutcomeView, PanelView } from "./outcome.ts";
import type { FormWords } from "./words.ts";

function list(name: string, rows: readonly Node[]): HTMLElement {
  const element = create("dl", "", ...rows);
  element.className = name;
  return element;
}

function headed(heading: string, ...children: readonly Node[]): readonly Node[] {
  return [create("h3", heading), ...children];
}

function factList({ facts }: PanelView): HTMLElement {
  const rows = facts.map(({ label, value }) => {
    return create("div", "", create("dt", label), create("dd", "", create("bdi", value)));
  });
  return list("vestibule-facts", rows);
}

function stepList({ steps }: PanelView): HTMLElement {
  return create("ol", "", ...steps.map((text) => create("li", text)));
}

function panelNodes(panel: PanelView, { outcome: words }: FormWords): readonly Node[] {
  const record = panel.record.map(({ label, value, typed }) => {
    const stored = create("dd", "", create("bdi", value));
    if (typed !== "") stored.append(" ", create("small", typed));
    return create("div", "", create("dt", label), stored);
  });
  return [
    ...(panel.facts.length === 0 ? [] : [factList(panel)]),
    ...panel.texts.map((text) => create("p", text)),
    ...(panel.check === "" ? [] : [checkButton(panel.check)]),
    ...(panel.steps.length === 0 ? [] : headed(words["nextHeading"] ?? "", stepList(panel))),
    ...(record.length === 0 ? [] : headed(words["recordHeading"] ?? "", list("vestibule-record", record))),
    ...(panel.kind === "created" ? [another(words["another"] ?? "")] : []),
  ];
}

function checkButton(text: string): HTMLElement {
  const button = create("button", text);
  button.className = "vestibule-action";
  button.setAttribute("type", "button");
  button.dataset["part"] = "check";
  return button;
}

function another(text: string): HTMLElement {
  const link = create("a", text);
  link.setAttribute("href", location.pathname);
  link.dataset["part"] = "another";
  return create("p", "", link);
}

/** Writes how far a created customer has come; everything else stays, the focus too. */
export function writeProgress(form: HTMLFormElement, panel: PanelView): void {
  const body = part(form, "outcome-body");
  body.querySelector(".vestibule-facts")?.replaceWith(factList(panel));
  body.querySelector("ol")?.replaceWith(stepList(panel));
}

export function writeOutcome(form: HTMLFormElement, view: OutcomeView, words: FormWords): void {
  const { panel } = view;
  setLocked(form, view.locked);
  const button = part(form, "submit");
  button.setAttribute("aria-busy", String(view.busy));
  button.textContent = view.submit;
  const isInstead = panel?.place === "instead";
  for (const element of form.querySelectorAll<HTMLElement>("[data-group], .vestibule-send")) element.hidden = isInstead;
  const section = part(form, "outcome");
  section.hidden = panel === null;
  const isAbove = panel?.place === "above";
  if (isAbove !== (form.firstElementChild === section)) form[isAbove ? "prepend" : "append"](section);
  section.dataset["kind"] = panel?.kind ?? "";
  part(form, "outcome-heading").textContent = panel?.heading ?? "";
  part(form, "outcome-body").replaceChildren(...(panel === null ? [] : panelNodes(panel, words)));
}
