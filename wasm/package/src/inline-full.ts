// What vestibule/inline imports once the full module is asked for.
import { decodeBase64 } from "./base64.ts";
import { compilePublished } from "./compile.ts";
import { base64 } from "./full.inline.js";

export { default as glue } from "vestibule-full-glue";

export function compileFull(): Promise<WebAssembly.Module> {
  return compilePublished(decodeBase64(base64));
}
