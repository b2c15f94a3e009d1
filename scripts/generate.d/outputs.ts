// Which file is made by which function.
// Depends on the catalogue and every writer.
import { openApiJson } from "../../tests/sandbox/openapi/document.ts";
import type { Catalogue } from "./catalogue.ts";
import {
  codesInc,
  countriesInc,
  explanationsInc,
  fieldsInc,
  picklistsInc,
  presentationInc,
  syncInc,
} from "./cpp-tables.ts";
import { codesPage } from "./docs-codes.ts";
import { fieldsPage } from "./docs-fields.ts";
import { englishJson } from "./locale.ts";
import { explanationsTs } from "./ts-explanations.ts";
import { fieldsTs } from "./ts-fields.ts";
import { codesTs, countriesTs, formFieldsTs } from "./ts-lists.ts";
import { schemaFieldsTs } from "./ts-schema-fields.ts";

const writers: Readonly<Record<string, (catalogue: Catalogue) => string>> = {
  "core/docs/codes.md": codesPage,
  "core/docs/fields.md": fieldsPage,
  "core/include/vestibule/generated/codes.inc": codesInc,
  "core/include/vestibule/generated/countries.inc": countriesInc,
  "core/include/vestibule/generated/explanations.inc": explanationsInc,
  "core/include/vestibule/generated/fields.inc": fieldsInc,
  "core/include/vestibule/generated/picklists.inc": picklistsInc,
  "core/include/vestibule/generated/presentation.inc": presentationInc,
  "core/include/vestibule/generated/sync.inc": syncInc,
  "tests/sandbox/openapi.json": openApiJson,
  "wasm/package/locales/en.json": englishJson,
  "wasm/package/src/generated/codes.ts": codesTs,
  "wasm/package/src/generated/countries.ts": countriesTs,
  "wasm/package/src/generated/explanations.ts": explanationsTs,
  "wasm/package/src/generated/fields.ts": fieldsTs,
  "wasm/package/src/generated/form-fields.ts": formFieldsTs,
  "wasm/package/src/generated/schema-fields.ts": schemaFieldsTs,
};

export interface Output {
  /** Relative to the project. */
  readonly path: string;
  readonly text: string;
}

export function makeOutputs(catalogue: Catalogue): readonly Output[] {
  return Object.entries(writers).map(([path, write]) => ({ path, text: write(catalogue) }));
}
