// The accessibility tree that the browser hands to assistive technology, as lines of text.
import type { CDPSession, Page } from "playwright-core";

type AXNode = Awaited<ReturnType<typeof fullTree>>[number];

async function fullTree(session: CDPSession) {
  return (await session.send("Accessibility.getFullAXTree")).nodes;
}

const told = new Set(["invalid", "required", "busy", "disabled", "readonly", "level", "checked", "live"]);
/** They say their parent's name again. */
const silent = new Set(["StaticText", "InlineTextBox", "ListMarker", "LineBreak", "none", "generic", "MenuListPopup"]);

function lineOf({ role, name, description, value, properties = [] }: AXNode): string {
  const states = properties
    .filter(({ name: property, value: { value: state } }) => told.has(property) && state !== "false" && state !== false)
    .map(({ name: property, value: { value: state } }) => (state === true ? property : `${property}=${state}`));
  const parts = [
    role?.value,
    name?.value ? JSON.stringify(name.value) : "",
    value?.value ? `= ${JSON.stringify(value.value)}` : "",
    ...states,
    description?.value ? `-- ${JSON.stringify(description.value)}` : "",
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** Options of a list are left out: its value is told, and the names of countries are the browser's. */
export async function treeOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  try {
    const nodes = await fullTree(session);
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const lines: string[] = [];
    const visit = (id: string, depth: number, around: string): void => {
      const node = byId.get(id);
      if (node === undefined || node.role?.value === "option") return;
      const role = String(node.role?.value ?? "");
      const name = String(node.name?.value ?? "");
      // Text that no element above it has said.
      const isText = role === "StaticText" && name.trim() !== "" && !around.includes(name.trim());
      const isTold = isText || (!node.ignored && !silent.has(role));
      if (isTold) lines.push(`${"  ".repeat(depth)}- ${isText ? `text ${JSON.stringify(name)}` : lineOf(node)}`);
      for (const child of node.childIds ?? []) visit(child, isTold ? depth + 1 : depth, isTold ? name : around);
    };
    const [root] = nodes;
    if (root !== undefined) visit(root.nodeId, 0, "");
    return `${lines.join("\n")}\n`;
  } finally {
    await session.detach();
  }
}
