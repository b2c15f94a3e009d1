// The ids and marks by which the two writers mean the same element.

/** Of a field's control; of a radio group's first choice. */
export function controlId(field: string): string {
  return `vestibule-${field.replace(".", "-")}`;
}

export function hintId(field: string): string {
  return `${controlId(field)}-hint`;
}

export function errorId(field: string): string {
  return `${controlId(field)}-error`;
}

export function adviceId(field: string): string {
  return `${controlId(field)}-advice`;
}

/** The aria-describedby of a control: hint, then error, then advice, as far as they are shown. */
export function describedBy(
  field: string,
  view: { readonly hint: string; readonly error: string; readonly advice: string },
): string {
  const ids = [
    view.hint === "" ? "" : hintId(field),
    view.error === "" ? "" : errorId(field),
    view.advice === "" ? "" : adviceId(field),
  ];
  return ids.filter((id) => id !== "").join(" ");
}
