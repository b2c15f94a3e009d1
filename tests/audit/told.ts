// What two engines tell assistive technology of the same page, in words that both can be put into: what is operated, what
// leads, what interrupts. The rest of a tree is the engine's own.
import type { FirefoxNode } from "./firefox-tree.ts";

/** By the names of Chromium, as in tests/web/snapshots, and of Firefox. */
const roles: readonly (readonly [told: string, chromium: readonly string[], firefox: readonly string[]])[] = [
  ["heading", ["heading"], ["heading"]],
  ["textbox", ["textbox"], ["entry"]],
  ["combobox", ["combobox"], ["combobox"]],
  ["radio", ["radio"], ["radiobutton"]],
  ["checkbox", ["checkbox"], ["checkbutton"]],
  ["button", ["button"], ["pushbutton"]],
  ["link", ["link"], ["link"]],
  ["summary", ["DisclosureTriangle"], ["summary"]],
  ["group", ["group", "radiogroup"], ["grouping"]],
  ["alert", ["alert"], ["alert"]],
  ["status", ["status"], ["statusbar"]],
  ["term", ["term"], ["term"]],
];

/** Whose value and states are told. */
const controls = new Set(["textbox", "combobox", "radio", "checkbox", "button"]);
const states = ["required", "invalid", "checked", "busy"];

interface Said {
  readonly role: string;
  readonly name: string;
  readonly level: string;
  readonly value: string;
  readonly description: string;
  readonly states: readonly string[];
}

function lineOf({ role, name, level, value, description, states: all }: Said): readonly string[] {
  // A group without a name groups nothing for anybody, and engines differ in which they show.
  if (role === "group" && name === "") return [];
  const isControl = controls.has(role);
  // Chromium tells of a required choice at its group alone, Firefox at each of its radios.
  const silent = role === "radio" ? "required" : "";
  const told = isControl ? states.filter((state) => state !== silent && all.includes(state)) : [];
  const shown = isControl && (role === "textbox" || role === "combobox") ? value : "";
  const parts = [role + (role === "heading" ? level : ""), JSON.stringify(name), ...told];
  if (shown !== "") parts.push(`= ${JSON.stringify(shown)}`);
  if (description !== "") parts.push(`-- ${JSON.stringify(description)}`);
  return [parts.join(" ")];
}

const snapshotLine =
  /^ *- (?<role>\w+)(?: (?<name>"(?:[^"\\]|\\.)*"))?(?: = (?<value>"(?:[^"\\]|\\.)*"))?(?<states>(?: [a-z]+(?:=\w+)?)*)(?: -- (?<description>"(?:[^"\\]|\\.)*"))?$/;

/** Of a snapshot of Chromium's tree. */
export function toldByChromium(snapshot: string): readonly string[] {
  return snapshot.split("\n").flatMap((line) => {
    const found = snapshotLine.exec(line)?.groups;
    const role = roles.find(([, names]) => names.includes(found?.["role"] ?? ""))?.[0];
    if (found === undefined || role === undefined) return [];
    const text = (name: string): string => (found[name] === undefined ? "" : JSON.parse(found[name]));
    const all = (found["states"] ?? "").trim().split(" ");
    const level = /level=(\d)/.exec(found["states"] ?? "")?.[1] ?? "";
    const known = all.map((state) => state.replace(/=(?:true|1)$/, ""));
    return lineOf({
      role,
      name: text("name"),
      level,
      value: text("value"),
      description: text("description"),
      states: known,
    });
  });
}

/** Of Firefox's tree. */
export function toldByFirefox(nodes: readonly FirefoxNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    const role = roles.find(([, , names]) => names.includes(node.role))?.[0];
    return role === undefined ? [] : lineOf({ ...node, role });
  });
}

/** Lines that only one of them has, with a sign in front; in the order of the page where both have the same. */
export function differences(chromium: readonly string[], firefox: readonly string[]): readonly string[] {
  const count = (lines: readonly string[], line: string): number => lines.filter((each) => each === line).length;
  const only = (lines: readonly string[], others: readonly string[], mark: string): readonly string[] => {
    return [...new Set(lines)].filter((line) => count(lines, line) > count(others, line)).map((line) => mark + line);
  };
  const apart = [...only(chromium, firefox, "only Chromium: "), ...only(firefox, chromium, "only Firefox: ")];
  if (apart.length > 0 || chromium.join("\n") === firefox.join("\n")) return apart;
  return ["the same in another order"];
}
