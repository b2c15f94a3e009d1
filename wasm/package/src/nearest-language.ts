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
  const locale = maximized(wanted);
  const near = there.filter((tag) => {
    const other = maximized(tag);
    return locale !== undefined && other?.language === locale.language && other.script === locale.script;
  });
  return near.find((tag) => maximized(tag)?.region === locale?.region) ?? near[0];
}
