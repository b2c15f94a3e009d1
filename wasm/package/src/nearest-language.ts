// Which of the languages there are fits the one that is wanted.

function maximized(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag).maximize();
  } catch {
    // Whatever a browser or a page calls its language need not be a tag.
    return undefined;
  }
}

/**
 * The tag that is there for the one that is wanted: "de-AT" -> "de", "pt" -> "pt-BR", "zh-CN" -> "zh-Hans"; undefined
 * where there is none in the same language and script: "zh-TW" is not served with "zh-Hans".
 */
export function nearestLanguage(wanted: string, there: readonly string[]): string | undefined {
  if (there.includes(wanted)) return wanted;
  const locale = maximized(wanted);
  if (locale === undefined) return undefined;
  // Few of them are worth the work that it takes to know more of a tag.
  const alike = there
    .filter((tag) => tag.split("-", 1)[0] === locale.language)
    .map((tag) => [tag, maximized(tag)] as const);
  const near = alike.filter(([, other]) => other?.script === locale.script);
  const [tag] = near.find(([, other]) => other?.region === locale.region) ?? near[0] ?? [];
  return tag;
}
