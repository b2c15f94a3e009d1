// The X-macro tables of the core: one macro call per row, the includer decides what a row becomes.
// Depends on the catalogue, names and the syntax of words.
import { parseMessage, plainText } from "../lib/words/message.ts";
import type { Catalogue } from "./catalogue.ts";
import { type Code, codesFile } from "./codes.ts";
import { countriesFile } from "./countries.ts";
import { type Field, fieldsFile } from "./fields.ts";
import { literal, notice } from "./names.ts";
import { picklistsFile } from "./picklists.ts";
import { syncFile } from "./sync.ts";

function call(macro: string, ...parts: readonly string[]): string {
  return `${macro}(${parts.join(", ")})`;
}

/** Says what a row holds, and takes the macro back at the end so that the next includer starts afresh. */
function table(source: string, macro: string, columns: string, rows: readonly string[]): string {
  const head = [`// ${notice(source)}`, `// ${macro}(${columns})`];
  return `${[...head, ...rows, `#undef ${macro}`].join("\n")}\n`;
}

export function fieldsInc({ fields }: Catalogue): string {
  const columns =
    "enumerator, of, name, kind, required, signup, create, patch, max_utf16, signup_max_utf16, min, max, picklist";
  const row = (field: Field): string =>
    call(
      "VESTIBULE_FIELD",
      field.enumerator,
      field.of,
      literal(field.name),
      field.kind,
      String(field.required),
      String(field.signup),
      String(field.create),
      String(field.patch),
      String(field.maxUtf16),
      String(field.signupMaxUtf16),
      `${field.min}LL`,
      `${field.max}LL`,
      field.picklist?.enumerator ?? "none",
    );
  return table(fieldsFile, "VESTIBULE_FIELD", columns, fields.map(row));
}

export function presentationInc({ fields }: Catalogue): string {
  const columns = "enumerator, salesforce, autocomplete, inputmode, group, label, doc";
  const row = (field: Field): string => {
    const { salesforce, autocomplete, inputmode, group, label, doc } = field;
    const texts = [salesforce, autocomplete, inputmode, group, label, doc].map(literal);
    return call("VESTIBULE_FIELD_PRESENTATION", field.enumerator, ...texts);
  };
  return table(fieldsFile, "VESTIBULE_FIELD_PRESENTATION", columns, fields.map(row));
}

export function syncInc({ fields, syncClasses }: Catalogue): string {
  const rows = fields.map((field, index) => call("VESTIBULE_FIELD_SYNC", field.enumerator, String(syncClasses[index])));
  return table(syncFile, "VESTIBULE_FIELD_SYNC", "enumerator, class", rows);
}

export function codesInc({ codes }: Catalogue): string {
  const row = ({ enumerator, name, params: [first = "", second = ""] }: Code): string =>
    call("VESTIBULE_CODE", enumerator, literal(name), literal(first), literal(second));
  return table(codesFile, "VESTIBULE_CODE", "enumerator, name, param1, param2", codes.map(row));
}

export function explanationsInc({ codes }: Catalogue): string {
  const row = ({ enumerator, words, rule, source, fix }: Code): string =>
    call("VESTIBULE_EXPLANATION", enumerator, ...[plainText(parseMessage(words)), rule, source, fix].map(literal));
  return table(codesFile, "VESTIBULE_EXPLANATION", "enumerator, words, rule, source, fix", codes.map(row));
}

export function countriesInc({ countries }: Catalogue): string {
  const rows = countries.map(({ alpha2, alpha3 }) => call("VESTIBULE_COUNTRY", literal(alpha2), literal(alpha3)));
  return table(countriesFile, "VESTIBULE_COUNTRY", "alpha2, alpha3", rows);
}

/** Two macros in one file: an includer that wants only one leaves the other undefined. */
export function picklistsInc({ picklists }: Catalogue): string {
  const lists = picklists.map((list) =>
    call("VESTIBULE_PICKLIST", list.enumerator, literal(list.name), String(list.open)),
  );
  const values = picklists.flatMap((list) =>
    list.values.map((value) => call("VESTIBULE_PICKLIST_VALUE", list.enumerator, literal(value))),
  );
  const absent = (macro: string, params: string): readonly string[] => [
    `#ifndef ${macro}`,
    `#define ${macro}(${params})`,
    "#endif",
  ];
  const lines = [
    `// ${notice(picklistsFile)}`,
    "// VESTIBULE_PICKLIST(enumerator, name, open), then VESTIBULE_PICKLIST_VALUE(enumerator, value)",
    ...absent("VESTIBULE_PICKLIST", "enumerator, name, open"),
    ...absent("VESTIBULE_PICKLIST_VALUE", "enumerator, value"),
    ...lists,
    ...values,
    "#undef VESTIBULE_PICKLIST",
    "#undef VESTIBULE_PICKLIST_VALUE",
  ];
  return `${lines.join("\n")}\n`;
}
