// Holds back a submit that comes before there is anything to judge it.
import { part } from "./dom-parts.ts";

export interface HeldSubmit {
  /** What is said from now on when the button is pressed, and at once if it was. */
  say(busy: string): void;
  /** Ends it; answers whether the button was pressed. */
  release(): boolean;
}

export function holdSubmit(form: HTMLFormElement): HeldSubmit {
  const ended = new AbortController();
  let pressed = false;
  let words = "";
  const show = (): void => {
    part(form, "submit").setAttribute("aria-busy", String(pressed));
    part(form, "status").textContent = pressed ? words : "";
  };
  form.addEventListener(
    "submit",
    (event) => {
      event.preventDefault();
      pressed = true;
      show();
    },
    { signal: ended.signal },
  );
  return {
    say: (busy) => {
      words = busy;
      if (pressed) show();
    },
    release: () => {
      ended.abort();
      const was = pressed;
      pressed = false;
      if (was) show();
      return was;
    },
  };
}
