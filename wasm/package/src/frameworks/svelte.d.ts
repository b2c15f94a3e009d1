// vestibule/svelte: <vestibule-signup> in the templates of Svelte 5. Types alone; vestibule/define brings the element.
import type { HTMLAttributes } from "svelte/elements";
import type { VestibuleSignup } from "../element/index.js";
import type { VestibuleSignupListeners, VestibuleSignupProps } from "./props.js";

declare module "svelte/elements" {
  interface SvelteHTMLElements {
    "vestibule-signup": HTMLAttributes<VestibuleSignup> & VestibuleSignupProps & VestibuleSignupListeners;
  }
}
