// The made-up rows that are added to a copy of the project.
// Depends on: project-copy.
import type { ProjectCopy } from "./project-copy.ts";

const row =
  "customer,favouriteColour,text,,yes,yes,yes,12,,,,,FavouriteColour__c,,text,profile,Favourite colour,Made up.";
const codeRow =
  'text.made_up,colour,"{colour} is no colour.",Colours are in the rainbow.,Isaac Newton 1704,Choose another.';

/** In the middle: every field after it gets another number, in the core and in the package alike. */
export function addField(copy: ProjectCopy): void {
  const next = "\ncustomer,paymentMethod,";
  copy.replace("core/data/fields.csv", next, `\n${row}${next}`);
}

export function addCode(copy: ProjectCopy): void {
  copy.replace("core/data/codes.csv", "\ntext.markup,", `\n${codeRow}\ntext.markup,`);
}
