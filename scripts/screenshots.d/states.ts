// The states of the sign-up page, each brought about in a page that is open: for pictures, and for tests that look at
// every one. They say nothing in a language, so they work in all.
import type { Answer, StateControl, StatePage } from "./state-page.ts";
import { untilRemembered } from "./until.ts";

export type Act = (page: StatePage) => Promise<void>;

function control(page: StatePage, name: string): StateControl {
  return page.locator(`#vestibule-${name}`);
}

async function press(page: StatePage): Promise<void> {
  await page.locator('[data-part="submit"]').click();
}

/** What a company in Stockholm answers. */
async function fillIn(page: StatePage): Promise<void> {
  await control(page, "recordType").check();
  await control(page, "name").fill("Lindqvist Instruments AB");
  await control(page, "email").fill("accounts@Lindqvist.example");
  await control(page, "phone").fill("+46 (0)8 123 456 78");
  await control(page, "website").fill("lindqvist.example");
  await control(page, "contact-firstName").fill("Ana");
  await control(page, "contact-lastName").fill("Lindqvist");
  await control(page, "contact-title").fill("Head of Finance");
  // The facts about countries come after the core.
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("atlas")));
  await control(page, "billingCountry").selectOption("SE");
  await control(page, "billingStreet").fill("Hornsgatan 12");
  await control(page, "billingPostalCode").fill("118 20");
  await control(page, "billingCity").fill("Stockholm");
  await control(page, "industry").selectOption("Engineering");
}

async function makeErrors(page: StatePage): Promise<void> {
  await control(page, "recordType").check();
  await control(page, "email").fill("ana.lindqvist@example");
  await control(page, "phone").fill("call me");
  await press(page);
}

async function nameHalf(page: StatePage): Promise<void> {
  await control(page, "recordType").check();
  await control(page, "name").fill("Lindqvist Instruments AB");
  await control(page, "contact-firstName").fill("Ana");
  await control(page, "contact-email").fill("ana.lindqvist@example");
  await press(page);
}

async function paste(page: StatePage): Promise<void> {
  await control(page, "name").focus();
  await page.evaluate(() => {
    const text =
      "Best,\nJane Ashworth\nHead of Finance\nHarrow & Finch Ltd\nT: +44 20 7946 0018\njane@harrowfinch.example\n12 Dean Street\nLondon\nW1D 3RP";
    const data = new DataTransfer();
    data.setData("text/plain", text);
    // Firefox makes the data of such an event itself, of the last two.
    const event = { clipboardData: data, bubbles: true, cancelable: true, dataType: "text/plain", data: text };
    document.activeElement?.dispatchEvent(new ClipboardEvent("paste", event));
    document.execCommand("insertText", false, text.replaceAll("\n", " "));
  });
  await page.locator('[data-part="notice"]').waitFor();
}

async function review(page: StatePage): Promise<void> {
  await fillIn(page);
  await press(page);
  await page.locator('[data-part="review"]').waitFor();
}

// The gateway's part is played here: a state is the same every time.
const created = {
  v: 1,
  id: "5e6c7224-4415-4338-968d-932fe612e8a2",
  accountNumber: "ACC-2026-042",
  stage: "Prospect",
  link: "None",
};

interface Sending {
  /** `null`: it never comes. */
  readonly answer: Answer | null;
  /** Of the panel that says what became of it; "" while there is none. */
  readonly kind: string;
  /** From then on time passes when the test says so. */
  readonly clock?: true;
}

async function send(page: StatePage, { answer, kind, clock }: Sending): Promise<void> {
  await page.route("**/api/form-token", (route) => route.fulfill({ json: { v: 1, token: "state" } }));
  await page.route("**/api/signups", (route) => (answer === null ? undefined : route.fulfill(answer)));
  await review(page);
  if (clock === true) await page.clock.install();
  await press(page);
  if (kind !== "") await page.locator(`[data-part="outcome"][data-kind="${kind}"]`).waitFor();
  else await page.locator('[data-part="submit"][aria-busy="true"]').waitFor();
}

function refusal(status: number, code: string): Answer {
  const json = { type: `urn:vestibule:problem:${code}`, title: code, status, code };
  return { status, json, headers: { "retry-after": "60" } };
}

async function reload(page: StatePage): Promise<void> {
  await page.reload();
  await page.locator("form[novalidate]").waitFor();
}

async function sendOffline(page: StatePage): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(navigator, "onLine", { get: () => false, configurable: true });
    dispatchEvent(new Event("offline"));
  });
  await send(page, { answer: null, kind: "waiting" });
}

/** Sends, and leaves before there is an answer; `known` is what is heard of it afterwards. */
async function leaveSending(page: StatePage, known: Answer | Promise<Answer>): Promise<void> {
  await page.route("**/api/signups/*", async (route) => route.fulfill(await known));
  await send(page, { answer: null, kind: "" });
  // It is stored before the token is asked for.
  await page.waitForFunction(() =>
    performance.getEntriesByType("resource").some(({ name }) => /form-token$/.test(name)),
  );
  await reload(page);
}

/** Left while it was sent, come back, and told why there is no answer yet: the panel is there before it has a reason. */
async function resumed(page: StatePage): Promise<void> {
  let tell = (_: Answer): void => {};
  const known = new Promise<Answer>((done) => {
    tell = done;
  });
  await leaveSending(page, known);
  await page.locator('[data-part="outcome"][data-kind="waiting"]').waitFor();
  await page.evaluate(() => {
    const panel = document.querySelector('[data-part="outcome"]');
    const before = panel?.textContent;
    Object.assign(window, { isTold: () => panel?.textContent !== before });
  });
  tell(refusal(503, "upstream.unknown"));
  await page.waitForFunction(() => (window as Window & { isTold?: () => boolean }).isTold?.());
}

/** Without cryptography the answers are not kept, only that there was an attempt. */
async function leaveUnkept(page: StatePage, known: Answer): Promise<void> {
  await page.evaluate(() => Object.defineProperty(crypto, "subtle", { value: undefined }) && null);
  await leaveSending(page, known);
}

/** Opens an account on a day that is always the same, and then answers the same once more. */
async function openTwice(page: StatePage): Promise<void> {
  await page.evaluate(() => {
    Date.now = () => Date.UTC(2026, 0, 15, 12);
  });
  await send(page, { answer: { status: 201, json: created }, kind: "created" });
  await untilRemembered(page);
  await reload(page);
  await review(page);
  await page.locator('[data-part="known"]').waitFor();
}

async function keep(page: StatePage): Promise<void> {
  await control(page, "keep").check();
  await fillIn(page);
  await page.locator('[data-part="keep"][data-state="kept"]').waitFor();
}

/** By name, in the order in which a person may come to them. */
export const states: Readonly<Record<string, Act>> = {
  empty: async () => {},
  filled: fillIn,
  advice: async (page) => {
    await fillIn(page);
    await control(page, "email").fill("ana.lindqvist@gmial.com");
    await control(page, "billingPostalCode").fill("1182");
    await control(page, "billingCity").focus();
  },
  errors: makeErrors,
  corrected: async (page) => {
    await makeErrors(page);
    await control(page, "name").fill("Lindqvist Instruments AB");
  },
  contact: nameHalf,
  notice: paste,
  kept: async (page) => {
    await keep(page);
    await reload(page);
    await page.locator('[data-part="memory-said"]').waitFor();
  },
  forgotten: async (page) => {
    await keep(page);
    await page.locator('[data-part="forget"]').click();
    await page.locator('[data-part="memory-said"]').waitFor();
  },
  review,
  known: openTwice,
  using: async (page) => {
    await openTwice(page);
    await page.locator('[data-part="use"]').click();
    await page.locator('[data-part="outcome"][data-kind="created"]').waitFor();
  },
  sending: (page) => send(page, { answer: null, kind: "" }),
  offline: sendOffline,
  elsewhere: async (page) => {
    await page.evaluate(() => {
      // As the browser answers while another tab has the lock.
      const request = (_: string, options: object, hold: (lock: null) => Promise<void>): Promise<void> =>
        "ifAvailable" in options ? hold(null) : new Promise(() => {});
      Object.defineProperty(navigator.locks, "request", { value: request });
    });
    await send(page, { answer: null, kind: "waiting" });
  },
  waiting: (page) => send(page, { answer: refusal(503, "upstream.unavailable"), kind: "waiting" }),
  resumed,
  unresolved: async (page) => {
    await page.route("**/api/signups/*", (route) => route.fulfill({ status: 202, json: {} }));
    await send(page, { answer: refusal(409, "request.in_progress"), kind: "waiting", clock: true });
    await page.clock.fastForward("10:00");
    await page.locator('[data-part="check"]').waitFor();
  },
  expired: async (page) => {
    await page.route("**/api/signups/*", (route) => route.fulfill({ status: 202, json: {} }));
    await sendOffline(page);
    await page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 24 * 60 * 60 * 1000;
      Object.defineProperty(navigator, "onLine", { get: () => true });
      dispatchEvent(new Event("online"));
    });
    // With the answers erased there is nothing of the form to look at.
    await page.locator('form[data-instead="true"] [data-part="check"]').waitFor();
  },
  missing: async (page) => {
    await leaveUnkept(page, refusal(404, "request.not_found"));
    // Above the fields, which are there again.
    await page.locator('[data-part="outcome"][data-kind="waiting"]:first-child').waitFor();
  },
  refused: (page) => send(page, { answer: refusal(422, "upstream.refused"), kind: "problem" }),
  created: (page) => send(page, { answer: { status: 201, json: created }, kind: "created" }),
  earlier: async (page) => {
    await leaveUnkept(page, { json: created });
    await page.locator('[data-part="outcome"][data-kind="created"]').waitFor();
  },
  active: async (page) => {
    const json = { ...created, stage: "Active" };
    await page.route("**/api/signups/*/status", (route) => route.fulfill({ json }));
    await send(page, { answer: { status: 201, json: created }, kind: "created" });
    await page.locator('[data-state="past"]').waitFor();
  },
};
