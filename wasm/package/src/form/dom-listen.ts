// Turns what the browser reports into what happened to the form.
import type { Binding } from "./dom-binding.ts";
import { isSignupFieldName, type SignupFieldName } from "./fields.ts";

function fieldOfControl(target: EventTarget | null): SignupFieldName | null {
  if (!(target instanceof HTMLElement)) return null;
  const name = target.getAttribute("name") ?? "";
  return isSignupFieldName(name) ? name : null;
}

function marked(target: EventTarget | null, mark: "action" | "goto"): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(`[data-${mark}]`) : null;
}

/**
 * Leaving a field may show an error above the button that is being pressed, which would move away from under the
 * pointer and never be clicked. So while a pointer is down, leaving waits until it is up and its click is over.
 */
function afterPress(leave: (field: SignupFieldName) => void, signal: AbortSignal): (field: SignupFieldName) => void {
  const waiting = new Set<SignupFieldName>();
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
  const onField = (event: Event, then: (field: SignupFieldName) => void): void => {
    const field = fieldOfControl(event.target);
    if (field !== null) then(field);
  };

  form.addEventListener(
    "input",
    (event) => onField(event, (field) => binding.input(field, event instanceof InputEvent && event.isComposing)),
    { signal },
  );
  form.addEventListener("compositionend", (event) => onField(event, (field) => binding.input(field, false)), {
    signal,
  });
  form.addEventListener(
    "change",
    (event) =>
      onField(event, (field) => {
        binding.input(field, false);
        // Filled in by the browser, not typed: nobody will leave this field.
        if (event.target !== document.activeElement) leave(field);
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
      if (event.target instanceof Element && event.target.matches('[data-part="check"]')) binding.check();
      const button = marked(event.target, "action");
      const action = button?.dataset["action"];
      const field = button?.closest<HTMLElement>("[data-field]")?.dataset["field"] ?? "";
      if ((action === "accept" || action === "undo") && isSignupFieldName(field)) binding.act(field, action);
      const link = marked(event.target, "goto");
      const goal = link?.dataset["goto"] ?? "";
      if (!isSignupFieldName(goal)) return;
      event.preventDefault();
      binding.goTo(goal);
    },
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
