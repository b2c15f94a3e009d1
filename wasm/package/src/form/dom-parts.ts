// Finds the elements of a form that template.ts describes, and reads and sets what is typed in them.

import type { Finding } from "../types.ts";
import type { SignupField } from "./fields.ts";
import { readFindings } from "./served.ts";
import type { RecordValues } from "./state.ts";

type TextControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The form in the page is not the one that the template describes. */
export class VestibuleFormError extends Error {
  override readonly name: string = "VestibuleFormError";
}

/** The element marked data-part="name" inside `root`. */
export function part(root: HTMLElement, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (found === null) throw new VestibuleFormError(`the form has no part ${name}`);
  return found;
}

/** Blocks that were found once: each is asked for several times at every key, and the form is long. */
const blocksOf = new WeakMap<HTMLFormElement, Map<string, HTMLElement>>();

/** The block of a field: label, hint, error, control, advice. */
export function fieldBlock(form: HTMLFormElement, name: string): HTMLElement {
  const known = blocksOf.get(form) ?? new Map<string, HTMLElement>();
  const before = known.get(name);
  if (before !== undefined && form.contains(before)) return before;
  const found = form.querySelector<HTMLElement>(`[data-field="${name}"]`);
  if (found === null) throw new VestibuleFormError(`the form has no field ${name}`);
  blocksOf.set(form, known.set(name, found));
  return found;
}

/** The names of the fields that the form has, in its order. */
export function fieldNames(form: HTMLFormElement): readonly string[] {
  const blocks = [...form.querySelectorAll<HTMLElement>("[data-field]")];
  return blocks.map((block) => block.dataset["field"] ?? "");
}

function isRadio(element: Element): element is HTMLInputElement {
  return element instanceof HTMLInputElement && element.type === "radio";
}

/** The native controls of a field: one, or every radio of a group. */
export function controls(form: HTMLFormElement, name: string): readonly TextControl[] {
  const all = fieldBlock(form, name).querySelectorAll<TextControl>("input, textarea, select");
  return [...all].filter((control) => control.name === name);
}

/** The element that carries aria-describedby and aria-invalid: the control, or the group of radios. */
export function described(form: HTMLFormElement, name: string): HTMLElement {
  const [control] = controls(form, name);
  return control === undefined || isRadio(control) ? fieldBlock(form, name) : control;
}

/** Where the focus goes for a field: a radio group is entered at the choice made, else at its first. */
export function focusTarget(form: HTMLFormElement, name: string): HTMLElement {
  const all = controls(form, name);
  return all.find((control) => isRadio(control) && control.checked) ?? all[0] ?? fieldBlock(form, name);
}

/** Writes anew what is in `root`; the focus stays at the same one of its links and buttons. */
export function keepFocus(root: HTMLElement, write: () => void): void {
  const stops = (): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>("a, button")];
  const { activeElement } = document;
  const index = activeElement instanceof HTMLElement ? stops().indexOf(activeElement) : -1;
  write();
  stops()[index]?.focus({ preventScroll: true });
}

export function readValue(form: HTMLFormElement, name: string): string {
  const all = controls(form, name);
  const [first] = all;
  if (first === undefined) return "";
  return isRadio(first) ? (all.find((control) => isRadio(control) && control.checked)?.value ?? "") : first.value;
}

export function writeValue(form: HTMLFormElement, name: string, value: string): void {
  for (const control of controls(form, name)) {
    if (isRadio(control)) control.checked = control.value === value;
    else if (control.value !== value) control.value = value;
  }
}

export function readValues(form: HTMLFormElement): RecordValues {
  return Object.fromEntries(fieldNames(form).map((name) => [name, readValue(form, name)]));
}

/** Holds every answer as it stands, or lets it be changed again. */
export function setLocked(form: HTMLFormElement, locked: boolean): void {
  for (const control of fieldNames(form).flatMap((name) => controls(form, name))) {
    // Only what is typed can be read-only; a choice has to be disabled, which takes the focus from it.
    if (control instanceof HTMLSelectElement || isRadio(control)) {
      if (locked && control === document.activeElement) part(form, "submit").focus();
      control.disabled = locked;
    } else control.readOnly = locked;
  }
  const buttons = form.querySelectorAll<HTMLButtonElement>('[data-part="action"], [data-part="unfill"], [data-change]');
  for (const button of buttons) button.disabled = locked;
}

/** The findings the page was served with, once: afterwards they are the script's. */
export function takeFindings(form: HTMLFormElement): readonly Finding[] {
  const findings = readFindings(form.dataset["findings"] ?? "");
  delete form.dataset["findings"];
  return findings;
}

/** What stands in the field that no person sees. */
export function readTrap(form: HTMLFormElement): string {
  return form.querySelector<HTMLInputElement>('input[name="form.trap"]')?.value ?? "";
}

/** Of the fields a tenant asks for, the ones the form was written with; it was written for them unless something is wrong. */
export function fieldsIn(form: HTMLFormElement, asked: readonly SignupField[]): readonly SignupField[] {
  const names = new Set(fieldNames(form));
  return asked.filter(({ name }) => names.has(name));
}

/** Brings a section into sight, and the reader to it. */
export function takeTo(section: HTMLElement, block: ScrollLogicalPosition): void {
  section.scrollIntoView({ block });
  section.focus({ preventScroll: true });
}
