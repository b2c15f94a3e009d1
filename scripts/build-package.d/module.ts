// The WebAssembly modules, as emcc left them and as the package carries them; the full one has glue.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { integrityOf } from "./integrity.ts";
import { trimModule } from "./trim-module.ts";

export interface BuiltModule {
  readonly name: "core" | "full";
  /** Of the core without what nobody calls. */
  readonly bytes: Buffer;
  /** As an integrity attribute writes it. */
  readonly integrity: string;
}

function builtFile(folder: string, name: string): string {
  const path = join(folder, name);
  if (!existsSync(path)) throw new Error(`${path} is missing; run scripts/build wasm`);
  return path;
}

/** What the package calls of the core: emcc exports its own ways to the stack and to errors beside. */
function isCalled(name: string): boolean {
  return name === "_initialize" || /^(?!stack|emscripten)[a-z]/.test(name);
}

export function readModule(folder: string, name: BuiltModule["name"]): BuiltModule {
  const built = readFileSync(builtFile(folder, `${name}.wasm`));
  // The glue of the full one counts on what there is.
  const bytes = name === "core" ? trimModule(built, isCalled) : built;
  return { name, bytes, integrity: integrityOf(bytes) };
}

/** Where the glue lies that emcc wrote, by what the sources import. That of the twins holds the modules, as JavaScript. */
export function gluePaths(folder: string): Readonly<Record<string, string>> {
  return {
    "vestibule-full-glue": builtFile(folder, "full.mjs"),
    "vestibule-core-js-glue": builtFile(folder, "core_js.mjs"),
    "vestibule-full-js-glue": builtFile(folder, "full_js.mjs"),
  };
}

/** The module as a file, and inside a script. */
export function writeModule({ name, bytes }: BuiltModule, folder: string): void {
  writeFileSync(join(folder, `${name}.wasm`), bytes);
  const types = "declare const module: WebAssembly.Module;\nexport default module;\n";
  writeFileSync(join(folder, `${name}.d.wasm.ts`), types);
  writeFileSync(join(folder, `${name}.inline.js`), `export const base64 = "${bytes.toString("base64")}";\n`);
}
