// The package's types as its entries export them.
export type { Code, Core, Explanation, Locale } from "../../../wasm/package/src/api.ts";
