// wasm/package/src/generated: form-fields.ts, codes.ts and countries.ts.
// Depends on the catalogue, names and ts-text.
import type { Catalogue } from "./catalogue.ts";
import { codesFile } from "./codes.ts";
import { countriesFile } from "./countries.ts";
import { type Field, fieldsFile } from "./fields.ts";
import { literal, notice } from "./names.ts";
import { picklistsFile } from "./picklists.ts";
import { docComment, stringArray, stringTuple, unionType } from "./ts-text.ts";

const formFieldType = `${docComment("One input of the sign-up form, without its words in other languages.")}
export interface FormField {
  readonly name: keyof CustomerSignup | keyof ContactSignup;
  readonly kind: FormFieldKind;
  readonly label: string;
  readonly group: FormFieldGroup;
  /** Empty where the browser has nothing to fill in. */
  readonly autocomplete: string;
  /** Empty where the usual keyboard fits. */
  readonly inputMode: string;
  /** Length at sign-up in UTF-16 units, 0 = no limit. */
  readonly maxUtf16: number;
  readonly required: boolean;
  /** The values of a picklist, else empty. */
  readonly options: readonly string[];
  /** Values beside the options are kept with a warning. */
  readonly open: boolean;
}`;

function formField(field: Field): string {
  return [
    "  {",
    `    name: ${literal(field.name)},`,
    `    kind: ${literal(field.kind)},`,
    `    label: ${literal(field.label)},`,
    `    group: ${literal(field.group)},`,
    `    autocomplete: ${literal(field.autocomplete)},`,
    `    inputMode: ${literal(field.inputmode)},`,
    `    maxUtf16: ${field.signupMaxUtf16},`,
    `    required: ${field.required},`,
    stringArray("    ", "options: ", field.picklist?.values ?? [], ","),
    `    open: ${field.picklist?.open ?? false},`,
    "  },",
  ].join("\n");
}

export function formFieldsTs({ fields }: Catalogue): string {
  const shown = fields.filter(({ signup }) => signup);
  const listOf = (of: Field["of"]): string => {
    return shown
      .filter((field) => field.of === of)
      .map(formField)
      .join("\n");
  };
  const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].map(literal);
  const parts = [
    `// ${notice(`${fieldsFile} and ${picklistsFile}`)}`,
    'import type { ContactSignup, CustomerSignup } from "./fields.ts";',
    unionType("FormFieldKind", distinct(shown.map(({ kind }) => kind))),
    unionType("FormFieldGroup", distinct(shown.map(({ group }) => group))),
    formFieldType,
    `${docComment("In the order of the form; fields of one group stand together.")}
export const formFields: readonly FormField[] = [\n${listOf("customer")}\n];`,
    `${docComment("The same of a contact, a person at the customer.")}
export const contactFormFields: readonly FormField[] = [\n${listOf("contact")}\n];`,
  ];
  return `${parts.join("\n\n")}\n`;
}

export function codesTs({ codes }: Catalogue): string {
  const names = codes.map(({ name }) => literal(name));
  const params = codes.map((code) => stringArray("  ", `${literal(code.name)}: `, code.params, ","));
  const parts = [
    `// ${notice(codesFile)}`,
    unionType("Code", names),
    `${docComment("What a finding's params mean, in their order.")}
export const codeParams: Readonly<Record<Code, readonly string[]>> = {\n${params.join("\n")}\n};`,
    `${docComment("Every finding code; the index is the code's number on the WebAssembly boundary. Read off, not listed: pages load each name once.")}
export const codeNames: readonly Code[] = Object.keys(codeParams) as Code[];`,
  ];
  return `${parts.join("\n\n")}\n`;
}

export function countriesTs({ countries }: Catalogue): string {
  const parts = [
    `// ${notice(countriesFile)}`,
    `${docComment("ISO 3166-1 alpha-2, sorted.")}\n${stringTuple(
      "countryCodes",
      countries.map(({ alpha2 }) => alpha2),
    )}`,
    "export type CountryCode = (typeof countryCodes)[number];",
  ];
  return `${parts.join("\n\n")}\n`;
}
