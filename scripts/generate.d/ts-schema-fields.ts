// wasm/package/src/generated/schema-fields.ts: the catalogue as rows, for JSON Schemas. What is absent is false or none.
// Depends on the catalogue, names and ts-text.
import type { Catalogue } from "./catalogue.ts";
import { type Field, fieldsFile } from "./fields.ts";
import { kinds } from "./kinds.ts";
import { literal, notice } from "./names.ts";
import { picklistsFile } from "./picklists.ts";
import { docComment, stringArray, unionType } from "./ts-text.ts";

const rowType = `${docComment("One field. What is absent is false, or has no limit.")}
export interface SchemaField {
  readonly of: "customer" | "contact";
  readonly name: string;
  readonly kind: SchemaFieldKind;
  readonly required?: boolean;
  readonly signup?: boolean;
  readonly create?: boolean;
  readonly patch?: boolean;
  /** UTF-16 units. */
  readonly maxUtf16?: number;
  /** Where sign-up is stricter. */
  readonly signupMaxUtf16?: number;
  readonly min?: number;
  readonly max?: number;
  /** Of a picklist; others are taken too where it is open. */
  readonly values?: readonly string[];
  readonly open?: boolean;
  readonly label: string;
  readonly doc: string;
}`;

function rowOf(field: Field): string {
  const { of, name, kind, maxUtf16, signupMaxUtf16, min, max, picklist, label, doc } = field;
  const flags = (["required", "signup", "create", "patch"] as const).filter((flag) => field[flag]);
  const members = [
    `of: ${literal(of)},`,
    `name: ${literal(name)},`,
    `kind: ${literal(kind)},`,
    ...flags.map((flag) => `${flag}: true,`),
    ...(maxUtf16 === 0 ? [] : [`maxUtf16: ${maxUtf16},`]),
    ...(signupMaxUtf16 === maxUtf16 ? [] : [`signupMaxUtf16: ${signupMaxUtf16},`]),
    // The nearest binary64, as every reader of the schema will see it.
    ...(min === 0n && max === 0n ? [] : [`min: ${Number(min)},`, `max: ${Number(max)},`]),
    ...(picklist === undefined ? [] : [stringArray("    ", "values: ", picklist.values, ",").trimStart()]),
    ...(picklist?.open === true ? ["open: true,"] : []),
    `label: ${literal(label)},`,
    `doc: ${literal(doc)},`,
  ];
  return ["  {", ...members.map((member) => `    ${member}`), "  },"].join("\n");
}

export function schemaFieldsTs({ fields }: Catalogue): string {
  const shown = fields.filter(({ kind }) => kind !== "reserved");
  const used = Object.keys(kinds).filter((kind) => shown.some((field) => field.kind === kind));
  const parts = [
    `// ${notice(`${fieldsFile} and ${picklistsFile}`)}`,
    unionType("SchemaFieldKind", used.map(literal)),
    rowType,
    `${docComment("In the order of the catalogue.")}
export const schemaFields: readonly SchemaField[] = [\n${shown.map(rowOf).join("\n")}\n];`,
  ];
  return `${parts.join("\n\n")}\n`;
}
