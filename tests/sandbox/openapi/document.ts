// The whole document: every part, and what they share.
// Depends on every part.
import type { Catalogue } from "../../../scripts/generate.d/catalogue.ts";
import { notice } from "../../../scripts/generate.d/names.ts";
import { clock } from "./clock.ts";
import { contacts } from "./contacts.ts";
import { control } from "./control.ts";
import { customers } from "./customers.ts";
import { envelopeSchemas } from "./envelope.ts";
import { feed } from "./events.ts";
import { faults } from "./faults.ts";
import { hub } from "./hub.ts";
import { invoices } from "./invoices.ts";
import { jsonText } from "./json-text.ts";
import { lives } from "./life.ts";
import { orders } from "./orders.ts";
import { pathParameters } from "./parameters.ts";
import { products } from "./products.ts";
import { refusalResponses, refused } from "./refusals.ts";
import { methodOf, operation, type Part, pathOf, type Route } from "./route.ts";
import { sampleIn } from "./sample.ts";
import type { Schema, Schemas } from "./schemas.ts";
import { settingsPart } from "./settings.ts";
import { state } from "./state.ts";
import { subscriptions } from "./subscriptions.ts";
import { webhooks } from "./webhooks.ts";

const description = `What \`vestibule-sandbox\` answers in the place of Nue's Self-Service API.
Where Nue's documentation is silent, the sandbox's choice is marked "decision".
Every path refuses every method that is not listed for it with 405 (\`x-other-methods\`), every other path is 404.`;

function pathsOf(routes: readonly Route[], sample: (schema: Schema) => unknown): Schemas {
  const paths: Record<string, Schema> = {};
  for (const route of routes) {
    const before = paths[pathOf(route)] ?? { "x-other-methods": { "405": refused(405) } };
    paths[pathOf(route)] = { ...before, [methodOf(route)]: operation(route, sample) };
  }
  return paths;
}

export function openApi(catalogue: Catalogue): Schema {
  const parts: readonly Part[] = [
    customers(catalogue),
    contacts(catalogue),
    products,
    orders,
    subscriptions,
    invoices,
    hub,
    lives,
    control,
    settingsPart,
    clock,
    faults,
    state,
    feed,
    webhooks,
  ];
  const schemas = { ...envelopeSchemas, ...Object.assign({}, ...parts.map((part) => part.schemas)) };
  return {
    "x-generated": notice("core/data/fields.csv and tests/sandbox/openapi"),
    openapi: "3.1.0",
    info: { title: "Vestibule sandbox", version: "1", description },
    servers: [{ url: "http://127.0.0.1:8787" }],
    security: [{ key: [] }],
    tags: [
      { name: "Nue", description: "Nue's Self-Service API." },
      { name: "Sandbox", description: "The control API, only with `--control`. No part of Nue." },
    ],
    paths: pathsOf(
      parts.flatMap((part) => part.routes),
      sampleIn(schemas),
    ),
    components: {
      schemas,
      parameters: pathParameters,
      responses: refusalResponses,
      securitySchemes: { key: { type: "apiKey", in: "header", name: "nue-api-key" } },
    },
  };
}

export function openApiJson(catalogue: Catalogue): string {
  return `${jsonText(openApi(catalogue))}\n`;
}
