import { readCodes } from "../../scripts/generate.d/codes.ts";
import { refuses, table } from "./refuses.ts";

const good = "x.good,,Words.,Rule.,Source,Fix.";

refuses("codes.csv", (rows) => readCodes(table("code,params,words,rule,source,fix", rows)), [
  ["a code without area", ["good,,W,R,S,F"], '3: "good" is not a code of the form area.reason in lower case.'],
  ["a capital", ["x.Good,,W,R,S,F"], '3: "x.Good" is not a code of the form area.reason in lower case.'],
  ["a keyword", ["and.eq,,W,R,S,F"], '3: "and_eq" is a keyword of C++ and cannot be an enumerator.'],
  ["a code defined twice", [good, good], '4: the code "x.good" is defined twice.'],
  ["two codes with one enumerator", ["x.a_b,,W,R,S,F", "x_a.b,,W,R,S,F"], '4: the code "x_a.b" is defined twice.'],
  ["areas mixed", [good, "y.a,,W,R,S,F", "x.b,,W,R,S,F"], '5: the codes of "x" stand together.'],
  ["three params", ["x.a,p;q;r,W,R,S,F"], '3: "x.a" has 3 params; a finding holds at most 2.'],
  ["an odd param", ["x.a,Max,W,R,S,F"], '3: "Max" is not a param name in camelCase.'],
  ["label as a param", ["x.a,label,{label},R,S,F"], '3: "label" is filled from the field and is not a param.'],
  ["a param twice", ["x.a,p;p,{p},R,S,F"], '3: the param "p" is listed twice.'],
  ["no words", ["x.a,,,R,S,F"], '3: "x.a" has no words.'],
  ["no rule", ["x.a,,W,,S,F"], '3: "x.a" has no rule.'],
  ["no source", ["x.a,,W,R,,F"], '3: "x.a" has no source.'],
  ["no fix", ["x.a,,W,R,S,"], '3: "x.a" has no fix.'],
  [
    "words with an unknown param",
    ["x.a,max,{max} {min},R,S,F"],
    '3: the words say {min}, but "x.a" has no such param.',
  ],
  ["an unused param", ["x.a,max,W,R,S,F"], '3: the words of "x.a" do not use its param {max}.'],
  ["a lone brace", ["x.a,p,{p,R,S,F"], '3: the words of "x.a": {p is not closed, at "".'],
]);
