// Joins the form to what the browser keeps: the box that asks for a draft, the button that erases everything, and the
// customer that was made here before. Where nothing can be kept, nothing of it is there.

import type { DraftValues } from "../signup/drafts.ts";
import type { KnownCustomer } from "../signup/known.ts";
import type { FormMemory } from "../signup/memory.ts";
import type { Created } from "../signup/state.ts";
import { part } from "./dom-parts.ts";
import type { FormLanguage } from "./messages.ts";
import { knownTrees } from "./template-memory.ts";
import { makeElement } from "./tree-dom.ts";

/** A pause in typing after which a draft is written. */
const pauseMs = 400;

/** Storage that does not answer holds nobody up for longer. */
const storageMs = 1000;

function inTime<Value>(work: Promise<Value>): Promise<Value | null> {
  return Promise.race([work, new Promise<null>((done) => setTimeout(() => done(null), storageMs))]);
}

/** What is asked of the form. */
export interface Remembered {
  values(): DraftValues;
  recall(values: DraftValues): void;
  clear(): void;
  say(text: string): void;
  language(): FormLanguage;
}

export class MemoryBinding {
  readonly #form: HTMLFormElement;
  readonly #memory: FormMemory;
  readonly #page: Remembered;
  readonly #box: HTMLInputElement;
  #known: KnownCustomer | null = null;
  /** The record that was asked about last. */
  #hinted: object | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HTMLFormElement, memory: FormMemory, page: Remembered, signal: AbortSignal) {
    this.#form = form;
    this.#memory = memory;
    this.#page = page;
    this.#box = part(form, "keep-box") as HTMLInputElement;
    part(form, "memory").hidden = false;
    part(form, "keep").hidden = memory.drafts === null;
    this.#box.addEventListener("change", () => this.#keep(), { signal });
    part(form, "forget").addEventListener("click", () => void this.#forget(), { signal });
    addEventListener("pagehide", () => this.#flush(), { signal });
    this.#recall().catch(() => {
      part(form, "keep").hidden = true;
    });
  }

  /** A draft is put back only where nothing has been typed yet; some browsers have done so themselves. */
  async #recall(): Promise<void> {
    const draft = (await this.#memory.drafts?.read()) ?? null;
    if (draft === null) return;
    const values = this.#page.values();
    const isUntouched = Object.values(values).every((value) => value === "");
    if (!isUntouched && Object.entries(draft).some(([name, value]) => values[name] !== value)) return;
    this.#box.checked = true;
    if (isUntouched) this.#page.recall(draft);
    this.#tell(this.#page.language().words.memory.recalled);
  }

  /**
   * For whoever shows it: "writing" while what stands in the form is not kept yet, then "kept"; "erasing" while a draft
   * goes, then "".
   */
  #mark(state: "" | "erasing" | "kept" | "writing"): void {
    part(this.#form, "keep").dataset["state"] = state;
  }

  #keep(): void {
    if (this.#box.checked) this.#flush();
    else this.#erase();
  }

  #erase(): void {
    const { drafts } = this.#memory;
    clearTimeout(this.#timer);
    if (drafts === null) return;
    this.#mark("erasing");
    drafts.clear().then(
      () => this.#box.checked || this.#mark(""),
      // It is there still, and the box says so.
      () => {
        this.#box.checked = true;
      },
    );
  }

  /** To the eye and to the ear, until something is typed. */
  #tell(text: string): void {
    const said = part(this.#form, "memory-said");
    said.textContent = text;
    said.hidden = text === "";
    if (text !== "") this.#page.say(text);
  }

  /** Something was typed. */
  edited(): void {
    clearTimeout(this.#timer);
    this.#tell("");
    if (!this.#box.checked) return;
    this.#mark("writing");
    this.#timer = setTimeout(() => this.#flush(), pauseMs);
  }

  #flush(): void {
    clearTimeout(this.#timer);
    const values = this.#page.values();
    const isLast = (): boolean => this.#box.checked && JSON.stringify(values) === JSON.stringify(this.#page.values());
    if (!this.#box.checked) return;
    const written = this.#memory.drafts?.write(values) ?? Promise.resolve();
    written.then(() => isLast() && this.#mark("kept")).catch(() => {});
  }

  /** The sign-up has ended well: the draft has served, and the customer is remembered. */
  ended(customer: object, created: Created): void {
    this.#box.checked = false;
    this.#erase();
    void this.#memory.remember(customer, created).catch(() => {});
  }

  async #forget(): Promise<void> {
    clearTimeout(this.#timer);
    this.#box.checked = false;
    const { words } = this.#page.language();
    try {
      await this.#memory.forget();
      this.#page.clear();
      this.#tell(words.memory.forgotten);
    } catch {
      this.#tell(words.memory.notForgotten);
    }
  }

  /** The customer that the last hint was about. */
  get known(): KnownCustomer | null {
    return this.#known;
  }

  /**
   * Looks whether a record is like a customer that was made here, and says so in the review. An answer that takes longer
   * than this waits is shown when it comes, unless another record was asked about meanwhile.
   */
  async hint(customer: object): Promise<void> {
    if (this.#hinted !== customer) this.#show(null);
    this.#hinted = customer;
    const isLast = (): boolean => this.#hinted === customer;
    const known = this.#memory.known(customer).catch(() => null);
    await inTime(known.then((found) => isLast() && this.#show(found)));
  }

  #show(known: KnownCustomer | null): void {
    this.#known = known;
    const place = part(this.#form, "known");
    place.replaceChildren(...(known === null ? [] : knownTrees(known, this.#page.language()).map(makeElement)));
    place.hidden = known === null;
  }

  /** Says the last hint in the language of now; the focus stays on its button. */
  rewrite(): void {
    if (this.#known === null) return;
    const place = part(this.#form, "known");
    const isFocused = place.contains(document.activeElement);
    this.#show(this.#known);
    if (isFocused) place.querySelector("button")?.focus();
  }

  /**
   * Looks again before a record is sent: another tab may have opened the account meanwhile. True when there is
   * something new to tell, which is said.
   */
  async hasNews(customer: object): Promise<boolean> {
    const told = this.#known?.id;
    await this.hint(customer);
    if (this.#known === null || this.#known.id === told) return false;
    const place = part(this.#form, "known");
    place.scrollIntoView({ block: "nearest" });
    this.#page.say(place.textContent ?? "");
    return true;
  }
}
