// vestibule/signup: sends a sign-up to the gateway, once. The machine without a browser, and the host that runs it.
export { type Answer, noAnswer, type RawAnswer, readAnswer, readRetryAfter } from "./answer.ts";
export { createSignup, type Signup, type SignupAct, type SignupOptions } from "./create.ts";
export type { Fresh, SignupEffect, SignupEvent, Stamp } from "./event.ts";
export { step } from "./machine.ts";
export type { SignupStep } from "./moves.ts";
export type { Fetch } from "./requests.ts";
export {
  type Attempt,
  type Created,
  initialSignup,
  type Problem,
  type Pursuit,
  type ServerFinding,
  type SignupState,
  type Submission,
} from "./state.ts";
export { type AttemptStore, sessionStore } from "./storage.ts";
