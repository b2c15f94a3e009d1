// The review as a step of the browser's history: Back leads from it to the fields, as from a page of its own, and Forward
// to it again. Nothing of the answers is in the history.
import type { VestibuleSignup } from "vestibule/element";

const mark = "vestibule-review";

function isReviewEntry(): boolean {
  return history.state === mark;
}

export function followSteps(element: VestibuleSignup): void {
  let step = "fields";
  element.addEventListener("vestibule-step", ({ detail }) => {
    step = detail.step;
    // The entry is still there when the person has gone back by a button of the page.
    if (step === "review" && !isReviewEntry()) history.pushState(mark, "");
  });
  window.addEventListener("popstate", () => {
    // A link within the page leads to no other step.
    if (isReviewEntry() === (step === "review")) return;
    if (step === "review") element.querySelector<HTMLElement>("[data-change]")?.click();
    else if (step === "fields") element.querySelector("form")?.requestSubmit();
  });
}
