// What follows from the country and the record type: which fields are asked for, in which order, and what a region means.
import type { FormCore } from "./core.ts";
import { belongs, type SignupField } from "./fields.ts";
import { countryFieldOf, findArea, inOrder, layoutOf, partOf, typedArea } from "./places.ts";
import { type FormState, textOf, withField } from "./state.ts";

function isAsked(state: FormState, field: SignupField, core: FormCore): boolean {
  if (!belongs(field, textOf(state, "recordType"))) return false;
  const part = partOf(field.name);
  const layout = layoutOf(core, textOf(state, countryFieldOf(field.name) ?? ""));
  return part === undefined || layout === null || layout.some((candidate) => candidate.part === part);
}

function areasOf(core: FormCore, country: string) {
  return layoutOf(core, country)?.find(({ part }) => part === "state")?.areas ?? [];
}

/**
 * A region typed as a text becomes the country's own, if it is one. One chosen from another country's list goes with
 * that country, and is back when it is: codes of two countries may look the same.
 */
function settleArea(state: FormState, name: string, before: FormState, core: FormCore): FormState {
  const countryField = countryFieldOf(name) ?? "";
  const country = textOf(state, countryField);
  const previous = textOf(before, countryField);
  const value = textOf(state, name);
  const hasMoved = previous !== country;
  const wasArea = hasMoved && findArea(areasOf(core, previous), value) !== undefined;
  const areas = wasArea ? { ...state.areas, [`${name} ${previous}`]: value } : state.areas;
  const next = { ...state, areas };
  const typed = wasArea || (hasMoved && value === "") ? (areas[`${name} ${country}`] ?? "") : value;
  const area = findArea(areasOf(core, country), typed);
  const meant = area === undefined ? typed : typedArea(area, typed);
  return meant === value ? next : withField(next, name, { value: meant, given: [], shown: [], replaced: null });
}

/** The form as its country and record type want it; `before` is the form as it was until now. */
export function settle(state: FormState, before: FormState, core: FormCore): FormState {
  const asked = inOrder(state.asked, (countryField) => layoutOf(core, textOf(state, countryField)));
  const unasked = new Set(asked.filter((field) => !isAsked(state, field, core)).map(({ name }) => name));
  const regions = asked.filter(({ name }) => partOf(name) === "state").map(({ name }) => name);
  const settled: FormState = { ...state, asked, unasked };
  return regions.reduce((next, name) => settleArea(next, name, before, core), settled);
}
