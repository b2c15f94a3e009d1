// What scripts/build-package puts in: the glue that emcc writes, the module, and two facts about them.
declare module "vestibule-glue" {
  /** Once resolved the exports are members of `options`. */
  const createVestibule: (options: object) => Promise<unknown>;

  export { createVestibule as default };
}

declare module "*/core.inline.js" {
  /** The bytes of core.wasm. */
  export const base64: string;
}

declare module "*/atlas.inline.js" {
  /** The bytes of atlas.bin. */
  export const base64: string;
}

declare module "*/core.wasm" {
  const module: WebAssembly.Module;

  export { module as default };
}

/** The version in package.json. */
declare const BUILD_VERSION: string;
/** The digest of core.wasm as an integrity attribute writes it: "sha384-...". */
declare const BUILD_INTEGRITY: string;
/** The same of atlas.bin. */
declare const BUILD_ATLAS_INTEGRITY: string;
