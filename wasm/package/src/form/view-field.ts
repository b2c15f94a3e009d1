// What one field of the form shows in a state.

import type { AddressArea } from "../address-types.ts";
import { countryCodes } from "../generated/countries.ts";
import { formatMessage, isolate } from "../message.ts";
import { hasContact } from "./contact.ts";
import { countryNames } from "./countries.ts";
import { autocompleteOf, type Control, isRequired, type SignupField } from "./fields.ts";
import { isError } from "./findings.ts";
import { type FormLanguage, messageOf } from "./messages.ts";
import { isOfContact } from "./names.ts";
import { areaName, countryFieldOf, layoutOf, listedArea, partOf, typedArea, wordsKeyOf } from "./places.ts";
import { type FormState, fieldState, textOf } from "./state.ts";
import type { ViewOptions } from "./view.ts";
import { withTyped, wordsFor } from "./words.ts";

/** A button under a field: take the suggestion, or take it back. */
export interface FieldAction {
  readonly type: "accept" | "undo";
  readonly text: string;
}

export interface Choice {
  readonly value: string;
  readonly text: string;
}

export interface FieldView {
  readonly field: SignupField;
  readonly control: Control;
  readonly value: string;
  readonly label: string;
  readonly hint: string;
  readonly autocomplete: string;
  readonly required: boolean;
  /** Not asked for as things stand. */
  readonly hidden: boolean;
  /** Of a select or of radios, else empty; a select begins with the choice of nothing. */
  readonly choices: readonly Choice[];
  /** "" where there is none; the same for advice. */
  readonly error: string;
  readonly advice: string;
  readonly action: FieldAction | null;
}

function viewAction(name: string, state: FormState, { words, tag }: FormLanguage): FieldAction | null {
  const { shown, replaced } = fieldState(state, name);
  if (replaced !== null) return { type: "undo", text: words.undo };
  const suggestion = shown.find((finding) => finding.suggestion !== undefined)?.suggestion;
  if (suggestion === undefined) return null;
  return { type: "accept", text: withTyped(words.suggestion, suggestion, tag) };
}

/** What the country makes of a field of its address; undefined for other fields, and while that is not known. */
function placeOf(name: string, state: FormState, { core }: ViewOptions) {
  const country = textOf(state, countryFieldOf(name) ?? "");
  const layout = layoutOf(core, country);
  const part = layout?.find((candidate) => candidate.part === partOf(name));
  return layout == null || part === undefined ? undefined : { country, key: wordsKeyOf(part, layout), ...part };
}

type Place = ReturnType<typeof placeOf>;

function listedChoices(field: SignupField, { words, tag, namesLater }: ViewOptions): readonly Choice[] {
  if (field.kind === "country" && namesLater === true) return countryCodes.map((code) => ({ value: code, text: code }));
  if (field.kind === "country") return countryNames(tag).map(({ code, name }) => ({ value: code, text: name }));
  const { name, kind, options, optionLabels } = field;
  const prefix = kind === "boolean" ? "boolean" : name;
  return options.map((value) => ({
    value,
    text: words.options[`${prefix}.${value}`] ?? optionLabels?.[value] ?? value,
  }));
}

/** A value that is not on the list stays in sight, so that it can be judged and changed. */
function withChosen(choices: readonly Choice[], value: string): readonly Choice[] {
  const isThere = value === "" || choices.some((choice) => choice.value === value);
  return isThere ? choices : [...choices, { value, text: value }];
}

/** A choice already made keeps the letters it was made in. */
function areaChoices(areas: readonly AddressArea[], country: string, chosen: string, tag: string): readonly Choice[] {
  const { compare } = new Intl.Collator(tag);
  const choices = areas.map((area) => {
    const isChosen = chosen !== "" && (chosen === area.value || chosen === typedArea(area, chosen));
    return { value: isChosen ? chosen : listedArea(area, country, tag), text: areaName(area, country, tag) };
  });
  return choices.sort((a, b) => compare(a.text, b.text));
}

function choicesOf(field: SignupField, state: FormState, place: Place, language: ViewOptions): readonly Choice[] {
  const { words, tag } = language;
  const chosen = textOf(state, field.name);
  const listed =
    place?.areas === undefined ? listedChoices(field, language) : areaChoices(place.areas, place.country, chosen, tag);
  if (field.control === "radio" || listed.length === 0) return listed;
  const none = { value: "", text: words.options[`${field.name}.`] ?? words.options["."] ?? "" };
  return [none, ...withChosen(listed, chosen)];
}

function labelOf(field: SignupField, recordType: string, place: Place, { words, locale, tag }: FormLanguage): string {
  const local = place === undefined ? undefined : words.places[place.key];
  // The page has words for the usual fields; a tenant may ask for any other of the catalogue.
  return (
    local ??
    (wordsFor(words.labels, field.name, recordType) ||
      (field.label === undefined ? (locale.labels[field.name] ?? field.name) : isolate(field.label, tag)))
  );
}

/** On one line: a number that goes on at the other side of the page reads as two, or as one that is turned round. */
export function unbroken(example: string): string {
  return example.replaceAll(" ", "\u00a0");
}

/** With the example of the country and the limit of the field, where the words have a place for them. */
function hintOf(field: SignupField, recordType: string, state: FormState, place: Place, options: ViewOptions): string {
  const { words, locale, core, tag } = options;
  if (place?.example !== undefined) return withTyped(words.example, unbroken(place.example), tag);
  const country = textOf(state, "billingCountry");
  const example = country === "" ? undefined : core?.phone?.example(country)?.international;
  const values: Readonly<Record<string, string | undefined>> = {
    max: field.maxUtf16 === undefined ? undefined : String(field.maxUtf16),
    value: field.kind === "phone" ? unbroken(example ?? "+44 20 7946 0018") : undefined,
  };
  return formatMessage(wordsFor(words.hints, field.name, recordType), tag, (name) => values[name], locale.numbers);
}

/** Of a person nothing is needed until somebody is named; the address of the account is the person's too. */
function isNeeded(field: SignupField, state: FormState, recordType: string): boolean {
  if (!isOfContact(field.name)) return isRequired(field, recordType);
  const isGiven = field.name === "contact.email" && textOf(state, "email").trim() !== "";
  return isRequired(field, recordType) && !isGiven && hasContact(state);
}

export function viewField(field: SignupField, state: FormState, options: ViewOptions): FieldView {
  const { value, shown, replaced } = fieldState(state, field.name);
  const { words, tag } = options;
  const recordType = textOf(state, "recordType");
  const place = placeOf(field.name, state, options);
  const error = shown.find(isError);
  // A suggestion's button says what is meant; words beside it only where the finding is an error.
  const remark = shown.find((finding) => !isError(finding) && finding.suggestion === undefined);
  const advice = remark === undefined ? "" : messageOf(remark, recordType, options);
  return {
    field,
    control: place?.areas === undefined ? field.control : "select",
    value,
    label: labelOf(field, recordType, place, options),
    hint: hintOf(field, recordType, state, place, options),
    autocomplete: autocompleteOf(field, recordType),
    required: isNeeded(field, state, recordType),
    hidden: state.unasked.has(field.name),
    // Only made where somebody looks at them: to call every country by its name takes a telephone a fifth of a second.
    get choices() {
      return choicesOf(field, state, place, options);
    },
    error: error === undefined ? "" : messageOf(error, recordType, options),
    advice: replaced !== null ? withTyped(words.replaced, value, tag) : error === undefined ? advice : "",
    action: viewAction(field.name, state, options),
  };
}
