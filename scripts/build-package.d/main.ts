// The command behind scripts/build-package, which documents it.
import { cpSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { readAtlas, writeAtlas } from "./atlas.ts";
import { writeCustomElements } from "./custom-elements.ts";
import { bundleEntries, defineEntry, entries, pageEntries } from "./entries.ts";
import { writeFrameworks } from "./frameworks.ts";
import { writeLocales } from "./locales.ts";
import { gluePaths, readModule, writeModule } from "./module.ts";
import { writeSchemas } from "./schemas.ts";
import { writeStyles } from "./styles.ts";
import { writeTypes } from "./types.ts";

const root = resolve(import.meta.dirname, "../..");
const packageFolder = join(root, "wasm/package");
const modules = parseArgs({ options: { modules: { type: "string", default: join(root, "build/wasm/modules") } } });

const folder = resolve(modules.values.modules);
const core = readModule(folder, "core");
const full = readModule(folder, "full");
// Made elsewhere and then put in its place, so that nobody ever reads half a package.
const fresh = join(root, "build", `package-${process.pid}`);
try {
  mkdirSync(fresh, { recursive: true });
  for (const module of [core, full]) writeModule(module, fresh);
  const atlas = readAtlas(root);
  writeAtlas(atlas, fresh);
  await bundleEntries(packageFolder, { core, full, atlas, glue: gluePaths(folder) }, fresh);
  writeTypes(root, fresh, [...entries, ...pageEntries, defineEntry]);
  await writeStyles(packageFolder, fresh);
  writeCustomElements(packageFolder, fresh);
  writeFrameworks(packageFolder, fresh);
  await writeSchemas(root, fresh);
  writeLocales(join(packageFolder, "locales"), fresh);
  // The licence goes with every copy.
  for (const name of ["LICENSE", "NOTICE"]) cpSync(join(root, name), join(fresh, name));
  const dist = join(packageFolder, "dist");
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
