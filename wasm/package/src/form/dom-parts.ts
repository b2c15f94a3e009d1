// Finds the elements of a form that html.ts wrote, and reads and sets what is typed in them.

import type { Finding } from "../types.ts";
import { type SignupFieldName, signupFieldNames } from "./fields.ts";
import { readFindings } from "./served.ts";
import type { RecordValues } from "./state.ts";

type TextControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** The form in the page is not the one html.ts writes. */
export class VestibuleFormError extends Error {
  override readonly name: string = "VestibuleFormError";
}

/** The element marked data-part="name" inside `root`. */
export function part(root: HTMLElement, name: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(`[data-part="${name}"]`);
  if (found === null) throw new VestibuleFormError(`the form has no part ${name}`);
  return found;
}

/** The part where there is one: a field without a hint has no place for it. */
export function optionalPart(root: HTMLElement, name: string): HTMLElement | null {
  return root.querySelector<HTMLElement>(`[data-part="${name}"]`);
}

/** The block of a field: label, hint, error, control, advice. */
export function fieldBlock(form: HTMLFormElement, name: SignupFieldName): HTMLElement {
  const found = form.querySelector<HTMLElement>(`[data-field="${name}"]`);
  if (found === null) throw new VestibuleFormError(`the form has no field ${name}`);
  return found;
}

function isRadio(element: Element): element is HTMLInputElement {
  return element instanceof HTMLInputElement && element.type === "radio";
}

/** The native controls of a field: one, or every radio of a group. */
export function controls(form: HTMLFormElement, name: SignupFieldName): readonly TextControl[] {
  const selector = `input[name="${name}"], textarea[name="${name}"], select[name="${name}"]`;
  return [...fieldBlock(form, name).querySelectorAll<TextControl>(selector)];
}

/** The element that carries aria-describedby and aria-invalid: the control, or the group of radios. */
export function described(form: HTMLFormElement, name: SignupFieldName): HTMLElement {
  const [control] = controls(form, name);
  return control === undefined || isRadio(control) ? fieldBlock(form, name) : control;
}

/** Where the focus goes for a field: a radio group is entered at the choice made, else at its first. */
export function focusTarget(form: HTMLFormElement, name: SignupFieldName): HTMLElement {
  const all = controls(form, name);
  return all.find((control) => isRadio(control) && control.checked) ?? all[0] ?? fieldBlock(form, name);
}

/** The name of the part that has the focus and is inside of `root`; "" if none has. */
export function focusedPart(root: HTMLElement): string {
  const { activeElement } = document;
  const isInside = activeElement instanceof HTMLElement && activeElement !== root && root.contains(activeElement);
  return isInside ? (activeElement.dataset["part"] ?? "") : "";
}

export function readValue(form: HTMLFormElement, name: SignupFieldName): string {
  const all = controls(form, name);
  const [first] = all;
  if (first === undefined) return "";
  return isRadio(first) ? (all.find((control) => isRadio(control) && control.checked)?.value ?? "") : first.value;
}

export function writeValue(form: HTMLFormElement, name: SignupFieldName, value: string): void {
  for (const control of controls(form, name)) {
    if (isRadio(control)) control.checked = control.value === value;
    else if (control.value !== value) control.value = value;
  }
}

export function readValues(form: HTMLFormElement): RecordValues {
  return Object.fromEntries(signupFieldNames.map((name) => [name, readValue(form, name)]));
}

/** The words of a choice as the form shows it. */
export function optionText(form: HTMLFormElement, name: SignupFieldName, value: string): string {
  for (const control of controls(form, name)) {
    if (control instanceof HTMLSelectElement) {
      return [...control.options].find((option) => option.value === value)?.text ?? value;
    }
    if (isRadio(control) && control.value === value) return control.labels?.[0]?.textContent ?? value;
  }
  return value;
}

/** An element with text, then children. */
export function create(name: string, text: string, ...children: readonly Node[]): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  element.append(...children);
  return element;
}

/** Holds every answer as it stands, or lets it be changed again. */
export function setLocked(form: HTMLFormElement, locked: boolean): void {
  for (const control of signupFieldNames.flatMap((name) => controls(form, name))) {
    // Only what is typed can be read-only; a choice has to be disabled, which takes the focus from it.
    if (control instanceof HTMLSelectElement || isRadio(control)) {
      if (locked && control === document.activeElement) part(form, "submit").focus();
      control.disabled = locked;
    } else control.readOnly = locked;
  }
  for (const button of form.querySelectorAll<HTMLButtonElement>('[data-part="action"]')) button.disabled = locked;
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
