// The rules by which pressing a button leads to one customer. Pure: a state and an event in, the next state and what is
// to be done out. Whatever it cannot know it waits for, with the same key and the same bytes; a new key is only made
// after a final answer.
//
//   editing --submit--> persisting --stored--> sending --created--> confirmed
//      ^                                        |   ^ |--refused--> refused --edit--> editing
//      |                                no answer   resend
//      |                                        v   |
//      +---- never arrived, nothing to send -- waiting --too long--> unresolved --check--> waiting
import type { Answer } from "./answer.ts";
import type { SignupEvent, Stamp } from "./event.ts";
import {
  ask,
  confirm,
  type EventOf,
  next,
  type Pause,
  pause,
  post,
  refuse,
  rest,
  resume,
  type SignupStep,
  send,
  start,
} from "./moves.ts";
import { maxSends } from "./patience.ts";
import type { Pursuit, SignupState } from "./state.ts";

function onSent(pursuit: Pursuit, answer: Answer, stamp: Stamp): SignupStep {
  switch (answer.kind) {
    case "created":
      return confirm(pursuit, answer);
    case "refused":
      return refuse(answer.problem);
    case "stale": {
      const without = { ...pursuit, token: null, stale: true };
      const again: Pause = { move: "send", reason: "form.stale", atLeastMs: 0 };
      return pursuit.stale || pursuit.sends >= maxSends ? pause(without, again, stamp) : send(without);
    }
    case "pending":
      return pause(pursuit, { move: "ask", reason: answer.reason, atLeastMs: answer.retryAfterMs }, stamp);
    case "reused":
      return pause({ ...pursuit, reused: true }, { move: "ask", reason: "", atLeastMs: 0 }, stamp);
    case "failed":
      return pause(pursuit, { move: "send", reason: answer.reason, atLeastMs: answer.retryAfterMs }, stamp);
    case "unknown":
      return pause(pursuit, { move: "ask", reason: "", atLeastMs: 0 }, stamp);
  }
}

/** To a question about the key. `resting`: nobody waits for it any more. */
function onAsked(pursuit: Pursuit, answer: Answer, resting: boolean, stamp: Stamp): SignupStep {
  switch (answer.kind) {
    case "created":
      return confirm(pursuit, answer);
    case "refused":
      return refuse(answer.problem);
    case "unknown":
      // What was sent before a reload is not here any more; its key stays, should it be on its way.
      if (pursuit.submission === null) return next({ name: "editing", attempt: pursuit.attempt });
      return resting || pursuit.sends >= maxSends ? rest(pursuit, "", 0) : send(pursuit);
    default: {
      const [reason, atLeastMs] = "reason" in answer ? [answer.reason, answer.retryAfterMs] : ["", 0];
      if (resting) return rest(pursuit, reason, atLeastMs);
      return pause(pursuit, { move: "ask", reason, atLeastMs }, stamp);
    }
  }
}

function onAnswer(state: SignupState, event: EventOf<"answer">): SignupStep {
  switch (state.name) {
    case "sending":
      return onSent(state.pursuit, event.answer, event);
    case "waiting":
    case "unresolved":
      return onAsked(state.pursuit, event.answer, state.name === "unresolved", event);
    default:
      return next(state);
  }
}

function onWaited(state: SignupState): SignupStep {
  if (state.name === "waiting" && state.next === "send") return send(state.pursuit);
  if (state.name === "waiting" || state.name === "unresolved") return next(state, ask(state.pursuit));
  return next(state);
}

/** A person who asks again gets a fresh while of waiting, and one send if nothing ever arrived. */
function onCheck(state: SignupState, { now }: Stamp): SignupStep {
  if (state.name !== "unresolved") return next(state);
  const pursuit = { ...state.pursuit, since: now, sends: Math.min(state.pursuit.sends, maxSends - 1) };
  return next({ name: "waiting", pursuit, next: "ask", reason: state.reason }, ask(pursuit));
}

/** The next state and what is to be done; the same state and nothing when the event means nothing now. */
export function step(state: SignupState, event: SignupEvent): SignupStep {
  switch (event.type) {
    case "submit":
      if (state.name === "editing") return start(state.attempt, event);
      return state.name === "refused" ? start(null, event) : next(state);
    case "edit":
      return state.name === "refused" ? next({ name: "editing", attempt: null }) : next(state);
    case "resume":
      return state.name === "editing" ? resume(event) : next(state);
    case "stored":
      return state.name === "persisting" ? send({ ...state.pursuit, volatile: !event.ok }) : next(state);
    case "token": {
      if (state.name !== "sending" || state.pursuit.token !== null) return next(state);
      const pursuit = { ...state.pursuit, token: event.token };
      return next({ name: "sending", pursuit }, post(pursuit));
    }
    case "answer":
      return onAnswer(state, event);
    case "waited":
      return onWaited(state);
    case "check":
      return onCheck(state, event);
  }
}
