// What is costly to make and always the same for a language: made once. For languages that there are words of, which are few.

export function perLanguage<Thing>(make: (language: string) => Thing): (language: string) => Thing {
  const made = new Map<string, Thing>();
  return (language) => {
    const kept = made.get(language) ?? make(language);
    made.set(language, kept);
    return kept;
  };
}
