// Defines <vestibule-signup>: the one file of the package that does something on import, once.
import { VestibuleSignup } from "./index.ts";

/** What is imported here alone brings the types of the element and of its events, too. */
export type { VestibuleSignup };

const name = "vestibule-signup";

/** Does nothing on a server. A name that is taken stays with who has it, and a warning says so. */
export function define(): void {
  if (globalThis.customElements === undefined) return;
  const there = customElements.get(name);
  if (there === undefined) customElements.define(name, VestibuleSignup);
  else if (there !== VestibuleSignup) {
    // biome-ignore lint/suspicious/noConsole: whoever put two copies on a page is to find out
    console.warn(`<${name}> is defined already, by another copy of vestibule; this is ${BUILD_VERSION}.`);
  }
}

define();
