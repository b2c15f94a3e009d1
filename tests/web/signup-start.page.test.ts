// The sign-up page before, without and despite: no script, no core yet, no core at all, a damaged core.
import assert from "node:assert/strict";
import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import type { Page } from "playwright-core";
import { errorOf, fillIn, focusedId, openSite, type Site, submit, untilOutcome } from "./support/site.ts";

let site: Site;
before(async () => {
  site = await openSite();
});
after(() => site.close());

/** Holds the module back until `release` is called; then it arrives, or does not. */
function holdCore(arrives: boolean): { prepare(page: Page): Promise<void>; release(): void } {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const prepare = async (page: Page): Promise<void> => {
    await page.route(/\/core-\w+\.wasm$/, (route) => held.then(() => (arrives ? route.continue() : route.abort())));
  };
  return { prepare, release };
}

interface Listening extends AsyncDisposable {
  readonly origin: string;
}

async function listen(answer: RequestListener): Promise<Listening> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Answers what another server answers at this address. */
async function passOn(address: string, response: ServerResponse): Promise<void> {
  const answer = await fetch(address);
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(new Uint8Array(await answer.arrayBuffer()));
}

test("without JavaScript the form is whole, the browser asks for what is required, and the answers are posted", async () => {
  await using visit = await site.visit({ javaScriptEnabled: false, early: true });
  const { page } = visit;
  const posts: string[] = [];
  await page.route("**/api/signups", (route) => {
    posts.push(route.request().postData() ?? "");
    return route.fulfill({ status: 200, contentType: "text/plain", body: "posted" });
  });
  await submit(page);
  await page.getByRole("radio", { name: "A company" }).check();
  await submit(page);
  assert.deepEqual(posts, []);
  await fillIn(page);
  await submit(page);
  await page.getByText("posted").waitFor();
  const [body = ""] = posts;
  const sent = new URLSearchParams(body);
  assert.equal(sent.get("recordType"), "Business");
  assert.equal(sent.get("name"), "Lindqvist & Co");
  assert.equal(sent.get("billingCity"), "\u00d6rebro");
  assert.equal(sent.get("form.trap"), "");
  assert.equal(sent.get("form.locale"), "en");
  const ofThePerson = [...sent.keys()].filter((name) => name.startsWith("contact."));
  assert.deepEqual(ofThePerson.sort(), ["contact.email", "contact.firstName", "contact.lastName", "contact.title"]);
  assert.equal([...sent.keys()].length, 14 + ofThePerson.length);
});

test("what is typed and sent before the core is there waits for it and is not lost", async () => {
  const { prepare, release } = holdCore(true);
  await using visit = await site.visit({ prepare, early: true });
  const { page } = visit;
  await fillIn(page);
  await submit(page);
  assert.equal(await page.locator('[data-part="submit"]').getAttribute("aria-busy"), "true");
  assert.equal(await page.locator("form[novalidate]").count(), 0);
  assert.equal(page.url(), site.address);
  release();
  await page.getByRole("heading", { name: "Is this right?" }).waitFor();
  await submit(page);
  const panel = await untilOutcome(page, "Your account is open");
  assert.deepEqual(await panel.locator(".vestibule-record dd").allInnerTexts(), [
    "A company",
    "Lindqvist & Co",
    "\u00d6rebro",
  ]);
  assert.equal(visit.wire.posts.length, 1);
  assert.equal(await focusedId(page), "outcome");
});

test("until the core is there the browser's own constraints hold", async () => {
  const { prepare, release } = holdCore(true);
  await using visit = await site.visit({ prepare, early: true });
  const { page } = visit;
  await submit(page);
  assert.equal(await focusedId(page), "vestibule-recordType");
  assert.notEqual(await page.locator("form :invalid").count(), 0);
  release();
  await page.locator("form[novalidate]").waitFor();
  assert.equal(await errorOf(page, "recordType"), "");
  // What is not wrong is not called so either: some browsers tell assistive technology of their own constraints all the same.
  assert.equal(await page.locator("form :invalid").count(), 0);
  assert.equal(await page.locator('[aria-required="true"]').count(), 2);
});

test("a damaged module is healed from the copy inside, and the page works on", async () => {
  const prepare = async (page: Page): Promise<void> => {
    await page.route(/\/core-\w+\.wasm$/, (route) =>
      route.fulfill({ contentType: "application/wasm", body: "damaged" }),
    );
  };
  const visit = await site.visit({ prepare });
  const { page } = visit;
  await submit(page);
  assert.equal(await errorOf(page, "name"), "Enter the name.");
  // The browser says by itself that the digest did not match; nothing else is said.
  assert.ok(visit.problems.length > 0);
  for (const problem of visit.problems) assert.match(problem, /integrity/);
  await page.context().close();
});

test("on a server that takes the request for the module and hangs, the page is healed from the copy inside", async () => {
  const origin = new URL(site.address).origin;
  const hung: ServerResponse[] = [];
  await using server = await listen((request, response) => {
    const path = request.url ?? "/";
    if (!/\/core-\w+\.wasm$/.test(path)) return void passOn(origin + path, response);
    // The first never begins; whoever asks again gets a beginning and no end.
    if (hung.push(response) > 1) response.writeHead(200, { "content-type": "application/wasm" }).write("\0asm");
  });
  const elsewhere = await openSite(server.origin, { wire: true });
  try {
    await using visit = await elsewhere.visit({ early: true });
    const { page } = visit;
    await fillIn(page);
    await submit(page);
    assert.equal(await page.locator("form[novalidate]").count(), 0);
    await page.getByRole("heading", { name: "Is this right?" }).waitFor();
    assert.ok(hung.length > 0, "the module was asked for");
    await submit(page);
    await untilOutcome(page, "Your account is open");
  } finally {
    await elsewhere.close();
  }
});

test("with no module to be had, a form that waited is posted for the server to judge", async () => {
  const core = holdCore(false);
  const prepare = async (page: Page): Promise<void> => {
    await core.prepare(page);
    await page.route(/\/core\.inline-\w+\.js$/, (route) => route.abort());
    await page.route("**/api/signups", (route) => route.fulfill({ contentType: "text/plain", body: "posted" }));
  };
  const visit = await site.visit({ prepare, early: true });
  await fillIn(visit.page);
  await submit(visit.page);
  assert.equal(visit.page.url(), site.address);
  core.release();
  await visit.page.getByText("posted").waitFor();
  await visit.page.context().close();
});

test("the module compiles under the policy, and what the policy forbids is reported", async () => {
  // The collector that every other test relies on must itself be able to fail.
  const visit = await site.visit();
  await visit.page.evaluate(() => {
    const both = new Promise<void>((resolve) => {
      let violations = 0;
      document.addEventListener("securitypolicyviolation", () => {
        violations += 1;
        if (violations === 2) resolve();
      });
    });
    document.body.setAttribute("style", "color: red");
    try {
      document.body.insertAdjacentHTML("beforeend", "<p>");
    } catch {
      // Trusted Types throw, and report.
    }
    return both;
  });
  assert.match(visit.problems.join("\n"), /style-src-attr/);
  assert.match(visit.problems.join("\n"), /require-trusted-types-for/);
  await visit.page.context().close();
});
