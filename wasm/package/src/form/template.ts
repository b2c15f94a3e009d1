// The form as a tree: for the static page when it is built, for an answer to a form sent without JavaScript, and for a
// page that has none yet.
import { controlId } from "./ids.ts";
import { writeFindings } from "./served.ts";
import type { FormState } from "./state.ts";
import { fieldTree } from "./template-field.ts";
import { memoryTree } from "./template-memory.ts";
import { el, orNone, type TreeElement } from "./tree.ts";
import type { FormView, SummaryView } from "./view.ts";
import type { FieldView } from "./view-field.ts";
import type { FormWords } from "./words.ts";

/** Fields of one group, which stand together, under the group's heading. */
function groupTree(group: string, fields: readonly FieldView[], words: FormWords): TreeElement {
  const blocks = fields.map((field) => fieldTree(field, words));
  const about = words.about[group];
  return el(
    "fieldset",
    {
      class: "vestibule-group",
      "data-group": group,
      hidden: fields.every(({ hidden }) => hidden),
    },
    el("legend", {}, el("h2", { class: "vestibule-heading", "data-part": "group" }, words.groups[group] ?? group)),
    about === undefined ? null : el("p", { class: "vestibule-about", "data-part": "about" }, about),
    el("div", { class: "vestibule-fields" }, blocks),
  );
}

export function summaryItem({ field, text }: SummaryView): TreeElement {
  if (field === null) return el("li", {}, text);
  return el("li", {}, el("a", { href: `#${controlId(field)}`, "data-goto": field }, text));
}

function summaryTree(entries: readonly SummaryView[], words: FormWords): TreeElement {
  const attributes = {
    class: "vestibule-summary",
    "data-part": "summary",
    tabindex: "-1",
    hidden: entries.length === 0,
  };
  // The outer block takes the focus and the inner one is the alert, or some screen readers would read it twice.
  return el(
    "div",
    attributes,
    el(
      "div",
      { role: "alert" },
      el("h2", { class: "vestibule-heading", "data-part": "summary-heading" }, words.summaryHeading),
      el("ul", { "data-part": "summary-list" }, entries.map(summaryItem)),
    ),
  );
}

/** For robots: a person neither sees nor reaches it. A value in it says who filled in the form. */
function trapTree(words: FormWords): TreeElement {
  const id = controlId("trap");
  return el(
    "div",
    { class: "vestibule-unseen", "aria-hidden": "true" },
    el("label", { for: id, "data-part": "trap" }, words.trap),
    el("input", { type: "text", id, name: "form.trap", tabindex: "-1", autocomplete: "off" }),
  );
}

/** What was filled in from a pasted text, and its undo; there only with a script. */
function noticeTree(words: FormWords): TreeElement {
  return el(
    "div",
    { class: "vestibule-notice", "data-part": "notice", hidden: true },
    el("p", { "data-part": "notice-text" }),
    el("button", { class: "vestibule-action", type: "button", "data-part": "unfill" }, words.unfill),
  );
}

/** The place of what a script has to say: of the record before it is sent, and of the sending. */
function panelTree(name: string, before: TreeElement | null = null): TreeElement {
  const id = controlId(name);
  return el(
    "section",
    { class: `vestibule-${name}`, "data-part": name, tabindex: "-1", "aria-labelledby": id, hidden: true },
    el("h2", { class: "vestibule-heading", id, "data-part": `${name}-heading` }),
    before,
    el("div", { "data-part": `${name}-body` }),
  );
}

export interface FormTreeOptions {
  readonly words: FormWords;
  /** BCP 47; a form without JavaScript says in it in which language the answer is to be. */
  readonly tag: string;
  /** Where the form is posted. */
  readonly action: string;
}

/** The whole form. */
export function formTree(view: FormView, state: FormState, { words, tag, action }: FormTreeOptions): TreeElement {
  const groups = [...new Set(view.fields.map(({ field }) => field.group))].map((group) => {
    const fields = view.fields.filter(({ field }) => field.group === group);
    return groupTree(group, fields, words);
  });
  return el(
    "form",
    {
      class: "vestibule-form",
      method: "post",
      action,
      "data-vestibule": "signup",
      "data-findings": orNone(writeFindings(state)),
    },
    summaryTree(view.summary, words),
    noticeTree(words),
    groups,
    panelTree("review", el("div", { class: "vestibule-known", "data-part": "known", hidden: true })),
    el(
      "div",
      { class: "vestibule-send" },
      el("button", { class: "vestibule-submit", type: "submit", "data-part": "submit" }, words.submit),
      trapTree(words),
      el("input", { type: "hidden", name: "form.locale", value: tag }),
    ),
    // Not among what is hidden with the button: nothing hidden is read out.
    el("p", { class: "vestibule-unseen", role: "status", "data-part": "status" }),
    panelTree("outcome"),
    memoryTree(words),
  );
}
