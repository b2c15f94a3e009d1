// The names of the form's fields: a customer's as they are, those of the person at it after "contact.".

const prefix = "contact.";

export function isOfContact(name: string): boolean {
  return name.startsWith(prefix);
}

/** "contact.email" for "email". */
export function contactName(member: string): string {
  return prefix + member;
}

/** "email" for "contact.email". */
export function memberOf(name: string): string {
  return isOfContact(name) ? name.slice(prefix.length) : name;
}

// Whose speakers write the family's name first.
const familyFirst: ReadonlySet<string> = new Set(["hu", "ja", "ko", "vi", "zh"]);

/** The fields with the two parts of a person's name in the order of readers of a language; every other keeps its place. */
export function inNameOrder<Field extends { readonly name: string }>(
  fields: readonly Field[],
  tag: string,
): readonly Field[] {
  const at = (member: string): number => fields.findIndex(({ name }) => name === contactName(member));
  const [first, last] = [at("firstName"), at("lastName")];
  if (!familyFirst.has(new Intl.Locale(tag).language) || first < 0 || last < first) return fields;
  const moved = fields.slice(last, last + 1);
  return [...fields.slice(0, first), ...moved, ...fields.slice(first, last), ...fields.slice(last + 1)];
}

/** Where a finding about a field points: "/email", "/contact/email". */
export function pointerOf(name: string): string {
  return `/${name.replace(".", "/")}`;
}

/** The field that a pointer means. */
export function nameAt(pointer: string): string {
  return pointer.slice(1).replace("/", ".");
}
