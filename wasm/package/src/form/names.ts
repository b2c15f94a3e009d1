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

/** Where a finding about a field points: "/email", "/contact/email". */
export function pointerOf(name: string): string {
  return `/${name.replace(".", "/")}`;
}

/** The field that a pointer means. */
export function nameAt(pointer: string): string {
  return pointer.slice(1).replace("/", ".");
}
