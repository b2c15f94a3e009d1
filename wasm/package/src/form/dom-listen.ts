// Turns what the browser reports into what happened to the form.
import type { Binding } from "./dom-binding.ts";

/** The field whose control this is; null for other elements, such as a field's button. */
function fieldOfControl(target: EventTarget | null): string | null {
  if (!(target instanceof HTMLElement)) return null;
  const field = target.closest<HTMLElement>("[data-field]")?.dataset["field"];
  return field !== undefined && field === target.getAttribute("name") ? field : null;
}

function marked(target: EventTarget | null, mark: "action" | "change" | "goto" | "part"): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(`[data-${mark}]`) : null;
}

/**
 * Leaving a field may show an error above the button that is being pressed, which would move away from under the
 * pointer and never be clicked. So while a pointer is down, leaving waits until it is up and its click is over.
 */
function afterPress(leave: (field: string) => void, signal: AbortSignal): (field: string) => void {
  const waiting = new Set<string>();
  let pressed = false;
  const press = (): void => {
    pressed = true;
  };
  const release = (): void => {
    pressed = false;
    setTimeout(() => {
      if (signal.aborted) return;
      for (const field of waiting) leave(field);
      waiting.clear();
    });
  };
  document.addEventListener("pointerdown", press, { signal, capture: true });
  document.addEventListener("pointerup", release, { signal, capture: true });
  document.addEventListener("pointercancel", release, { signal, capture: true });
  return (field) => {
    if (pressed) waiting.add(field);
    else leave(field);
  };
}

export function listen(form: HTMLFormElement, binding: Binding, signal: AbortSignal): void {
  const leave = afterPress((field) => binding.leave(field), signal);
  const onField = (event: Event, then: (field: string) => void): void => {
    const field = fieldOfControl(event.target);
    if (field !== null) then(field);
  };

  // A country may put a list in the place of a text that the browser, filling in the whole form, writes to next.
  const inTurn = (event: Event, work: () => void): void => {
    if (event.target instanceof HTMLSelectElement) setTimeout(() => signal.aborted || work());
    else work();
  };

  form.addEventListener(
    "input",
    (event) =>
      onField(event, (field) => {
        inTurn(event, () => binding.input(field, event instanceof InputEvent && event.isComposing));
      }),
    { signal },
  );
  form.addEventListener("compositionend", (event) => onField(event, (field) => binding.input(field, false)), {
    signal,
  });
  form.addEventListener(
    "change",
    (event) =>
      onField(event, (field) => {
        inTurn(event, () => {
          binding.input(field, false);
          // Filled in by the browser, not typed: nobody will leave this field.
          if (event.target !== document.activeElement) leave(field);
        });
      }),
    { signal },
  );
  form.addEventListener(
    "focusout",
    (event) =>
      onField(event, (field) => {
        // The window lost the focus, not the field; or it went from one radio to the next, or to the field's button.
        if (event.target === document.activeElement) return;
        const block = event.target instanceof Element ? event.target.closest("[data-field]") : null;
        if (event.relatedTarget instanceof Node && block?.contains(event.relatedTarget)) return;
        leave(field);
      }),
    { signal },
  );
  form.addEventListener(
    "click",
    (event) => {
      // The second click of a double one was meant for the button as it was before the first.
      const isPart = (name: string): boolean => marked(event.target, "part")?.dataset["part"] === name;
      if (isPart("submit") && event.detail > 1) event.preventDefault();
      if (isPart("check")) binding.check();
      if (isPart("unfill")) binding.unfill();
      if (isPart("use")) binding.useKnown();
      const button = marked(event.target, "action");
      const action = button?.dataset["action"];
      const field = button?.closest<HTMLElement>("[data-field]")?.dataset["field"] ?? "";
      if (action === "accept" || action === "undo") binding.act(field, action);
      const change = marked(event.target, "change")?.dataset["change"];
      if (change !== undefined) binding.changeGroup(change);
      const goal = marked(event.target, "goto")?.dataset["goto"];
      if (goal === undefined) return;
      event.preventDefault();
      binding.goTo(goal);
    },
    { signal },
  );
  form.addEventListener(
    "paste",
    (event) =>
      onField(event, (field) => {
        const text = event.clipboardData?.getData("text/plain") ?? "";
        void binding.paste(field, text, event.target instanceof HTMLTextAreaElement);
      }),
    { signal },
  );
  form.addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      binding.submit();
    },
    { signal },
  );
}
