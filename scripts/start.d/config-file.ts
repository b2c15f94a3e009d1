// The file that --config names: what the gateway's README lists. The gateway itself judges what stands in it.
import { readFileSync } from "node:fs";
import { StartError } from "./site.ts";

/** Without sites, the site is where the gateway listens; without an upstream, it is the sandbox. */
export interface ConfigFile {
  readonly upstream?: string;
  readonly sites?: readonly { readonly origin: string }[];
  readonly [name: string]: unknown;
}

export function readConfigFile(file: string): ConfigFile {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new StartError(`${file} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new StartError(`${file} must hold a JSON object`);
  }
  return value as ConfigFile;
}
