import { readPicklists } from "../../scripts/generate.d/picklists.ts";
import { refuses, table } from "./refuses.ts";

refuses("picklists.csv", (rows) => readPicklists(table("picklist,open,values", rows)), [
  ["a name with a capital", ["Size,no,A;B"], '3: "Size" is not a picklist name in camelCase.'],
  ["the name none", ["none,no,A"], '3: "none" stands for "no picklist" in the generated tables.'],
  ["a keyword", ["union,no,A"], '3: "union" is a keyword of C++ and cannot be an enumerator.'],
  ["a list defined twice", ["size,no,A", "size,yes,B"], '4: the picklist "size" is defined twice.'],
  ["a list neither open nor closed", ["size,,A;B"], '3: "open" is yes or no, not "".'],
  ["an empty value", ["size,no,A;;B"], '3: the value "" is empty or has spaces around it.'],
  ["a value with spaces", ["size,no,A; B"], '3: the value " B" is empty or has spaces around it.'],
  ["a value twice", ["size,no,A;B;A"], '3: the value "A" is listed twice.'],
]);
