// <vestibule-signup>: sign-up in one element, in the light DOM. It takes over the form inside it, or makes one where it is
// empty. Importing this defines nothing, and does nothing on a server.
import { type BoundForm, bindSignupForm, type LanguageChange } from "../form/dom.ts";
import { type HeldSubmit, holdSubmit } from "../form/dom-hold.ts";
import { makeForm } from "../form/dom-make.ts";
import { askedBy } from "../form/fields.ts";
import type { FormLanguage } from "../form/messages.ts";
import { createSignup, type Signup } from "../signup/create.ts";
import { browserMemory } from "../signup/memory.ts";
import type { Core, LoadOptions } from "../types.ts";
import { tell, tellState, type VestibuleSignupEvents } from "./events.ts";
import { languageFor } from "./language.ts";

/** A server has no elements: there the class exists and cannot be used. */
const Base: typeof HTMLElement = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/** What a host may set as properties beside the attributes; before the element is connected. */
export interface VestibuleSignupOptions {
  /** A core of the host's own; else the element loads one. */
  core?: PromiseLike<Core> | undefined;
  /** What the tenant asks for (core/docs/profile.md); taken by the core that the element loads. */
  profile?: LoadOptions["profile"] | undefined;
  /** Words of the host's own, in place of the package's. */
  language?: FormLanguage | undefined;
}

const optionNames = ["core", "profile", "language"] as const;

/**
 * Attributes, read when the element is connected: `endpoint` (where the gateway's API is, default "/api"), `locale`
 * (default: the language of the page around it), `validate-on` ("blur" or "submit"), `review` ("none": send without
 * showing the record once more), `drafts` (offer to keep unsent answers for a week), `contact` (ask for a person at a company,
 * too, in a form that the element makes), `name` (tells several forms of a site apart, default "signup").
 */
export class VestibuleSignup extends Base implements VestibuleSignupOptions {
  // Frameworks set what they find on the prototype as properties, and anything else as attributes.
  readonly #options: VestibuleSignupOptions = {};
  #bound: BoundForm | undefined;
  #signup: Signup | undefined;
  #connected = new AbortController();

  constructor() {
    super();
    // What a page set before the element was defined stands in the way of the accessors.
    for (const name of optionNames) {
      if (!Object.hasOwn(this, name)) continue;
      Object.assign(this.#options, { [name]: this[name] });
      delete (this as VestibuleSignupOptions)[name];
    }
  }

  get core(): PromiseLike<Core> | undefined {
    return this.#options.core;
  }
  set core(core: PromiseLike<Core> | undefined) {
    this.#options.core = core;
  }

  get profile(): LoadOptions["profile"] | undefined {
    return this.#options.profile;
  }
  set profile(profile: LoadOptions["profile"] | undefined) {
    this.#options.profile = profile;
  }

  get language(): FormLanguage | undefined {
    return this.#options.language;
  }
  set language(language: FormLanguage | undefined) {
    this.#options.language = language;
  }

  connectedCallback(): void {
    this.#connected = new AbortController();
    const { signal } = this.#connected;
    // While the page is read, the form inside may not be there yet.
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", () => void this.#start(signal), { signal, once: true });
    } else void this.#start(signal);
  }

  disconnectedCallback(): void {
    this.#connected.abort();
    this.#bound?.unbind();
    this.#signup?.close();
  }

  static readonly observedAttributes: readonly string[] = ["locale"];

  attributeChangedCallback(): void {
    const tag = this.#tag;
    // What was asked for last holds, whatever arrives last; words that cannot be had leave those that are there.
    const take = (language: FormLanguage): void => {
      if (this.#bound !== undefined && this.#tag === tag) this.setLanguage(language);
    };
    if (this.#bound !== undefined) languageFor(tag).then(take, () => {});
  }

  /** Says everything in another language at once; what was typed, what shows of it and the focus stay. */
  setLanguage(change: LanguageChange): void {
    this.language = change;
    this.#bound?.setLanguage(change);
  }

  /** The flight record of the sign-up: what happened and what was done, as NDJSON without answers. */
  record(): string {
    return this.#signup?.record() ?? "";
  }

  get #tag(): string {
    const around = this.closest<HTMLElement>("[lang]")?.lang ?? "";
    return this.getAttribute("locale") ?? (around === "" ? navigator.language : around);
  }

  /** A framework may write that a flag is off. */
  #has(flag: string): boolean {
    return (this.getAttribute(flag) ?? "false") !== "false";
  }

  async #load(): Promise<Core> {
    const { load } = await import("../index.browser.ts");
    return load(this.profile === undefined ? {} : { profile: this.profile });
  }

  /** A form for what the tenant asks for; only for a tenant's own has it to wait for the core. */
  async #make(core: PromiseLike<Core>, language: FormLanguage, endpoint: string): Promise<HTMLFormElement> {
    const isOwn = this.profile !== undefined || this.core !== undefined;
    const fields = askedBy(isOwn ? await core : {}, this.#has("contact"));
    return makeForm({ ...language, action: `${endpoint}/signups`, fields });
  }

  async #start(signal: AbortSignal): Promise<void> {
    const endpoint = (this.getAttribute("endpoint") ?? "/api").replace(/\/+$/, "");
    const core = this.core ?? this.#load();
    const there = this.querySelector<HTMLFormElement>('form[data-vestibule="signup"]');
    // The words may still be on their way when the button is pressed.
    const held = there === null ? undefined : holdSubmit(there);
    try {
      const tag = this.#tag;
      const language = this.language ?? (await languageFor(tag));
      const form = there ?? (await this.#make(core, language, endpoint));
      // Moved meanwhile: it has begun anew where it is now.
      if (signal.aborted) return void held?.release();
      if (there === null) this.append(form);
      this.#bind(form, held ?? holdSubmit(form), core, language, endpoint);
      if (this.language === undefined && this.#tag !== tag) this.attributeChangedCallback();
      const { version } = await core;
      await this.#bound?.ready;
      if (!signal.aborted) tell(this, "vestibule-ready", { version });
    } catch {
      if (held?.release() === true) there?.requestSubmit();
      if (!signal.aborted) tell(this, "vestibule-error", { code: "core.unavailable" });
    }
  }

  #bind(
    form: HTMLFormElement,
    held: HeldSubmit,
    core: PromiseLike<Core>,
    language: FormLanguage,
    endpoint: string,
  ): void {
    const name = this.getAttribute("name") ?? "signup";
    const signup = createSignup({ core, endpoint, form: name });
    let before = signup.state;
    signup.subscribe((state) => {
      tellState(this, state, before);
      before = state;
    });
    this.#signup = signup;
    this.#bound = bindSignupForm(form, {
      core,
      signup,
      held,
      ...language,
      validateOn: this.getAttribute("validate-on") === "submit" ? "submit" : "blur",
      review: this.getAttribute("review") !== "none",
      memory: browserMemory({ endpoint, form: name, drafts: this.#has("drafts") }),
      hooks: {
        report: ({ type, ...detail }) => void tell(this, `vestibule-${type}`, detail as never),
        beforeSend: () => tell(this, "vestibule-submit", {}),
      },
    });
    // Another was asked for while the words of this one were on their way; or the form stands in a page of another one.
    const wanted = this.language ?? language;
    if (wanted !== language || form.closest<HTMLElement>("[lang]")?.lang !== wanted.tag)
      this.#bound.setLanguage(wanted);
  }
}

type ElementEvents = { [Name in keyof VestibuleSignupEvents]: CustomEvent<VestibuleSignupEvents[Name]> };

declare global {
  interface HTMLElementTagNameMap {
    "vestibule-signup": VestibuleSignup;
  }
  // Where they come to by bubbling.
  interface DocumentEventMap extends ElementEvents {}
  interface HTMLElementEventMap extends ElementEvents {}
}
