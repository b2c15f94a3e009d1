// The form as HTML text: what it says, and that nothing put into it becomes markup.
import assert from "node:assert/strict";
import { test } from "node:test";
import { countryNames } from "../../wasm/package/src/form/countries.ts";
import { type SignupField, signupFields, withContact } from "../../wasm/package/src/form/fields.ts";
import { type FormHtmlOptions, renderForm } from "../../wasm/package/src/form/html.ts";
import { readFindings } from "../../wasm/package/src/form/served.ts";
import { initialState } from "../../wasm/package/src/form/state.ts";
import { step } from "../../wasm/package/src/form/step.ts";
import { el } from "../../wasm/package/src/form/tree.ts";
import { escapeHtml, writeTree } from "../../wasm/package/src/form/tree-text.ts";
import type { FormWords } from "../../wasm/package/src/form/words.ts";
import { countryCodes } from "../../wasm/package/src/generated/countries.ts";
import { english, languageNamed } from "./support/language.ts";
import { standInCore } from "./support/stand-in-core.ts";

const options: FormHtmlOptions = { ...english, action: "/api/signups" };
const html: string = renderForm(options);

function renderAfterSubmit(values: Readonly<Record<string, string>>): string {
  const state = step(initialState(values), { type: "submit" }, { core: standInCore, validateOn: "blur" });
  return renderForm({ ...options, state });
}

const hostile = `"><script>alert('&')</script>`;

test("escaping covers text and attributes in either kind of quotes", () => {
  assert.equal(escapeHtml(`<a b="c" d='e'>&amp;`), "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;amp;");
  assert.equal(escapeHtml(""), "");
});

test("a tree is written with its text and its attributes escaped, and without what is not there", () => {
  const inner = el("bdi", {}, "<i>");
  assert.equal(
    writeTree(el("p", { title: '"', hidden: true, lang: undefined, inert: false }, inner, null, [inner, "&"])),
    `<p title="&quot;" hidden><bdi>&lt;i&gt;</bdi><bdi>&lt;i&gt;</bdi>&amp;</p>\n`,
  );
  assert.equal(writeTree(el("input", { value: "" })), `<input value="">`);
});

test("what a tenant calls its fields and values runs as it is written, whatever the page does", () => {
  const shape = { ...(signupFields[0] as SignupField), required: false, optionLabels: { "2-10": "2 to 10 (small)" } };
  const asked = [
    { ...shape, name: "vatNumber", control: "text", options: [], label: "VAT no. (EU)" },
    { ...shape, name: "size", control: "select", options: ["2-10"], label: "Size" },
    { ...shape, name: "plan", control: "radio", options: ["2-10"], label: "Plan" },
  ] as const;
  const labels = ["\u2068VAT no. (EU)\u2069", "\u2068Size\u2069", "\u2068Plan\u2069"];
  for (const tag of ["he", "en"]) {
    const language = languageNamed(tag);
    const state = initialState({}, [], asked);
    const written = renderForm({ ...language, action: "/", state });
    const found = [...written.matchAll(/data-part="label">([^<]*)</g)].map(([, label]) => label);
    assert.deepEqual(found, tag === "he" ? labels : asked.map(({ label }) => label));
    assert.match(written, /<option value="2-10" dir="auto">2 to 10 \(small\)/);
    assert.match(written, /<span data-part="choice" dir="auto">2 to 10 \(small\)/);
  }
});

test("hostile values stay text wherever they are shown", () => {
  const everywhere = Object.fromEntries(signupFields.map(({ name }) => [name, `${hostile}@`]));
  const accepted = renderAfterSubmit(everywhere);
  assert.match(accepted, /&quot;&gt;&lt;script&gt;alert\(&#39;&amp;&#39;\)&lt;\/script&gt;/);
  assert.doesNotMatch(accepted, /<script|'&'/);
});

test("hostile words stay text wherever they are shown", () => {
  const spoil = (value: unknown): unknown =>
    typeof value === "string"
      ? `${value}${hostile}`
      : Array.isArray(value)
        ? value.map(spoil)
        : Object.fromEntries(Object.entries(value as object).map(([key, item]) => [key, spoil(item)]));
  const state = step(initialState({ email: "x" }), { type: "submit" }, { core: standInCore, validateOn: "blur" });
  const spoiled = renderForm({
    words: spoil(english.words) as FormWords,
    locale: english.locale,
    action: hostile,
    tag: "en",
    state,
  });
  assert.doesNotMatch(spoiled, /<script/);
});

test("a text area keeps a value's own first line feed", () => {
  assert.match(
    renderAfterSubmit({ description: "\nsecond line" }),
    /<textarea[^>]*name="description"[^>]*>\n\nsecond line<\/textarea>/,
  );
});

test("every field has a label, a control by its name, and the attributes the browser needs", () => {
  for (const { name, control, autocomplete } of signupFields) {
    const controls = html.match(new RegExp(`<(?:input|select|textarea)[^>]* name="${name}"[^>]*>`, "g")) ?? [];
    assert.equal(controls.length, control === "radio" ? 2 : 1, name);
    assert.match(html, new RegExp(`for="vestibule-${name}"`), name);
    if (control !== "radio")
      assert.ok(autocomplete === "" || controls[0]?.includes(` autocomplete="${autocomplete}"`), name);
    assert.equal(
      controls.every((element) => element.includes(" required")),
      ["name", "recordType"].includes(name),
      name,
    );
  }
});

test("a person at the company can be named without a script, and no browser asks for one", () => {
  const open = renderForm({ ...options, contact: true });
  assert.match(open, /<fieldset class="vestibule-group" data-group="contact" hidden>/);
  const asked = withContact(signupFields);
  const half = initialState({ recordType: "Business", "contact.title": "Boss" }, [], asked);
  for (const text of [open, renderForm({ ...options, state: half })]) {
    assert.equal(text.match(/ name="contact\.[a-zA-Z]+"/g)?.length, 4);
    assert.doesNotMatch(text, /<[^>]* name="contact\.[^>]* required/);
    assert.doesNotMatch(text, / disabled/);
  }
});

test("the optional fields say so, and only they do", () => {
  const marked = html.match(/data-part="optional">\(optional\)/g) ?? [];
  assert.equal(marked.length, signupFields.filter(({ required }) => !required).length);
});

test("no control cuts what is pasted, and nothing is inline", () => {
  assert.doesNotMatch(html, /maxlength|pattern=|style=|<script|<style| on[a-z]+=/);
});

test("ids are unique, and what is described exists", () => {
  for (const text of [html, renderAfterSubmit({ email: "x", billingStreet: "Main St 1" })]) {
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const [, list = ""] of text.matchAll(/ (?:aria-describedby|aria-labelledby|for)="([^"]*)"/g)) {
      for (const id of list.split(" ")) assert.ok(ids.includes(id), id);
    }
  }
});

test("an address of one block has tokens all of one kind", () => {
  const tokens = signupFields.filter(({ group }) => group === "billing").map(({ autocomplete }) => autocomplete);
  assert.ok(
    tokens.every((token) => token !== "" && !token.includes(" ")),
    tokens.join(),
  );
});

test("every country is offered once, by its name, in the order of the language", () => {
  const listed = [
    ...(/<select[^>]*name="billingCountry".*?<\/select>/s.exec(html)?.[0] ?? "").matchAll(
      /<option value="([^"]+)">([^<]+)/g,
    ),
  ];
  assert.equal(listed.length, countryCodes.length);
  assert.ok(listed.some(([, code, name]) => code === "SE" && name === "Sweden"));
  // The ring over the first letter of Aland counts for nothing in English and puts it last in Swedish.
  const placeOf = (language: string, name: string) =>
    countryNames(language).findIndex((country) => country.name === name);
  assert.ok(placeOf("en", "\u00c5land Islands") < placeOf("en", "Albania"));
  assert.ok(placeOf("sv", "\u00c5land") > placeOf("sv", "Zimbabwe"));
});

test("a refused form shows the summary, the words beside the fields, and everything that was typed", () => {
  const refused = renderAfterSubmit({
    recordType: "Consumer",
    email: "ada",
    billingCountry: "SE",
    description: "Hello",
  });
  assert.match(refused, /data-part="summary" tabindex="-1">/);
  assert.match(refused, /<li><a href="#vestibule-name" data-goto="name">Enter your full name\.<\/a><\/li>/);
  assert.match(refused, /aria-describedby="vestibule-email-hint vestibule-email-error" aria-invalid="true"/);
  assert.match(refused, / value="ada"/);
  assert.match(refused, /value="Consumer" required checked>/);
  assert.match(refused, /<option value="SE" selected>Sweden/);
  assert.match(refused, />\nHello<\/textarea>/);
});

test("the findings of a refused form are in the page, and can be read back", () => {
  const carried = (text: string) => /<form[^>]* data-findings="([^"]*)"/.exec(text)?.[1];
  assert.equal(carried(html), undefined);
  const text = carried(renderAfterSubmit({ recordType: "Consumer", name: "Ada", email: hostile }));
  const findings = readFindings((text ?? "").replaceAll("&quot;", '"'));
  assert.deepEqual(findings, [{ code: "email.syntax", severity: "error", pointer: "/email", params: {} }]);
  assert.deepEqual(readFindings("[{"), []);
});

test("a web address is typed as text, which a browser takes without its scheme", () => {
  assert.match(html, /<input[^>]* type="text" id="vestibule-website"[^>]* autocomplete="url"[^>]* inputmode="url"/);
  assert.doesNotMatch(html, /type="url"/);
});

test("the trap is out of sight, out of reach and out of what a browser fills in", () => {
  const trap =
    /<div class="vestibule-unseen" aria-hidden="true"><label[^>]*>[^<]+<\/label>\n(<input[^>]*>)<\/div>/.exec(
      html,
    )?.[1];
  assert.match(trap ?? html, /name="form\.trap" tabindex="-1" autocomplete="off">$/);
});
