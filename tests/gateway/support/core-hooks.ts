// Lets Node load what workerd gives a module by itself: its bindings, and the WebAssembly module. Import it first.
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

const moduleOf = (file: string) =>
  `import { readFileSync } from "node:fs";\nexport default new WebAssembly.Module(readFileSync(${JSON.stringify(file)}));`;

registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier !== "cloudflare:workers") return next(specifier, context);
    return { url: "data:text/javascript,export const env = {};", shortCircuit: true };
  },
  load: (url, context, next) => {
    if (!url.endsWith(".wasm")) return next(url, context);
    return { format: "module", source: moduleOf(fileURLToPath(url)), shortCircuit: true };
  },
});
