// JSON as people read and compare it: what fits a line stands on one.
// Depends on nothing.

const width = 120;

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}: ${oneLine(member)}`);
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** `before` is the length of what stands in the line already. */
function write(value: unknown, indent: string, before: number): string {
  const line = oneLine(value);
  if (typeof value !== "object" || value === null || indent.length + before + line.length < width) return line;
  const inner = `${indent}  `;
  const items = Array.isArray(value)
    ? value.map((item) => `${inner}${write(item, inner, 0)}`)
    : Object.entries(value).map(([name, member]) => {
        const key = `${JSON.stringify(name)}: `;
        return `${inner}${key}${write(member, inner, key.length)}`;
      });
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  return `${open}\n${items.join(",\n")}\n${indent}${close}`;
}

export function jsonText(value: object): string {
  return write(value, "", 0);
}
