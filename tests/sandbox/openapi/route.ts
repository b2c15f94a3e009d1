// One route: what routes.cpp has as a line, with everything a client needs to know of it.
// Depends on refusals and schemas.
import { type RefusalStatus, refused } from "./refusals.ts";
import type { Schema, Schemas } from "./schemas.ts";

export interface Route {
  /** As in routes.cpp: "GET /customers". */
  readonly name: string;
  readonly id: string;
  readonly tag: "Nue" | "Sandbox";
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: readonly Schema[];
  /** Of a method with a body. */
  readonly body?: Schema;
  /** Whether every member of the body has a default, so that there need not be one. */
  readonly bodyOptional?: boolean;
  readonly status: 200 | 201 | 202;
  readonly answer: Schema;
  /** Whether a batch may be stored in part, by the setting `batches`: 207 with the same answer. */
  readonly partial?: boolean;
  /** Of an answer that is a text of lines (NDJSON): what each line is. */
  readonly linesOf?: Schema;
  /** Besides those that every route of its kind has. */
  readonly refusals?: readonly RefusalStatus[];
}

/** What the document has of one entity. */
export interface Part {
  readonly schemas: Schemas;
  readonly routes: readonly Route[];
}

const anywhere: readonly RefusalStatus[] = [400, 401, 414, 417, 431, 500, 503, 505];
const withBody: readonly RefusalStatus[] = [413, 415];

export function methodOf({ name }: Route): string {
  return name.slice(0, name.indexOf(" ")).toLowerCase();
}

export function pathOf({ name }: Route): string {
  return name.slice(name.indexOf(" ") + 1);
}

function mayHaveBody(route: Route): boolean {
  return methodOf(route) !== "get" && methodOf(route) !== "delete";
}

function statuses(route: Route): readonly RefusalStatus[] {
  const named = pathOf(route).includes("{") || route.tag === "Sandbox" ? [404 as const] : [];
  const limited = route.tag === "Nue" ? [429 as const] : [];
  const all = [...anywhere, ...named, ...limited, ...(mayHaveBody(route) ? withBody : []), ...(route.refusals ?? [])];
  return [...new Set(all)].toSorted((a, b) => a - b);
}

/** The ids in the path, then the parameters of the query. */
function parametersOf(route: Route): readonly Schema[] {
  const ids = [...pathOf(route).matchAll(/\{(\w+)\}/g)].map(([, id]) => ({ $ref: `#/components/parameters/${id}` }));
  return [...ids, ...(route.parameters ?? [])];
}

/** `sample` makes the example of an answer. */
export function operation(route: Route, sample: (schema: Schema) => unknown): Schema {
  const { id, tag, summary, description, body, bodyOptional, status, answer, partial, linesOf } = route;
  const parameters = parametersOf(route);
  const json = (schema: Schema): Schema => ({ "application/json": { schema, example: sample(schema) } });
  const lines = { "application/x-ndjson": { schema: answer, example: sample(answer), "x-lines": linesOf } };
  const content = linesOf === undefined ? json(answer) : lines;
  const some = { 207: { description: "Some rows, by the setting `batches`; `warnings` has the others.", content } };
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...(description === undefined ? {} : { description }),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: { required: bodyOptional !== true, content: json(body) } }),
    responses: {
      [status]: { description: "Done.", content },
      ...(partial === true ? some : {}),
      ...Object.fromEntries(statuses(route).map((refusal) => [refusal, refused(refusal)])),
    },
  };
}
