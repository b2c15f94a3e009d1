// vestibule/element: the class behind <vestibule-signup>. vestibule/define gives it its name.
export { VestibuleSignup, type VestibuleSignupOptions } from "./element.ts";
export type { VestibuleSignupEventName, VestibuleSignupEvents } from "./events.ts";
