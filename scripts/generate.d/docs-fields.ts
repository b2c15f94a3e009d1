// core/docs/fields.md: the reference page of the fields, one table per entity and group.
// Depends on the catalogue, kinds and names.
import type { Catalogue } from "./catalogue.ts";
import { type Entity, entities, type Field, fieldsFile, type Group, groups } from "./fields.ts";
import { type Kind, kinds } from "./kinds.ts";
import { markdown, notice } from "./names.ts";
import { type Picklist, picklistsFile } from "./picklists.ts";
import { syncClasses as classMeanings, type SyncClass, syncFile } from "./sync.ts";

const introduction = `Every member of a customer and of a contact, by group. Lengths are counted in UTF-16 code units after NFC.
The columns Sign-up, Create and PATCH say who may give a field: a person at sign-up, a program that creates through the
API, a program that changes. \`required\` means that the record is refused without it; what nobody may give is Nue's.
Input is what a form hands the browser: the \`autocomplete\` token, then the \`inputmode\` of the keyboard.`;

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function tableOf(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => "---"), ...rows].map(tableRow).join("\n");
}

function limitsOf({ maxUtf16, signupMaxUtf16, min, max, picklist }: Field): string {
  const limits: string[] = [];
  if (maxUtf16 !== 0) limits.push(`at most ${maxUtf16}`);
  if (signupMaxUtf16 !== maxUtf16) limits.push(`${signupMaxUtf16} at sign-up`);
  if (min !== 0n || max !== 0n) limits.push(`${min} to ${max}`);
  if (picklist !== undefined) limits.push(`[${picklist.name}](#picklist-${picklist.name})`);
  return limits.join(", ");
}

function code(text: string): string {
  return text === "" ? "" : `\`${text}\``;
}

function fieldRow(field: Field, sync: SyncClass): readonly string[] {
  const must = field.required ? "required" : "yes";
  return [
    `\`${field.name}\``,
    markdown(field.label),
    `[${field.kind}](#kinds)`,
    limitsOf(field),
    field.signup ? must : "",
    field.create ? must : "",
    field.patch ? "yes" : "",
    code(field.salesforce),
    `[${sync}](#sync)`,
    [code(field.autocomplete), code(field.inputmode)].filter((shown) => shown !== "").join(", "),
    markdown(field.doc),
  ];
}

interface ShownField {
  readonly field: Field;
  readonly sync: SyncClass;
}

function groupSection(group: Group, fields: readonly ShownField[]): string {
  const header = [
    "Field",
    "Label",
    "Kind",
    "Limits",
    "Sign-up",
    "Create",
    "PATCH",
    "Salesforce",
    "Sync",
    "Input",
    "Meaning",
  ];
  const rows = fields.filter(({ field }) => field.group === group).map(({ field, sync }) => fieldRow(field, sync));
  return `### ${groups[group]}\n\n${tableOf(header, rows)}`;
}

const titles: Readonly<Record<Entity, string>> = { customer: "Customers", contact: "Contacts" };

function entitySections(entity: Entity, fields: readonly ShownField[]): readonly string[] {
  const own = fields.filter(({ field }) => field.of === entity);
  const present = (Object.keys(groups) as readonly Group[]).filter((group) =>
    own.some(({ field }) => field.group === group),
  );
  return [`## ${titles[entity]}`, ...present.map((group) => groupSection(group, own))];
}

function picklistSection({ name, open, values }: Picklist): string {
  const rule = open ? "Open: other values are kept with a warning." : "Closed: other values are refused.";
  const items = values.map((value) => `- ${markdown(value)}`);
  return `<a id="picklist-${name}"></a>\n\n### ${name}\n\n${rule}\n\n${items.join("\n")}`;
}

export function fieldsPage({ fields, picklists, syncClasses }: Catalogue): string {
  const shown = fields.map((field, index): ShownField => ({ field, sync: syncClasses[index] ?? "local" }));
  const syncRows = Object.entries(classMeanings).map(([name, meaning]) => [`\`${name}\``, meaning]);
  const used = (Object.keys(kinds) as readonly Kind[]).filter((kind) => fields.some((field) => field.kind === kind));
  const kindRows = used.map((kind) => [`\`${kind}\``, kinds[kind].meaning]);
  const parts = [
    `<!-- ${notice(`${fieldsFile}, ${picklistsFile} and ${syncFile}`)} -->`,
    "# Fields of customers and contacts",
    introduction,
    ...entities.flatMap((entity) => entitySections(entity, shown)),
    `## Kinds\n\n${tableOf(["Kind", "A value is"], kindRows)}`,
    `## Sync\n\n${tableOf(["Class", "Between Nue and Salesforce"], syncRows)}`,
    "## Picklists",
    ...picklists.map(picklistSection),
  ];
  return `${parts.join("\n\n")}\n`;
}
