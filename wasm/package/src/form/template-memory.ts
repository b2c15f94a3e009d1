// What the form says of what this browser keeps.
import type { KnownCustomer } from "../signup/known.ts";
import { controlId } from "./ids.ts";
import type { FormLanguage } from "./messages.ts";
import { knownFacts } from "./outcome.ts";
import { el, type TreeElement } from "./tree.ts";
import { type FormWords, withValue } from "./words.ts";

/** The box that asks for a draft, and the button that erases; a script shows them. */
export function memoryTree({ memory: words }: FormWords): TreeElement {
  const id = controlId("keep");
  return el(
    "div",
    { class: "vestibule-memory", "data-part": "memory", hidden: true },
    el(
      "label",
      { class: "vestibule-keep", for: id, "data-part": "keep", hidden: true },
      el("input", { type: "checkbox", id, "data-part": "keep-box" }),
      el("span", { "data-part": "keep-text" }, words.keep),
    ),
    el("button", { class: "vestibule-action", type: "button", "data-part": "forget" }, words.forget),
    // A status far from here says the same aloud.
    el("p", { class: "vestibule-said", "data-part": "memory-said", "aria-hidden": "true", hidden: true }),
  );
}

/** A customer that was made in this browser and is like this record. */
export function knownTrees(known: KnownCustomer, language: FormLanguage): readonly TreeElement[] {
  const { memory: words } = language.words;
  const [first = "name"] = known.same;
  const rows = knownFacts(known, language).map(({ label, value }) => {
    return el("div", {}, el("dt", {}, label), el("dd", {}, el("bdi", {}, value)));
  });
  return [
    el("p", {}, withValue(words.known, words.same[first])),
    el("dl", { class: "vestibule-record" }, rows),
    el("button", { class: "vestibule-action", type: "button", "data-part": "use" }, words.use),
    el("p", {}, words.anew),
  ];
}
