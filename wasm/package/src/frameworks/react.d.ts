// vestibule/react: <vestibule-signup> in the JSX of React 19. Types alone; vestibule/define brings the element.
import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { VestibuleSignup } from "../element/index.js";
import type { VestibuleSignupListeners, VestibuleSignupProps } from "./props.js";

declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      "vestibule-signup": DetailedHTMLProps<HTMLAttributes<VestibuleSignup>, VestibuleSignup> &
        VestibuleSignupProps &
        VestibuleSignupListeners;
    }
  }
}
