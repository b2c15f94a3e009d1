// The sign-up page for everyone: axe in every state, keyboard alone, narrow windows, forced colours.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { controlOf, errorOf, focusedId, openSite, type Site, submit, untilOutcome } from "./support/site.ts";
import { problem, type Wire } from "./support/wire.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

const axeSource = readFileSync(new URL("../../node_modules/axe-core/axe.min.js", import.meta.url), "utf8");

type Act = (page: Page, wire: Wire) => Promise<void>;

async function fillAll(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "A person" }).check();
  await controlOf(page, "name").fill("Ada \u0141ukasiewicz");
  await controlOf(page, "website").fill(`example.com/${"a".repeat(120)}`);
  await controlOf(page, "billingStreet").fill("Main St 1\nApartment 2");
}

async function send(page: Page): Promise<void> {
  await fillAll(page);
  await submit(page);
}

const states: Readonly<Record<string, Act>> = {
  empty: async () => {},
  "with errors": async (page) => {
    await page.getByRole("radio", { name: "A company" }).check();
    await controlOf(page, "email").fill("ada");
    await controlOf(page, "phone").fill("call me");
    await submit(page);
    await controlOf(page, "name").fill("Ada");
  },
  review: async (page) => {
    await fillAll(page);
    await page.locator('[data-part="submit"]').click();
    await page.getByRole("heading", { name: "Is this right?" }).waitFor();
  },
  sending: async (page, wire) => {
    wire.answer(new Promise(() => {}));
    await send(page);
    await page.getByRole("button", { name: "Sending" }).waitFor();
  },
  waiting: async (page, wire) => {
    wire.answer({ ...problem(503, "upstream.unknown"), headers: { "retry-after": "60" } });
    await send(page);
    await untilOutcome(page, "Not confirmed yet");
  },
  unresolved: async (page, wire) => {
    await page.clock.install();
    wire.answer({ ...problem(409, "request.in_progress"), headers: { "retry-after": "300" } });
    wire.tell({ status: 202 });
    await send(page);
    await untilOutcome(page, "Not confirmed yet");
    await page.clock.fastForward("10:00");
    await page.getByRole("button", { name: "Check again" }).waitFor();
  },
  refused: async (page, wire) => {
    wire.answer(problem(422, "upstream.refused"));
    await send(page);
    await untilOutcome(page, "The account was not opened");
  },
  created: async (page) => {
    await send(page);
    await untilOutcome(page, "Your account is open");
  },
};

async function findWithAxe(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const { violations, passes } = await page.evaluate(() => {
    return (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run();
  });
  assert.ok(
    passes.some(({ id }) => id === "color-contrast"),
    "axe looked at colours",
  );
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

for (const colorScheme of ["light", "dark"] as const) {
  for (const [name, act] of Object.entries(states)) {
    test(`axe finds nothing, ${colorScheme}, ${name}`, async () => {
      // axe is a guest and does not keep the page's policy.
      await using visit = await site.visit({ colorScheme, bypassCSP: true });
      await act(visit.page, visit.wire);
      assert.deepEqual(await findWithAxe(visit.page), []);
    });
  }
}

for (const [name, act] of Object.entries(states)) {
  test(`320 px are enough without scrolling sideways, ${name}`, async () => {
    await using visit = await site.visit({ viewport: { width: 320, height: 640 } });
    await act(visit.page, visit.wire);
    const width = await visit.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${width} px`);
  });
}

test("what is pressed or typed into is at least 44 px in each direction", async () => {
  await using visit = await site.visit({ viewport: { width: 320, height: 640 } });
  const targets = visit.page.locator(".vestibule-input, .vestibule-choice, .vestibule-submit");
  const boxes = await Promise.all((await targets.all()).map((target) => target.boundingBox()));
  assert.equal(boxes.length, 14);
  for (const box of boxes) assert.ok(box !== null && box.width >= 44 && box.height >= 44, JSON.stringify(box));
});

test("spacing out the text hides none of it", async () => {
  await using visit = await site.visit({ viewport: { width: 320, height: 640 }, bypassCSP: true });
  await states["with errors"]?.(visit.page, visit.wire);
  // WCAG 2.2, 1.4.12.
  const content =
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";
  await visit.page.addStyleTag({ content });
  const cut = await visit.page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>("h1, h2, p, li, label, legend, button, dd")];
    const outside = shown.filter(
      ({ className, scrollWidth, clientWidth }) => className !== "vestibule-unseen" && scrollWidth > clientWidth + 1,
    );
    return outside.map(({ textContent }) => textContent);
  });
  assert.deepEqual(cut, []);
});

test("the keyboard alone is enough: to be refused, to find the fields, to be accepted, to begin anew", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  await page.keyboard.press("Tab");
  assert.equal(await focusedId(page), "languages-summary");
  await page.keyboard.press("Tab");
  assert.equal(await focusedId(page), "vestibule-recordType");
  await page.keyboard.press("Tab");
  assert.equal(await focusedId(page), "vestibule-name");
  await page.keyboard.press("Enter");
  assert.equal(await focusedId(page), "summary");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await focusedId(page), "vestibule-recordType");
  await page.keyboard.press("ArrowDown");
  assert.equal(await errorOf(page, "recordType"), "");
  await page.keyboard.press("Tab");
  await page.keyboard.type("Ada");
  assert.equal(await errorOf(page, "name"), "");
  await page.keyboard.press("Enter");
  assert.equal(await focusedId(page), "review");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  assert.equal(await focusedId(page), "vestibule-recordType-Consumer");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.equal(await focusedId(page), "submit");
  await page.keyboard.press("Enter");
  await untilOutcome(page, "Your account is open");
  assert.equal(await focusedId(page), "outcome");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator("form[novalidate]").waitFor();
  assert.equal(await controlOf(page, "name").inputValue(), "");
});

test("the focus is always to be seen", async () => {
  await using visit = await site.visit();
  const { page } = visit;
  const seen = new Set<string>();
  for (let i = 0; i < 14; i += 1) {
    await page.keyboard.press("Tab");
    const [id = "", outline] = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused.closest(".vestibule-choice") ?? focused);
      return [focused.id || focused.tagName, `${outlineStyle} ${outlineWidth}`];
    });
    assert.equal(outline, "solid 3px", id);
    seen.add(id);
  }
  assert.equal(seen.size, 14);
});

test("in forced colours, fields, choices and the button keep a border", async () => {
  await using visit = await site.visit({ forcedColors: "active" });
  const widths = await visit.page.evaluate(() => {
    const boxes = document.querySelectorAll<HTMLElement>(".vestibule-input, .vestibule-choice, .vestibule-submit");
    return [...boxes].map((box) => {
      const { borderTopWidth, borderTopColor, backgroundColor } = getComputedStyle(box);
      return Number.parseFloat(borderTopWidth) >= 1 && borderTopColor !== backgroundColor;
    });
  });
  assert.ok(widths.length === 14 && widths.every(Boolean), widths.join());
});
