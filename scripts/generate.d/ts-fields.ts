// wasm/package/src/generated/fields.ts: the members of customers and contacts as types, one interface per use.
// Depends on the catalogue, kinds, names and ts-text.
import type { Catalogue } from "./catalogue.ts";
import { type Entity, entities, type Field, fieldsFile } from "./fields.ts";
import { kinds } from "./kinds.ts";
import { literal, notice } from "./names.ts";
import { type Picklist, picklistsFile } from "./picklists.ts";
import { docComment, stringTuple, unionType } from "./ts-text.ts";

/** paymentTerm -> CustomerPaymentTerm: one alias per picklist, so that hovering a member stays readable. */
function aliasOf(list: Picklist): string {
  return `Customer${list.name.charAt(0).toUpperCase()}${list.name.slice(1)}`;
}

/** `string & {}` keeps the listed values in an editor's suggestions, which plain `string` would swallow. */
function picklistAlias(list: Picklist): string {
  const values = [...list.values.map(literal), ...(list.open ? ["(string & {})"] : [])];
  const doc = list.open ? `Values of \`${list.name}\`; others are kept with a warning.` : `Values of \`${list.name}\`.`;
  return `${docComment(doc)}\n${unionType(aliasOf(list), values)}`;
}

function typeOf(field: Field, direction: "given" | "answered"): string {
  if (field.picklist === undefined) return kinds[field.kind][direction];
  return field.kind === "picklist_set" ? `readonly ${aliasOf(field.picklist)}[]` : aliasOf(field.picklist);
}

/** How a member is spelled: "given" must be there if required, a "change" never must, an "answer" always is. */
function memberOf(field: Field, use: "given" | "change" | "answer"): string {
  const optional = field.kind === "records" || (use !== "answer" && (use === "change" || !field.required));
  const nullable = field.kind !== "records" && !field.required;
  const type = typeOf(field, use === "answer" ? "answered" : "given");
  const member = `${field.name}${optional ? "?" : ""}: ${type}${nullable ? " | null" : ""}`;
  return `  ${docComment(field.doc)}\n  readonly ${member};`;
}

function interfaceOf(name: string, doc: string, members: readonly string[]): string {
  return `${docComment(doc)}\nexport interface ${name} {\n${members.join("\n")}\n}`;
}

/** The interfaces of one entity: "Customer", "CustomerSignup" and so on. */
function interfacesOf(entity: Entity, fields: readonly Field[]): readonly string[] {
  const own = fields.filter(({ of, kind }) => of === entity && kind !== "reserved");
  const pick = (use: "given" | "change" | "answer", wanted: (field: Field) => boolean): readonly string[] =>
    own.filter(wanted).map((field) => memberOf(field, use));
  const name = `${entity.charAt(0).toUpperCase()}${entity.slice(1)}`;
  return [
    interfaceOf(
      `${name}Signup`,
      "What sign-up takes. `null` and an empty text both mean no value.",
      pick("given", ({ signup }) => signup),
    ),
    interfaceOf(
      `${name}Create`,
      "What creating through the API takes. `null` and an empty text both mean no value.",
      pick("given", ({ create }) => create),
    ),
    interfaceOf(
      `${name}Patch`,
      "What PATCH takes: absent members stay as they are, `null` clears.",
      pick("change", ({ patch }) => patch),
    ),
    interfaceOf(
      name,
      "What Nue answers: every member is there, `null` when empty.",
      pick("answer", () => true),
    ),
  ];
}

export function fieldsTs({ fields, picklists }: Catalogue): string {
  const names = (entity: Entity): readonly string[] => fields.filter(({ of }) => of === entity).map(({ name }) => name);
  const numbering = "the index is the field's number on the WebAssembly boundary";
  const parts = [
    `// ${notice(`${fieldsFile} and ${picklistsFile}`)}`,
    `${docComment(`Every field of a customer; ${numbering}.`)}
${stringTuple("customerFieldNames", names("customer"))}`,
    `${docComment(`Every field of a contact; ${numbering}, after those of a customer.`)}
${stringTuple("contactFieldNames", names("contact"))}`,
    "export type CustomerFieldName = (typeof customerFieldNames)[number];",
    "export type ContactFieldName = (typeof contactFieldNames)[number];",
    ...picklists.map(picklistAlias),
    ...entities.flatMap((entity) => interfacesOf(entity, fields)),
  ];
  return `${parts.join("\n\n")}\n`;
}
