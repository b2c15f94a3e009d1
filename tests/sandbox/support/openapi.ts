// The OpenAPI document as the tests read it: its operations, which of them a request means, and its schemas as checks.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly explode?: boolean;
  readonly schema?: { readonly type?: string };
}

export interface Response {
  readonly $ref?: string;
  readonly headers?: Readonly<Record<string, object>>;
  readonly content?: Readonly<Record<string, { readonly "x-lines"?: { readonly $ref: string } }>>;
}

export interface Described {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly (Parameter & { readonly $ref?: string })[];
  readonly requestBody?: { readonly required: boolean };
  readonly responses: Readonly<Record<string, Response>>;
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Described>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, object>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly responses: Readonly<Record<string, Response>>;
  };
}

export const file: string = join(import.meta.dirname, "../openapi.json");
export const document: Document = JSON.parse(readFileSync(file, "utf8"));

export interface Operation {
  readonly method: string;
  readonly path: string;
  readonly described: Described;
  /** Where it stands in the document, as a JSON pointer. */
  readonly pointer: string;
}

/** One token of a JSON pointer, as it stands in the fragment of a URI. */
export function token(text: string): string {
  return encodeURIComponent(text.replaceAll("~", "~0").replaceAll("/", "~1"));
}

const methods: ReadonlySet<string> = new Set(["get", "post", "patch", "put", "delete"]);

export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => methods.has(method))
    .map(([method, described]) => ({
      ...{ method: method.toUpperCase(), path, described },
      pointer: `/paths/${token(path)}/${method}`,
    })),
);

function patternOf(path: string): RegExp {
  const parts = path.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("([^/]+)")}$`);
}

// Of two paths that fit, the one with more text in it is meant: "/orders/{orderId}:activate".
const fixedLength = (path: string): number => path.replaceAll(/\{\w+\}/g, "").length;
const paths = Object.keys(document.paths)
  .map((path) => ({ path, pattern: patternOf(path) }))
  .toSorted((a, b) => fixedLength(b.path) - fixedLength(a.path));

/** Whether a request for this path may mean the other: "/webhooks/faults" fits "/webhooks/{webhookId}". */
export function fits(path: string, pattern: string): boolean {
  return patternOf(pattern).test(path);
}

export interface Match {
  readonly path: string;
  /** The texts in the places of the path's parameters. */
  readonly ids: readonly string[];
}

export function matchPath(path: string): Match | undefined {
  for (const candidate of paths) {
    const found = candidate.pattern.exec(path);
    if (found !== null) return { path: candidate.path, ids: found.slice(1).map(decodeURIComponent) };
  }
  return undefined;
}

export function parametersOf({ described }: Operation): readonly Parameter[] {
  return (described.parameters ?? []).map((parameter) => {
    const shared = document.components.parameters[parameter.$ref?.slice(parameter.$ref.lastIndexOf("/") + 1) ?? ""];
    return shared ?? parameter;
  });
}

// The type this package has for a CommonJS default is the module's, not the function's.
const addFormats = formats as unknown as typeof formats.default;

/** In strict mode: a keyword that is misspelled does not compile. */
function makeAjv(): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  addFormats(ajv);
  // Not in ajv-formats; what an address is the core judges.
  ajv.addFormat("idn-email", true);
  ajv.addKeyword("x-maxLengthUtf16");
  return ajv;
}

// References are resolved from the document itself, whose own members are no keywords of a schema.
const ajv = makeAjv();
for (const name of Object.keys(document)) ajv.addKeyword(name);
ajv.addSchema(document, "openapi");
const compiled = new Map<string, ValidateFunction>();

/** What is wrong with a value by the schema at this pointer of the document; "" when nothing is. */
export function problemOf(pointer: string, value: unknown): string {
  let validate = compiled.get(pointer);
  if (validate === undefined) {
    validate = ajv.compile({ $ref: `openapi#${pointer}` });
    compiled.set(pointer, validate);
  }
  return validate(value) ? "" : ajv.errorsText(validate.errors, { dataVar: "value" });
}
