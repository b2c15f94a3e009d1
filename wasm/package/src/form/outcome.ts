// What is shown of a sign-up while it is sent and when it has ended. Computing only, like view.ts.

import { fixedText } from "../message.ts";
import type { KnownCustomer } from "../signup/known.ts";
import type { Problem, Pursuit, SignupState } from "../signup/state.ts";
import type { Locale } from "../types.ts";
import type { FormLanguage } from "./messages.ts";
import type { ReadyView } from "./view.ts";
import type { WordTable } from "./words.ts";

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A stage of the customer's life, and what it means for the person; "" where nothing needs to be said. */
export interface StageView {
  readonly name: string;
  readonly text: string;
  readonly state: "past" | "present" | "ahead";
}

/** What is said beside the form, or in its place. */
export interface PanelView {
  readonly kind: "created" | "waiting" | "problem";
  /** After a reload there is nothing in the form to look at, or it has to be filled in first. */
  readonly place: "below" | "above" | "instead";
  readonly heading: string;
  readonly texts: readonly string[];
  readonly facts: readonly Fact[];
  /** How the customer's life goes on, in order; empty where there is no customer, or its stage is none of these. */
  readonly stages: readonly StageView[];
  readonly record: readonly ReadyView[];
  /** The words of a button that asks again; "" without one. */
  readonly check: string;
  /** It changes what the person does next, so the focus goes there. */
  readonly takesFocus: boolean;
}

export interface OutcomeView {
  /** Answers stay as they are. */
  readonly locked: boolean;
  readonly busy: boolean;
  /** The words of the button. */
  readonly submit: string;
  /** The page's title; with {value} where its own title goes. */
  readonly title: string;
  readonly panel: PanelView | null;
}

const plain = { place: "below", texts: [], facts: [], stages: [], record: [], check: "", takesFocus: false } as const;

// By the code, by its area ("upstream.unknown", then "upstream"), or for any.
function wordsAbout(words: WordTable, prefix: string, code: string): string {
  const [area = ""] = code.split(".", 1);
  return words[`${prefix} ${code}`] ?? words[`${prefix} ${area}`] ?? words[prefix] ?? "";
}

function said(words: WordTable, ...names: readonly string[]): readonly string[] {
  return names.map((name) => words[name] ?? "").filter((text) => text !== "");
}

type Waiting = SignupState & { readonly name: "queued" | "waiting" | "unresolved" | "expired" };

type Held = Waiting & { readonly name: "queued" };

function isHeld(state: Waiting): state is Held {
  return state.name === "queued" && state.reason === "browser.offline";
}

/** What closing the page would cost. */
function keepWords({ volatile, submission, answersKept }: Pursuit): string {
  if (volatile) return "volatile";
  if (submission === null) return "";
  return answersKept ? "mayClose" : "keepOpen";
}

/** Kept for when there is a network, and for certain never sent before: nothing needs to be confirmed. */
function isUnsent(state: Waiting): boolean {
  return isHeld(state) && state.next === "send" && state.pursuit.sends === 1;
}

const goesOn = { queued: "", waiting: "goesOn", unresolved: "rests", expired: "expired" } as const;

function viewWaiting(state: Waiting, words: WordTable): PanelView {
  const { name, reason, pursuit } = state;
  const about = wordsAbout(words, "reason", reason);
  const rests = name === "unresolved" || name === "expired";
  const unsent = isUnsent(state);
  const check = unsent ? "trySend" : rests || isHeld(state) ? "check" : "";
  const then = [about, ...said(words, goesOn[name], keepWords(pursuit))].filter((text) => text !== "").join(" ");
  return {
    ...plain,
    kind: "waiting",
    place: pursuit.submission === null ? "instead" : "below",
    heading: words[unsent ? "unsentHeading" : "waitingHeading"] ?? "",
    texts: [...said(words, unsent ? "" : "waiting"), then],
    check: words[check] ?? "",
    takesFocus: rests,
  };
}

function viewRefused({ code }: Problem, words: WordTable, locale: Locale): PanelView {
  // Words with a place to fill belong to a finding at a field.
  const why = fixedText(locale.codes[code] ?? "{}") ?? words["refused"] ?? "";
  const texts = [why, ...said(words, "refusedNext")];
  return { ...plain, kind: "problem", heading: words["refusedHeading"] ?? "", texts, takesFocus: true };
}

/** The order in which a customer comes through them. */
const stageNames: readonly string[] = ["Prospect", "Active", "Managed"];

function viewStages(stage: string, words: WordTable): readonly StageView[] {
  const present = stageNames.indexOf(stage);
  if (present === -1) return [];
  return stageNames.map((name, index): StageView => {
    const state = index < present ? "past" : index === present ? "present" : "ahead";
    // What is next is said of the stage that is there, and what leads on of the one after it.
    const said = index === present ? `next ${stage}` : index === present + 1 ? `then ${stage}` : "";
    return { name: words[`stage ${name}`] ?? name, text: words[said] ?? "", state };
  });
}

function viewCreated(
  { created, earlier }: SignupState & { readonly name: "confirmed" },
  words: WordTable,
  record: readonly ReadyView[],
): PanelView {
  const { id, accountNumber, stage } = created;
  const stages = viewStages(stage, words);
  const number = accountNumber === null ? [] : [{ label: words["accountNumber"] ?? "", value: accountNumber }];
  return {
    kind: "created",
    place: "instead",
    heading: words["createdHeading"] ?? "",
    texts: said(words, accountNumber === null ? "noAccountNumber" : "keepNumber", earlier ? "earlier" : ""),
    facts: [
      ...number,
      { label: words["customerId"] ?? "", value: id },
      ...(stages.length === 0 ? [{ label: words["stage"] ?? "", value: words[`stage ${stage}`] ?? stage }] : []),
    ],
    stages,
    // There is nothing left to be corrected before it is sent.
    record: earlier ? [] : record.map((row) => ({ ...row, doubt: "" })),
    check: "",
    takesFocus: true,
  };
}

/** Which account it is: by its number, or by its id while it has none; and since when. */
export function knownFacts({ id, accountNumber, since }: KnownCustomer, { words, tag }: FormLanguage): readonly Fact[] {
  const { outcome, memory } = words;
  const number = { label: outcome["accountNumber"] ?? "", value: accountNumber ?? "" };
  const date = new Intl.DateTimeFormat(tag, { dateStyle: "long" }).format(since);
  return [
    accountNumber === null ? { label: outcome["customerId"] ?? "", value: id } : number,
    { label: memory.since, value: date },
  ];
}

/** A customer that was made in this browser before, and is to be used. */
export function viewKnown(known: KnownCustomer, language: FormLanguage): OutcomeView {
  const { memory, submit } = language.words;
  const facts = knownFacts(known, language);
  const panel = {
    ...plain,
    kind: "created",
    place: "instead",
    heading: memory.usingHeading,
    texts: [memory.using],
  } as const;
  return { locked: true, busy: false, submit, title: "{value}", panel: { ...panel, facts, takesFocus: true } };
}

/** `record`: what was sent, as the form shows it. */
export function viewOutcome(
  state: SignupState,
  record: readonly ReadyView[],
  { words: { outcome: words, submit, titlePrefix }, locale }: FormLanguage,
): OutcomeView {
  const still = { locked: false, busy: false, submit, title: "{value}", panel: null };
  const held = { ...still, locked: true, busy: true, submit: words["sending"] ?? submit };
  switch (state.name) {
    case "editing": {
      if (state.attempt === null) return still;
      const note = { ...plain, kind: "waiting", place: "above", heading: words["missingHeading"] ?? "" } as const;
      return { ...still, panel: { ...note, texts: said(words, "missing") } };
    }
    case "persisting":
    case "sending":
      return held;
    case "queued":
    case "waiting":
    case "unresolved":
    case "expired": {
      // For the moment it takes to find out whether it may be sent.
      if (state.name === "queued" && state.reason === "") return held;
      const isBusy = state.name === "waiting" || state.name === "queued";
      return {
        ...held,
        busy: isBusy,
        submit: isHeld(state) ? (words["offline"] ?? submit) : isBusy ? held.submit : submit,
        title: words[isUnsent(state) ? "unsentTitle" : "waitingTitle"] ?? "",
        panel: viewWaiting(state, words),
      };
    }
    case "confirmed":
      return { ...still, locked: true, title: words["createdTitle"] ?? "", panel: viewCreated(state, words, record) };
    case "refused": {
      // Errors stand in the summary and at their fields.
      if (state.problem.findings.some(({ severity }) => severity === "error")) return still;
      return { ...still, title: `${titlePrefix}{value}`, panel: viewRefused(state.problem, words, locale) };
    }
  }
}
