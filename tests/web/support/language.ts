// The English words as the sources hold them, for tests that need no build.
import locale from "../../../wasm/package/locales/en.json" with { type: "json" };
import words from "../../../wasm/package/locales/en.page.json" with { type: "json" };
import type { FormLanguage } from "../../../wasm/package/src/form/messages.ts";

export const english: FormLanguage = { words: words.form, locale, tag: "en" };
