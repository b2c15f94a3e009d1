// What bringing about a state asks of a page. Playwright's has it all; the audit in Firefox makes the same of puppeteer's.

export interface Answer {
  readonly status?: number;
  readonly json: object;
  readonly headers?: Record<string, string>;
}

export interface StateControl {
  check(): Promise<unknown>;
  click(): Promise<unknown>;
  fill(text: string): Promise<unknown>;
  focus(): Promise<unknown>;
  selectOption(value: string): Promise<unknown>;
  /** Until it is to be seen. */
  waitFor(): Promise<unknown>;
}

export interface StatePage {
  locator(selector: string): StateControl;
  evaluate(work: () => unknown): Promise<unknown>;
  /** Until `work` answers true in the page. */
  waitForFunction(work: () => unknown): Promise<unknown>;
  /** Stands in for whoever answers at `address`, in which stars are wild; an answer that is not given never comes. */
  route(address: string, handler: (route: { fulfill(answer: Answer): Promise<void> }) => unknown): Promise<unknown>;
  reload(): Promise<unknown>;
  readonly clock: {
    /** From then on time passes when it is told to. */
    install(): Promise<unknown>;
    /** "10:00" is ten minutes. */
    fastForward(time: string): Promise<unknown>;
  };
}
