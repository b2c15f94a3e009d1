// vestibule/vue: <vestibule-signup> in the templates of Vue 3. Types alone; vestibule/define brings the element.
import type { DefineComponent } from "vue";
import type { VestibuleSignupProps, VestibuleSignupVueListeners } from "./props.js";

declare module "vue" {
  interface GlobalComponents {
    "vestibule-signup": DefineComponent<VestibuleSignupProps & VestibuleSignupVueListeners>;
  }
}
