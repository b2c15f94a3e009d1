import { readCountries } from "../../scripts/generate.d/countries.ts";
import { refuses, table } from "./refuses.ts";

refuses("countries.csv", (rows) => readCountries(table("alpha2", rows)), [
  ["lower case", ["AD", "ae"], '4: "ae" is not two capital letters.'],
  ["three letters", ["AND"], '3: "AND" is not two capital letters.'],
  ["a blank line", ["AD", "", "AE"], '4: "" is not two capital letters.'],
  ["a code twice", ["AD", "AD"], '4: "AD" is listed twice.'],
  ["unsorted codes", ["AD", "AF", "AE"], '5: "AE" comes before "AF"; the codes are sorted.'],
]);
