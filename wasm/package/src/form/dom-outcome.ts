// Writes what is said of the sending: the panel, the button, the answers held or hidden.
import { keepFocus, part, setLocked } from "./dom-parts.ts";
import type { OutcomeView, PanelView } from "./outcome.ts";
import { factsTree, panelTrees, stagesTree } from "./template-panel.ts";
import { el } from "./tree.ts";
import { makeElement } from "./tree-dom.ts";
import type { FormWords } from "./words.ts";

/** Writes how far a created customer has come; everything else stays, the focus too. */
export function writeProgress(form: HTMLFormElement, panel: PanelView): void {
  const body = part(form, "outcome-body");
  body.querySelector(".vestibule-facts")?.replaceWith(makeElement(factsTree(panel)));
  body.querySelector(".vestibule-stages")?.replaceWith(makeElement(stagesTree(panel)));
}

/** `reviewing`: the record stands where the fields stood, and only the button stays. */
export function writeOutcome(form: HTMLFormElement, view: OutcomeView, words: FormWords, reviewing: boolean): void {
  const { panel } = view;
  setLocked(form, view.locked);
  const button = part(form, "submit");
  button.setAttribute("aria-busy", String(view.busy));
  button.textContent = view.submit;
  const isInstead = panel?.place === "instead";
  form.dataset["instead"] = String(isInstead);
  for (const group of form.querySelectorAll<HTMLElement>("[data-group]")) {
    group.hidden = isInstead || reviewing || group.dataset["empty"] === "true";
  }
  for (const element of form.querySelectorAll<HTMLElement>(".vestibule-send")) element.hidden = isInstead;
  if (isInstead) part(form, "review").hidden = true;
  // Once it is on its way there is nothing to be asked about it, and "nothing has been sent" is no longer so.
  const asking = form.querySelectorAll<HTMLElement>('[data-part="review-heading"], [data-part="review-text"]');
  for (const element of asking) element.hidden = view.locked;
  const section = part(form, "outcome");
  const hadFocus = section.contains(document.activeElement);
  section.hidden = panel === null;
  const isAbove = panel?.place === "above";
  if (isAbove && form.firstElementChild !== section) form.prepend(section);
  if (!isAbove && form.firstElementChild === section) part(form, "memory").before(section);
  section.dataset["kind"] = panel?.kind ?? "";
  part(form, "outcome-heading").textContent = panel?.heading ?? "";
  const body = panel === null ? el("div", {}) : el("div", {}, panelTrees(panel, words, location.pathname));
  const place = part(form, "outcome-body");
  keepFocus(place, () => place.replaceChildren(...makeElement(body).childNodes));
  // Whoever pressed a button in it that is gone now is not to begin again at the top of the page.
  if (!hadFocus || (!section.hidden && section.contains(document.activeElement))) return;
  (section.hidden ? button : section).focus({ preventScroll: true });
}
