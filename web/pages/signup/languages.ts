// The language of the page, changed in place: its words are fetched when they are asked for, and nothing typed is lost.
// The links are those of the page without a script.
import type { VestibuleSignup } from "vestibule/element";
import { directionOf, nearestLanguage, type PageWords } from "vestibule/form";
import { languages } from "vestibule/locales";

function part(name: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-part="${name}"]`);
}

function links(): readonly HTMLAnchorElement[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('[data-part="languages"] a[hreflang]')];
}

/** The words around the form. */
function writePage(tag: string, { page }: PageWords): void {
  const root = document.documentElement;
  root.lang = tag;
  root.dir = directionOf(tag);
  for (const element of document.querySelectorAll<HTMLElement>("[data-word]")) {
    element.textContent = page[element.dataset["word"] ?? ""] ?? "";
  }
  document.querySelector('meta[name="description"]')?.setAttribute("content", page["description"] ?? "");
  for (const link of links()) {
    const isCurrent = link.hreflang === tag;
    if (isCurrent) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
    const name = part("own-name");
    if (isCurrent && name !== null) name.textContent = link.textContent;
  }
}

/** The link to the language that the browser would rather have, unless the page is in one it takes. */
function wantedLink(tag: string): HTMLAnchorElement | undefined {
  const tags = links().map(({ hreflang }) => hreflang);
  for (const wanted of navigator.languages) {
    const nearest = nearestLanguage(wanted, tags);
    if (nearest === tag) return undefined;
    if (nearest !== undefined) return links().find(({ hreflang }) => hreflang === nearest);
  }
  return undefined;
}

/** Says in that language that the page is to be had in it; it is for the person to take. */
function writeOffer(tag: string): void {
  const offer = part("offer");
  const link = wantedLink(tag);
  if (offer === null) return;
  offer.hidden = link === undefined;
  if (link === undefined) return offer.replaceChildren();
  const copy = document.createElement("a");
  copy.href = link.href;
  copy.hreflang = copy.lang = link.lang;
  copy.dir = link.dir;
  copy.textContent = link.dataset["offer"] ?? "";
  offer.replaceChildren(copy);
}

/** Changes the language when a link to another is followed, and offers the one the browser asks for. */
export function followLanguages(element: VestibuleSignup): void {
  const { lang } = document.documentElement;
  let asked = lang;
  let own = location.href;
  // The address of the page is going to change; where its links lead is not.
  const leading = document.querySelectorAll<HTMLLinkElement>('link[rel="icon"], link[rel="alternate"]');
  for (const link of [...links(), ...leading]) link.setAttribute("href", link.href);
  writeOffer(lang);

  async function change(tag: string, address: string): Promise<void> {
    const load = languages[tag];
    if (load === undefined) return;
    asked = tag;
    const { words, locale } = await load();
    // Another one was asked for while this was on its way.
    if (asked !== tag) return;
    const { title = "", brand = "" } = words.page;
    writePage(tag, words);
    element.setLanguage({ tag, locale, words: words.form, title: `${title} \u2013 ${brand}` });
    writeOffer(tag);
    // A reload, and a form sent without the script, stay in the language.
    own = address;
    history.replaceState(history.state, "", own);
  }
  // An earlier entry has the address of the language it was made in.
  window.addEventListener("popstate", () => history.replaceState(history.state, "", own));

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[hreflang]") : null;
    if (link === null || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const list = link.closest("details");
    const summary = document.querySelector<HTMLElement>('[data-part="languages"] summary');
    // Without its words the page stays as it is, with what was typed; the link can be followed again.
    change(link.hreflang, link.href).then(
      () => {
        list?.removeAttribute("open");
        // The link is gone with its list, or with the offer.
        if (document.activeElement === link || !link.isConnected) summary?.focus();
      },
      () => {},
    );
  });
}
