// What stands in the panels of the form: the record before it is sent, and what became of it.
import type { Fact, PanelView, StageView } from "./outcome.ts";
import { type Child, el, type TreeElement } from "./tree.ts";
import type { ReadyView } from "./view.ts";
import { type FormWords, withValue } from "./words.ts";

function recordRow({ label, value, typed, doubt }: ReadyView): TreeElement {
  const note = typed === "" ? null : [" ", el("small", {}, typed)];
  const advice = doubt === "" ? null : [" ", el("small", { class: "vestibule-doubt" }, doubt)];
  return el("div", {}, el("dt", {}, label), el("dd", {}, el("bdi", {}, value), note, advice));
}

function recordTree(rows: readonly ReadyView[]): TreeElement {
  return el("dl", { class: "vestibule-record" }, rows.map(recordRow));
}

/** Group by group under the headings that they have in the form, each with a button that leads back to it. */
export function reviewTrees(rows: readonly ReadyView[], words: FormWords): readonly TreeElement[] {
  const groups = [...new Set(rows.map(({ group }) => group))];
  const sections = groups.map((group) => {
    const heading = words.groups[group] ?? group;
    const text = withValue(words.change, heading);
    const change = el("button", { class: "vestibule-action", type: "button", "data-change": group }, text);
    const head = el("div", { class: "vestibule-review-head" }, el("h2", {}, heading), change);
    return el("div", { class: "vestibule-review-group" }, head, recordTree(rows.filter((row) => row.group === group)));
  });
  return [el("p", { "data-part": "review-text" }, words.reviewText), ...sections];
}

function factRow({ label, value }: Fact): TreeElement {
  return el("div", {}, el("dt", {}, label), el("dd", {}, el("bdi", {}, value)));
}

export function factsTree({ facts }: PanelView): TreeElement {
  return el("dl", { class: "vestibule-facts" }, facts.map(factRow));
}

function stageTree({ name, text, state }: StageView): TreeElement {
  const attributes = {
    class: "vestibule-stage",
    "data-state": state,
    "aria-current": state === "present" ? "step" : undefined,
  };
  const more = text === "" ? null : [" ", el("span", { class: "vestibule-stage-text" }, text)];
  return el("li", attributes, el("span", { class: "vestibule-stage-name" }, name), more);
}

/** Where the customer is on the way from the first day on. */
export function stagesTree({ stages }: PanelView): TreeElement {
  // Without its marks some screen readers take a list for none.
  return el("ol", { class: "vestibule-stages", role: "list" }, stages.map(stageTree));
}

function headed(heading: string, child: Child): Child {
  return [el("h3", {}, heading), child];
}

const checkAttributes = { class: "vestibule-action", type: "button", "data-part": "check" };

/** `again` is where another form is. */
export function panelTrees(panel: PanelView, { outcome: words }: FormWords, again: string): readonly Child[] {
  return [
    panel.facts.length === 0 ? null : factsTree(panel),
    panel.texts.map((text) => el("p", {}, text)),
    panel.check === "" ? null : el("button", checkAttributes, panel.check),
    panel.stages.length === 0 ? null : headed(words["nextHeading"] ?? "", stagesTree(panel)),
    panel.record.length === 0 ? null : headed(words["recordHeading"] ?? "", recordTree(panel.record)),
    panel.kind === "created" ? el("p", {}, el("a", { href: again }, words["another"] ?? "")) : null,
  ];
}
