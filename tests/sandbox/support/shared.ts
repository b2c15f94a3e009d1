// One running sandbox for all tests of a file.

import { writeFileSync } from "node:fs";
import { after } from "node:test";
import { type Sandbox, startSandbox, TemporaryFolder } from "./sandbox.ts";

export interface Shared {
  readonly sandbox: Sandbox;
  /** Its database is `nue.db` in here; a test may keep files of its own beside it. */
  readonly folder: TemporaryFolder;
}

/** Starts it, to be awaited before the first test; it ends with the last one. `seed` are customers it begins with. */
export async function shareSandbox(options: readonly string[] = [], seed?: readonly unknown[]): Promise<Shared> {
  const folder = new TemporaryFolder();
  const seeding: string[] = [];
  if (seed !== undefined) {
    seeding.push("--seed", folder.file("seed.json"));
    writeFileSync(folder.file("seed.json"), JSON.stringify(seed));
  }
  const sandbox = await startSandbox(folder.file("nue.db"), [...options, ...seeding]);
  after(async () => {
    await sandbox[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });
  return { sandbox, folder };
}
