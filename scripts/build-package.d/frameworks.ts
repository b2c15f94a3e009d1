// What the package says to frameworks about its element: types, which need the framework to be read, so that they are
// written as declarations and come as they are. tests/consumer/examples reads them with each framework.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export function writeFrameworks(packageFolder: string, folder: string): void {
  const target = join(folder, "frameworks");
  mkdirSync(target);
  cpSync(join(packageFolder, "src/frameworks"), target, { recursive: true });
  // What is imported when a program imports the types.
  writeFileSync(join(target, "none.js"), "export {};\n");
}
