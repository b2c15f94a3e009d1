// Which of the languages there are fits the one that is wanted.

/** Those that are written in one script wherever they are: of them a language decides, and neither script nor region. */
export const languagesOfOneScript: ReadonlySet<string> = new Set([
  "ar",
  "de",
  "en",
  "es",
  "fr",
  "he",
  "hi",
  "it",
  "ja",
  "nl",
  "pl",
  "pt",
]);

/** Of a tag of a language and at most a region, "de-AT"; undefined of any other. */
function plainLanguage(tag: string): string | undefined {
  return /^([a-z]{2,3})(?:-(?:[a-z]{2}|\d{3}))?$/i.exec(tag)?.[1]?.toLowerCase();
}

function maximized(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    // Whatever a browser or a page calls its language need not be a tag.
    return undefined;
  }
}

function languageOf(tag: string): string | undefined {
  return tag.split("-", 1)[0];
}

/**
 * The tag that is there for the one that is wanted: "de-AT" -> "de", "pt" -> "pt-BR", "zh-CN" -> "zh-Hans"; undefined
 * where there is none in the same language and script: "zh-TW" is not served with "zh-Hans".
 */
export function nearestLanguage(wanted: string, there: readonly string[]): string | undefined {
  if (there.includes(wanted)) return wanted;
  // What a platform knows of scripts and regions takes a telephone a tenth of a second to load: for most, nothing is asked.
  const plain = plainLanguage(wanted);
  if (plain !== undefined && languagesOfOneScript.has(plain)) {
    const [only, ...others] = there.filter((tag) => languageOf(tag) === plain);
    if (only === undefined) return undefined;
    if (others.length === 0 && plainLanguage(only) !== undefined) return only;
  }
  const locale = maximized(wanted);
  if (locale === undefined) return undefined;
  const alike = there.filter((tag) => languageOf(tag) === locale.language).map((tag) => [tag, maximized(tag)] as const);
  const near = alike.filter(([, other]) => other?.script === locale.script);
  const [tag] = near.find(([, other]) => other?.region === locale.region) ?? near[0] ?? [];
  return tag;
}
