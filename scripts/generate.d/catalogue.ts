// Everything core/data says, read and judged. Picklists come first because fields name them.
// Depends on the readers of the tables.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Code, codesFile, readCodes } from "./codes.ts";
import { type Country, countriesFile, readCountries } from "./countries.ts";
import { DataError } from "./csv.ts";
import { type Field, fieldsFile, readFields } from "./fields.ts";
import { type Picklist, picklistsFile, readPicklists } from "./picklists.ts";
import { readSync, type SyncClass, syncFile } from "./sync.ts";

export interface Catalogue {
  readonly fields: readonly Field[];
  readonly codes: readonly Code[];
  readonly picklists: readonly Picklist[];
  readonly countries: readonly Country[];
  /** One for each field, in their order. */
  readonly syncClasses: readonly SyncClass[];
}

/** Reads the tables of the project in `root`; throws a DataError at the first mistake. */
export function readCatalogue(root: string): Catalogue {
  const read = (file: string): string => {
    const path = join(root, file);
    if (!existsSync(path)) throw new DataError(file, 1, `the file is missing in ${root}.`);
    return readFileSync(path, "utf8");
  };
  const picklists = readPicklists(read(picklistsFile));
  const fields = readFields(read(fieldsFile), picklists);
  return {
    fields,
    picklists,
    codes: readCodes(read(codesFile)),
    countries: readCountries(read(countriesFile)),
    syncClasses: readSync(read(syncFile), fields),
  };
}
