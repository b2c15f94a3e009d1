// Finding and reading the project's own files, for the checks of this folder.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface SourceFile {
  readonly path: string; // relative to the root, with slashes
  readonly text: string;
}

// What is made, installed or recorded, not written; `var` is what scripts/start keeps.
const skipped: ReadonlySet<string> = new Set([".git", "node_modules", "build", "dist", ".next"]);
const skippedAtTop = "var";

/** Paths of all files below `folder` of `root`, sorted; none if the folder does not exist. */
export function listFiles(root: string, folder: string): readonly string[] {
  const paths: string[] = [];
  const visit = (relative: string): void => {
    for (const entry of readdirSync(join(root, relative), { withFileTypes: true })) {
      const path = relative === "" ? entry.name : `${relative}/${entry.name}`;
      if (entry.isDirectory() && !skipped.has(entry.name) && path !== skippedAtTop) visit(path);
      if (entry.isFile()) paths.push(path);
    }
  };
  try {
    visit(folder);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  return paths.sort();
}

export function readSource(root: string, path: string): SourceFile {
  return { path, text: readFileSync(join(root, path), "utf8") };
}

/** Prints the complaints of a check and ends the program: 0 without any, 1 otherwise. */
export function report(check: string, complaints: readonly string[]): never {
  for (const complaint of complaints) console.error(complaint);
  console.error(complaints.length === 0 ? `${check}: nothing found` : `${check}: ${complaints.length} found`);
  process.exit(complaints.length === 0 ? 0 : 1);
}
