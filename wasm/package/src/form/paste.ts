// A pasted address or mail signature as values of the form. Nothing that somebody typed is overwritten.
import type { Split } from "../split-types.ts";
import type { FormCore } from "./core.ts";
import { isPersonType } from "./fields.ts";
import { partOf } from "./places.ts";
import { type FormState, type RecordValues, textOf } from "./state.ts";

export interface Pasted {
  /** By the names of fields; at least two, or it was no block. */
  readonly values: RecordValues;
  /** What found no field, line by line. */
  readonly rest: string;
}

/** Whether a text may be a block at all: at least three lines, or two where one is usual. */
export function mayBeBlock(text: string, inTextarea: boolean): boolean {
  const lines = text.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== "");
  return lines.length >= (inTextarea ? 3 : 2);
}

type Found = Readonly<Partial<Record<string, { readonly text: string }>>>;

/** Which part goes where; a company's name before a person's, a line on the desk before one in the pocket. */
function placed(
  parts: Found,
  country: string,
  recordType: string,
  isPersonal: boolean,
): Readonly<Record<string, string>> {
  const text = (part: string): string => parts[part]?.text ?? "";
  const organization = text("organization");
  const isPerson = isPersonal || (recordType === "" && organization === "");
  return {
    recordType: recordType === "" && organization !== "" ? "Business" : "",
    name: isPerson ? text("name") : organization,
    email: text("email"),
    phone: text("phone") || text("mobilePhone"),
    website: text("website"),
    billingCountry: country,
    billingStreet: [text("street"), text("district")].filter((line) => line !== "").join("\n"),
    billingCity: text("city"),
    billingState: text("state"),
    billingPostalCode: text("postalCode"),
    ...(isPerson ? {} : personIn(text)),
  };
}

/** Somebody at the company; the address of the account is theirs too, as long as no other is given. */
function personIn(text: (part: string) => string): Readonly<Record<string, string>> {
  if (text("firstName") === "" || text("lastName") === "") return {};
  return {
    "contact.firstName": text("firstName"),
    "contact.lastName": text("lastName"),
    "contact.title": text("title"),
  };
}

/** The parts that found no field, as they were pasted. */
function leftOver(parts: Found, values: Readonly<Record<string, string>>, rest: string): string {
  const used = new Set(Object.values(values).flatMap((value) => [value, ...value.split("\n")]));
  if (values["contact.firstName"] !== undefined && values["contact.lastName"] !== undefined) {
    used.add(parts["name"]?.text ?? "");
  }
  const partial = new Set(["firstName", "lastName", "country"]);
  const unused = Object.entries(parts).filter(([part, found]) => !partial.has(part) && !used.has(found?.text ?? ""));
  return [...unused.map(([, found]) => found?.text ?? ""), rest].filter((line) => line.trim() !== "").join("\n");
}

/** Takes a text apart; null where it is no block. `field` is where it was pasted, `typed` what stood there before. */
export function takeApart(
  text: string,
  { field, typed }: { readonly field: string; readonly typed: string },
  state: FormState,
  split: Split,
): Pasted | null {
  const country = textOf(state, "billingCountry");
  const options = country === "" ? {} : { country };
  const isAddress = partOf(field) !== undefined;
  const found = isAddress ? split(text, "address", options) : split(text, "signature", options);
  if (found === null) return null;
  const parts: Found = found.parts;
  const recordType = textOf(state, "recordType");
  const isPersonal = state.asked.some((asked) => asked.name === "name" && isPersonType(asked, recordType));
  const all = placed(parts, found.country, recordType, isPersonal);
  const free = (name: string): boolean => (name === field ? typed : textOf(state, name)).trim() === "";
  const has = (name: string): boolean => state.asked.some((asked) => asked.name === name);
  const values = Object.fromEntries(
    Object.entries(all).filter(([name, value]) => value !== "" && has(name) && free(name)),
  );
  if (Object.keys(values).length < 2) return null;
  // Where it was pasted, only the part that belongs there stays.
  const target = values[field] === undefined ? { [field]: typed } : {};
  return { values: { ...values, ...target }, rest: leftOver(parts, values, found.rest) };
}

/**
 * The core with everything that takes texts apart, or null where it cannot be had. Never within the event of the paste, even
 * where the core is there already: the browser has yet to put in what is pasted.
 */
export async function splitOf(core: FormCore): Promise<Split | null> {
  await new Promise((done) => setTimeout(done));
  try {
    await core.loadFull?.();
    return core.split ?? null;
  } catch {
    return null;
  }
}
