// vestibule/signup: sends a sign-up to the gateway, once. The rules are the core's; this runs them in a browser.
export { type Answer, noAnswer, type RawAnswer, readAnswer, readRetryAfter } from "./answer.ts";
export { createSignup, type Signup, type SignupAct, type SignupCore, type SignupOptions } from "./create.ts";
export { forgetStored } from "./database.ts";
export type { DraftStore, DraftValues } from "./drafts.ts";
export type { KnownCustomer, Likeness } from "./known.ts";
export { browserMemory, type FormMemory, type MemoryOptions } from "./memory.ts";
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
export type { AttemptStore, Held, KeptAttempt } from "./store.ts";
