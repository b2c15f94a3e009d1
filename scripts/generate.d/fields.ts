// core/data/fields.csv: the fields of customers and contacts, in the order that numbers them everywhere.
// Depends on csv, kinds, names and picklists; field-rules.ts judges what the columns say together.
import { type Row, readTable } from "./csv.ts";
import { judgeField } from "./field-rules.ts";
import { isKind, type Kind, kinds } from "./kinds.ts";
import { enumerator, isCppKeyword } from "./names.ts";
import { type Picklist, picklistsFile } from "./picklists.ts";

/** Which record a field belongs to; in this order. */
export const entities = ["customer", "contact"] as const;
export type Entity = (typeof entities)[number];

export interface Field {
  readonly of: Entity;
  readonly name: string;
  readonly enumerator: string;
  readonly kind: Kind;
  readonly required: boolean;
  readonly signup: boolean;
  readonly create: boolean;
  readonly patch: boolean;
  /** UTF-16 units, 0 = no limit. */
  readonly maxUtf16: number;
  readonly signupMaxUtf16: number;
  /** Bounds beyond 2^53 are exact; 0 and 0 = none. */
  readonly min: bigint;
  readonly max: bigint;
  readonly picklist: Picklist | undefined;
  readonly salesforce: string;
  readonly autocomplete: string;
  readonly inputmode: string;
  readonly group: Group;
  readonly label: string;
  readonly doc: string;
}

/** Groups in the order in which forms and pages show them, with the headings of the reference page. */
export const groups = {
  who: "Who",
  reach: "How to reach them",
  billing: "Billing address",
  shipping: "Shipping address",
  profile: "Profile",
  terms: "Terms",
  tree: "Relations",
  system: "System",
  metrics: "Metrics",
  related: "Related records",
} as const;
export type Group = keyof typeof groups;

/** The key of a field's label in a locale: "email" of a customer, "contact.email" of a contact. */
export function labelKey({ of, name }: Field): string {
  return of === "customer" ? name : `${of}.${name}`;
}

export const fieldsFile = "core/data/fields.csv";
const columns = [
  "of",
  "name",
  "kind",
  "required",
  "signup",
  "create",
  "patch",
  "max_utf16",
  "signup_max_utf16",
  "min",
  "max",
  "picklist",
  "salesforce",
  "autocomplete",
  "inputmode",
  "group",
  "label",
  "doc",
] as const;
type FieldRow = Row<(typeof columns)[number]>;

function flag({ cells, fail }: FieldRow, column: "required" | "signup" | "create" | "patch"): boolean {
  const cell = cells[column];
  if (cell !== "" && cell !== "yes") throw fail(`"${column}" is yes or empty, not "${cell}".`);
  return cell === "yes";
}

function integer({ cells, fail }: FieldRow, column: "max_utf16" | "signup_max_utf16" | "min" | "max"): bigint {
  const cell = cells[column];
  const pattern = column.endsWith("utf16") ? /^([1-9][0-9]{0,8})?$/ : /^(0|-?[1-9][0-9]{0,17})?$/;
  if (!pattern.test(cell)) throw fail(`"${column}" is a whole number or empty, not "${cell}".`);
  return BigInt(cell);
}

function readField(row: FieldRow, picklists: readonly Picklist[]): Field {
  const { cells, fail } = row;
  const { name, kind, group } = cells;
  const of = entities.find((entity) => entity === cells.of);
  if (of === undefined) throw fail(`"${cells.of}" is not an entity; entities are ${entities.join(", ")}.`);
  if (!/^[a-z][A-Za-z0-9]*$/.test(name)) throw fail(`"${name}" is not a member name in camelCase.`);
  if (isCppKeyword(enumerator(name))) {
    throw fail(`"${enumerator(name)}" is a keyword of C++ and cannot be an enumerator.`);
  }
  if (!isKind(kind)) throw fail(`"${kind}" is not a kind; kinds are ${Object.keys(kinds).join(", ")}.`);
  if (!Object.hasOwn(groups, group)) {
    throw fail(`"${group}" is not a group; groups are ${Object.keys(groups).join(", ")}.`);
  }
  const picklist = picklists.find((candidate) => candidate.name === cells.picklist);
  if (cells.picklist !== "" && picklist === undefined) {
    throw fail(`the picklist "${cells.picklist}" is not defined in ${picklistsFile}.`);
  }
  if ((cells.min === "") !== (cells.max === "")) throw fail(`"${name}" has one of min and max; it takes both or none.`);
  const maxUtf16 = Number(integer(row, "max_utf16"));
  const field: Field = {
    of,
    name,
    enumerator: of === "customer" ? enumerator(name) : `${of}_${enumerator(name)}`,
    kind,
    required: flag(row, "required"),
    signup: flag(row, "signup"),
    create: flag(row, "create"),
    patch: flag(row, "patch"),
    maxUtf16,
    signupMaxUtf16: Number(integer(row, "signup_max_utf16")) || maxUtf16,
    min: integer(row, "min"),
    max: integer(row, "max"),
    picklist,
    salesforce: cells.salesforce,
    autocomplete: cells.autocomplete,
    inputmode: cells.inputmode,
    group: group as Group,
    label: cells.label,
    doc: cells.doc,
  };
  const fault = judgeField(field);
  if (fault !== undefined) throw fail(fault);
  return field;
}

export function readFields(text: string, picklists: readonly Picklist[]): readonly Field[] {
  const names = new Set<string>();
  const salesforce = new Set<string>();
  const order = Object.keys(groups);
  let reached = 0;
  let entity: Entity = "customer";
  return readTable(fieldsFile, text, columns).map((row) => {
    const field = readField(row, picklists);
    if (names.has(field.enumerator)) throw row.fail(`the field "${field.name}" is defined twice.`);
    names.add(field.enumerator);
    const target = `${field.of} ${field.salesforce}`;
    if (field.salesforce !== "" && salesforce.has(target)) {
      throw row.fail(`the Salesforce field "${field.salesforce}" belongs to another field already.`);
    }
    salesforce.add(target);
    if (entities.indexOf(field.of) < entities.indexOf(entity))
      throw row.fail(`${field.of} fields come before ${entity} fields.`);
    if (field.of !== entity) reached = 0;
    entity = field.of;
    const place = order.indexOf(field.group);
    if (place < reached) {
      throw row.fail(`the group "${field.group}" comes before "${order[reached]}"; groups stand together.`);
    }
    reached = place;
    return field;
  });
}
