// core/docs/codes.md: the reference page of the finding codes; each code is an anchor of its own name.
// Depends on the catalogue, names and the syntax of words.
import { parseMessage, plainText } from "../lib/words/message.ts";
import type { Catalogue } from "./catalogue.ts";
import { type Code, codesFile } from "./codes.ts";
import { markdown, notice } from "./names.ts";

const introduction = `A finding is one judgement about one field. Its code is stable: never renamed, never used for anything else.
The words are those of the English locale; \`{max}\` and the like stand for the finding's params, \`{label}\` for the
label of the field.`;

function codeSection({ name, words, params, rule, source, fix }: Code): string {
  const named = params.map((param) => `\`${param}\``).join(", ");
  return [
    `<a id="${name}"></a>`,
    "",
    `### ${name}`,
    "",
    `> ${markdown(plainText(parseMessage(words)))}`,
    "",
    `- Params: ${named === "" ? "none" : named}`,
    `- Rule: ${markdown(rule)}`,
    `- Source: ${markdown(source)}`,
    `- Fix: ${markdown(fix)}`,
  ].join("\n");
}

export function codesPage({ codes }: Catalogue): string {
  const areas = [...new Set(codes.map(({ area }) => area))];
  const contents = areas.map((area) => `- [${area}](#area-${area})`);
  const sections = areas.flatMap((area) => [
    `<a id="area-${area}"></a>\n\n## ${area}`,
    ...codes.filter((code) => code.area === area).map(codeSection),
  ]);
  const parts = [`<!-- ${notice(codesFile)} -->`, "# Finding codes", introduction, contents.join("\n"), ...sections];
  return `${parts.join("\n\n")}\n`;
}
