// JSON Schemas as files, for whoever checks or documents without running the package.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

type JsonSchemaOf = (of: "customer" | "contact") => object;

/** Of records as sign-up takes them, written by the package's own reference, which lies in `folder`; and of profiles. */
export async function writeSchemas(root: string, folder: string): Promise<void> {
  const target = join(folder, "schema");
  mkdirSync(target);
  const reference = pathToFileURL(join(folder, "reference.js")).href;
  const { jsonSchema }: { readonly jsonSchema: JsonSchemaOf } = await import(reference);
  for (const name of ["customer", "contact"] as const) {
    writeFileSync(join(target, `${name}.json`), `${JSON.stringify(jsonSchema(name), undefined, 2)}\n`);
  }
  cpSync(join(root, "core/data/profile.schema.json"), join(target, "profile.json"));
}
