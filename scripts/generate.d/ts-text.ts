// TypeScript as the project's formatter leaves it: two spaces, double quotes, 120 columns, trailing commas.
// Depends on names.
import { literal } from "./names.ts";

const lineWidth = 120;

/** `before[...]after` on one line, or one value a line where that is too long. */
export function stringArray(indent: string, before: string, values: readonly string[], after: string): string {
  const line = `${indent}${before}[${values.map(literal).join(", ")}]${after}`;
  if (line.length <= lineWidth) return line;
  const lines = values.map((value) => `${indent}  ${literal(value)},`);
  return [`${indent}${before}[`, ...lines, `${indent}]${after}`].join("\n");
}

/** `export const name = [...] as const;`: the values are the type. */
export function stringTuple(name: string, values: readonly string[]): string {
  return stringArray("", `export const ${name} = `, values, " as const;");
}

/** `export type name = A | B;`, broken before each bar where the line is too long. */
export function unionType(name: string, members: readonly string[]): string {
  const line = `export type ${name} = ${members.join(" | ")};`;
  if (line.length <= lineWidth) return line;
  return `export type ${name} =\n${members.map((member) => `  | ${member}`).join("\n")};`;
}

/** A comment that editors show. The data cannot hold the end of a comment (field-rules.ts). */
export function docComment(text: string): string {
  return `/** ${text} */`;
}
