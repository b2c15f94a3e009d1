// core/data/sync.csv: which class of the sync policy each field belongs to, by its group or by itself.
// Depends on csv and fields.
import { readTable } from "./csv.ts";
import { entities, type Field, groups } from "./fields.ts";

/** In the order of the core's enum, with what the reference page says of each. */
export const syncClasses = {
  system: "Nue's own; a change from Salesforce is ignored and audited",
  link: "set by the sync alone",
  profile: "Salesforce wins once linked, Nue before",
  address: "as profile, and the whole address at once",
  billing: "Nue wins; a change from Salesforce is ignored and audited",
  metrics: "Nue's numbers, written to Salesforce only",
  local: "not sent",
} as const;
export type SyncClass = keyof typeof syncClasses;

export const syncFile = "core/data/sync.csv";

function isSyncClass(text: string): text is SyncClass {
  return Object.hasOwn(syncClasses, text);
}

/** The class of each field, in the order of the fields. */
export function readSync(text: string, fields: readonly Field[]): readonly SyncClass[] {
  const classes = new Map<string, SyncClass>();
  for (const { cells, fail } of readTable(syncFile, text, ["of", "group", "field", "class"])) {
    const { of, group, field } = cells;
    if (!entities.some((entity) => entity === of)) throw fail(`"${of}" is not an entity.`);
    if (!Object.hasOwn(groups, group)) throw fail(`"${group}" is not a group.`);
    if (field !== "" && !fields.some((known) => known.of === of && known.group === group && known.name === field)) {
      throw fail(`the group "${group}" of a ${of} has no field "${field}".`);
    }
    if (!isSyncClass(cells.class)) {
      throw fail(`"${cells.class}" is not a class; classes are ${Object.keys(syncClasses).join(", ")}.`);
    }
    const key = [of, group, field].join("/");
    if (classes.has(key)) throw fail("this row stands here twice.");
    classes.set(key, cells.class);
  }
  return fields.map(({ of, group, name }) => {
    const found = classes.get(`${of}/${group}/${name}`) ?? classes.get(`${of}/${group}/`);
    if (found === undefined) throw new Error(`${syncFile}: the group "${group}" of a ${of} has no row.`);
    return found;
  });
}
