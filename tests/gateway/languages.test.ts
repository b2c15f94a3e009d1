// The languages of the gateway: a page in each, and answers in the language of the page that a form came from.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { directionOf } from "vestibule/form";
import { languages } from "vestibule/locales";
import { openSite, type Sent, type TestSite } from "./support/site.ts";

let site: TestSite;
before(async () => {
  site = await openSite();
});
after(() => site[Symbol.asyncDispose]());
afterEach(() => site.proxy.plan([]));

const addressOf = (tag: string): string => (tag === "en" ? "/signup/" : `/signup/${tag}/`);

type Fields = Readonly<Record<string, string>>;

/** The hidden fields of a page, as a browser would post them; none of them holds what has to be escaped. */
function hiddenOf(html: string): Fields {
  const inputs = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g);
  return Object.fromEntries([...inputs].map(([, name = "", value = ""]) => [name, value]));
}

async function postFrom(tag: string, fields: Fields): Promise<Sent> {
  const hidden = hiddenOf((await site.get(addressOf(tag))).text);
  const type = "application/x-www-form-urlencoded";
  const body = new URLSearchParams({ ...hidden, ...fields }).toString();
  return site.send("/api/signups", { headers: { origin: site.gateway.origin, "content-type": type }, body });
}

function isIn(tag: string, { text }: Sent): boolean {
  return text.includes(`<html lang="${tag}" dir="${directionOf(tag)}">`);
}

test("every language has a page, which says so and posts so", async () => {
  for (const tag of Object.keys(languages)) {
    const page = await site.get(addressOf(tag));
    assert.equal(page.status, 200, tag);
    assert.ok(isIn(tag, page), tag);
    assert.equal(hiddenOf(page.text)["form.locale"], tag);
    for (const [, href = ""] of page.text.matchAll(/ href="([^"#]+)"/g)) {
      const { pathname } = new URL(href, site.gateway.origin + addressOf(tag));
      assert.match(pathname, /^\/(?:assets\/[\w.-]+|signup\/(?:[\w-]+\/)?)$/);
    }
  }
});

test("what a page of a language needs is there", async () => {
  const { text } = await site.get("/signup/zh-Hans/");
  const needed = [...text.matchAll(/ (?:href|src)="((?:\.\.\/)+assets\/[^"]+)"/g)].map(([, path = ""]) => path);
  assert.ok(needed.length > 4, needed.join());
  for (const path of needed) {
    const { pathname } = new URL(path, `${site.gateway.origin}/signup/zh-Hans/`);
    assert.equal((await site.get(pathname)).status, 200, path);
  }
});

test("a language has one address, and one that is not there has none", async () => {
  for (const path of ["/signup/en/", "/signup/DE/", "/signup/xx/", "/signup/en-XA/", "/signup/pt/", "/signup/de"]) {
    assert.equal((await site.get(path)).status, 404, path);
  }
});

test("a form that is refused comes back in its language, and goes on in it", async () => {
  const answer = await postFrom("de", { name: "", recordType: "Business", email: "keine Adresse" });
  assert.equal(answer.status, 422);
  assert.ok(isIn("de", answer));
  assert.match(answer.text, /<title>Fehler: Konto er/);
  assert.ok(answer.text.includes("Geben Sie den Namen des Unternehmens an."));
  assert.match(answer.text, /value="keine Adresse"/);
  assert.equal(hiddenOf(answer.text)["form.locale"], "de");
});

test("an account is opened in the language of the form", async () => {
  const { words } = (await languages["ar"]?.()) ?? {};
  const answer = await postFrom("ar", { name: "Qamar", recordType: "Consumer" });
  assert.equal(answer.status, 201);
  assert.ok(isIn("ar", answer));
  const said = ["createdHeading", "keepNumber", "stage Prospect", "next Prospect"];
  for (const name of said) assert.ok(answer.text.includes(words?.form.outcome[name] ?? "?"), name);
});

test("while it is not known how it ended, the question stays in the language", async () => {
  site.proxy.plan(Array.from({ length: 20 }, () => "refuse" as const));
  const { words } = (await languages["ja"]?.()) ?? {};
  const answer = await postFrom("ja", { name: "Sora", recordType: "Consumer" });
  assert.equal(answer.status, 503);
  assert.ok(isIn("ja", answer));
  for (const name of ["waitingHeading", "check"])
    assert.ok(answer.text.includes(words?.form.outcome[name] ?? "?"), name);
  assert.equal(hiddenOf(answer.text)["form.locale"], "ja");
});

test("a language that is not there is answered in English", async () => {
  for (const tag of ["", "tlh", "constructor", "en-XA", "<b>"]) {
    const answer = await postFrom("en", { "form.locale": tag, name: "", recordType: "Business" });
    assert.equal(answer.status, 422);
    assert.ok(isIn("en", answer), tag);
  }
});

test("who opens an address that is not there is told so in a language of the browser", async () => {
  const toldTo = async (accepted: string) => site.get("/nowhere", { "accept-language": accepted });
  for (const [accepted, tag] of [
    ["tlh, fr;q=0.8, de;q=0.9", "de"],
    ["pt-PT", "pt-BR"],
    ["zh-TW, he;q=0.5", "he"],
    ["de;q=0, *", "en"],
    [`${"x,".repeat(2000)}de`, "en"],
    ["", "en"],
  ] as const) {
    const answer = await toldTo(accepted);
    assert.equal(answer.status, 404);
    assert.ok(isIn(tag, answer), accepted.slice(0, 40));
    assert.ok(answer.text.includes(`<a href="${addressOf(tag)}">`));
  }
});
