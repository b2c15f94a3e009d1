// Design tokens (designtokens.org) as custom properties of CSS. Pure: the JSON in, the text of a style sheet out.

/** A token or a group of them; what a group says about `$type` holds for everything in it. */
export interface TokenTree {
  readonly [key: string]: unknown;
}

interface Token {
  /** --vestibule-color-ink for color.ink. */
  readonly property: string;
  readonly description: string;
  readonly value: string;
  /** For those who ask for more contrast; "" where it stays. */
  readonly contrast: string;
  /** A colour of the system, for where the browser forces its own. */
  readonly forced: string;
}

type Mapping = Readonly<Record<string, unknown>>;

function isMapping(value: unknown): value is Mapping {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function propertyOf(path: string): string {
  return `--vestibule-${path.replaceAll(".", "-")}`;
}

/** Generic families and names of one word stand as they are. */
function familyText(family: unknown): string {
  const name = String(family);
  return /^-?[a-zA-Z-]+$/.test(name) ? name : JSON.stringify(name);
}

function valueText(value: unknown, type: string): string {
  const alias = typeof value === "string" ? /^\{(.+)\}$/.exec(value)?.[1] : undefined;
  if (alias !== undefined) return `var(${propertyOf(alias)})`;
  if (type === "color" && isMapping(value)) return String(value["hex"]);
  if ((type === "dimension" || type === "duration") && isMapping(value)) return `${value["value"]}${value["unit"]}`;
  if (type === "fontFamily" && Array.isArray(value)) return value.map(familyText).join(", ");
  if (type === "fontWeight" || type === "number") return String(value);
  throw new Error(`a token of type "${type}" has the value ${JSON.stringify(value)}`);
}

function readToken(path: string, token: Mapping, type: string): Token {
  const extensions = isMapping(token["$extensions"]) ? token["$extensions"] : {};
  const light = valueText(token["$value"], type);
  const dark = extensions["vestibule.dark"];
  const contrast = extensions["vestibule.contrast"];
  return {
    property: propertyOf(path),
    description: String(token["$description"] ?? ""),
    value: dark === undefined ? light : `light-dark(${light}, ${valueText(dark, type)})`,
    contrast: contrast === undefined ? "" : valueText(contrast, type),
    forced: String(extensions["vestibule.forced"] ?? ""),
  };
}

/** Every token of a tree, in its order. */
export function tokensIn(tree: TokenTree, path = "", inherited = ""): readonly Token[] {
  const type = String(tree["$type"] ?? inherited);
  return Object.entries(tree).flatMap(([key, child]): readonly Token[] => {
    if (key.startsWith("$") || !isMapping(child)) return [];
    const name = path === "" ? key : `${path}.${key}`;
    return "$value" in child ? [readToken(name, child, String(child["$type"] ?? type))] : tokensIn(child, name, type);
  });
}

function ruleOf(declarations: readonly string[]): string {
  return `:root{${declarations.join(";")}}`;
}

/** The tokens of the form itself. Values follow the colour scheme of where they are used. */
export function tokenSheet(tree: TokenTree): string {
  const tokens = tokensIn(tree);
  const rule = (which: "value" | "contrast" | "forced"): string => {
    return ruleOf(tokens.filter((token) => token[which] !== "").map((token) => `${token.property}:${token[which]}`));
  };
  const more = `@media (prefers-contrast:more){${rule("contrast")}}`;
  const forced = `@media (forced-colors:active){${rule("forced")}}`;
  return `@layer vestibule.tokens{${rule("value")}}\n@layer vestibule.contrast{${more}${forced}}`;
}

/** A theme: other values for some of the tokens. It names the layers too, for whichever sheet is loaded first. */
export function themeSheet(tree: TokenTree): string {
  const values = tokensIn(tree).map(({ property, value }) => `${property}:${value}`);
  return `@layer vestibule.tokens,vestibule.theme,vestibule.contrast,vestibule.form;@layer vestibule.theme{${ruleOf(values)}}\n`;
}
