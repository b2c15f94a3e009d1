// A stand-in for the gateway, inside the browser's network: it creates what it is sent, once a key, unless it is told
// to answer otherwise. For what a real gateway cannot be made to do at the wanted moment.
import type { BrowserContext, Route } from "playwright-core";

export interface WireAnswer {
  readonly status: number;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** "lost": the connection breaks before an answer. A promise: the answer comes when it does. */
export type Scripted = WireAnswer | "lost" | Promise<WireAnswer | "lost">;

export interface Post {
  readonly key: string;
  readonly body: string;
}

export function problem(status: number, code: string, more: object = {}): WireAnswer {
  return { status, body: { type: `urn:vestibule:problem:${code}`, title: code, status, code, ...more } };
}

/** An answer that comes when `release` is called. */
export function held(answer: WireAnswer | "lost"): { readonly answer: Promise<WireAnswer | "lost">; release(): void } {
  let release = (): void => {};
  const promise = new Promise<WireAnswer | "lost">((done) => {
    release = () => done(answer);
  });
  return { answer: promise, release };
}

export class Wire {
  readonly posts: Post[] = [];
  readonly asked: string[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #created = new Map<string, object>();
  readonly #toPosts: Scripted[] = [];
  readonly #toAsks: Scripted[] = [];
  #tokens = 0;

  /** For the next posts, in order; the ones after them create. */
  answer(...answers: readonly Scripted[]): void {
    this.#toPosts.push(...answers);
  }

  /** For the next questions, in order; the ones after them are told what there is. */
  tell(...answers: readonly Scripted[]): void {
    this.#toAsks.push(...answers);
  }

  /** Resolves once `count` posts have arrived, or questions; fails after half a minute. */
  async arrived(count: number, of: "posts" | "asked" = "posts"): Promise<void> {
    const signal = AbortSignal.timeout(30_000);
    while (this[of].length < count) {
      await new Promise<void>((done, fail) => {
        this.#listeners.add(done);
        signal.addEventListener("abort", () => fail(new Error(`${this[of].length} of ${count} ${of} arrived`)));
      });
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
    this.#listeners.clear();
  }

  /** As if a sign-up had arrived that nobody heard back of. */
  create(key: string): WireAnswer {
    const number = `A-${String(100 + this.#created.size)}`;
    const id = `001VB00000abcdeYA${this.#created.size}`;
    const body = this.#created.get(key) ?? { v: 1, id, accountNumber: number, stage: "Prospect", link: "None" };
    this.#created.set(key, body);
    return { status: 201, body };
  }

  async install(context: BrowserContext): Promise<void> {
    await context.route("**/api/form-token", (route) => {
      this.#tokens += 1;
      return this.#fulfill(route, { status: 200, body: { v: 1, token: `token-${this.#tokens}` } });
    });
    await context.route("**/api/signups", (route) => this.#post(route));
    await context.route("**/api/signups/*", (route) => this.#ask(route));
  }

  async #post(route: Route): Promise<void> {
    const key = (await route.request().headerValue("idempotency-key")) ?? "";
    this.posts.push({ key, body: route.request().postData() ?? "" });
    this.#tell();
    await this.#fulfill(route, (await this.#toPosts.shift()) ?? this.create(key));
  }

  async #ask(route: Route): Promise<void> {
    const key = new URL(route.request().url()).pathname.split("/").at(-1) ?? "";
    this.asked.push(key);
    this.#tell();
    const scripted = await this.#toAsks.shift();
    const body = this.#created.get(key);
    const known: WireAnswer = body === undefined ? problem(404, "request.not_found") : { status: 200, body };
    const hasSecret = (await route.request().headerValue("signup-secret")) !== null;
    await this.#fulfill(route, scripted ?? (hasSecret ? known : problem(404, "request.not_found")));
  }

  async #fulfill(route: Route, answer: WireAnswer | "lost"): Promise<void> {
    // A page that was left meanwhile takes no answer.
    if (answer === "lost") return route.abort("connectionreset").catch(() => {});
    const { status, body = {}, headers = {} } = answer;
    await route.fulfill({ status, json: body, headers }).catch(() => {});
  }
}
