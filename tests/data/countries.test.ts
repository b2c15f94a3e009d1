import { readCountries } from "../../scripts/generate.d/countries.ts";
import { refuses, table } from "./refuses.ts";

refuses("countries.csv", (rows) => readCountries(table("alpha2,alpha3", rows)), [
  ["lower case", ["AD,AND", "ae,ARE"], '4: "ae" is not two capital letters.'],
  ["three letters", ["AND,AND"], '3: "AND" is not two capital letters.'],
  ["two letters where three are due", ["AD,AD"], '3: "AD" is not three capital letters.'],
  ["a blank line", ["AD,AND", "", "AE,ARE"], "4: cells here: 1, in the header: 2; quote a cell that holds a comma."],
  ["a code twice", ["AD,AND", "AD,ARE"], '4: "AD" is listed twice.'],
  ["a code of three letters twice", ["AD,AND", "AE,AND"], '4: "AND" is listed twice.'],
  ["unsorted codes", ["AD,AND", "AF,AFG", "AE,ARE"], '5: "AE" comes before "AF"; the codes are sorted.'],
]);
