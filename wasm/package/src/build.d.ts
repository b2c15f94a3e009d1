// What scripts/build-package puts in: the glue that emcc writes, the modules, and a few facts about them.
declare module "vestibule-full-glue" {
  /** Once resolved the exports are members of `options`. */
  const createVestibule: (options: object) => Promise<unknown>;

  export { createVestibule as default };
}

declare module "vestibule-core-js-glue" {
  const createVestibule: (options: object) => Promise<unknown>;

  export { createVestibule as default };
}

declare module "vestibule-full-js-glue" {
  const createVestibule: (options: object) => Promise<unknown>;

  export { createVestibule as default };
}

declare module "*/core.inline.js" {
  /** The bytes of core.wasm. */
  export const base64: string;
}

declare module "*/full.inline.js" {
  /** The bytes of full.wasm. */
  export const base64: string;
}

declare module "*/atlas.inline.js" {
  /** The bytes of atlas.bin. */
  export const base64: string;
}

declare module "*/full.wasm" {
  const module: WebAssembly.Module;

  export { module as default };
}

/** Every language that there is, each fetched when it is asked for. */
declare module "vestibule-languages" {
  interface Language {
    readonly locale: import("./types.ts").Locale;
    readonly words: import("./form/words.ts").PageWords;
  }

  export const languages: Readonly<Record<string, () => Promise<Language>>>;
}

/** The version in package.json. */
declare const BUILD_VERSION: string;
/** The version, and 16 hexadecimal digits of the digest of what is judged by: the full module and the country facts. */
declare const BUILD_RULES: string;
/** The digest of core.wasm as an integrity attribute writes it: "sha384-...". */
declare const BUILD_CORE_INTEGRITY: string;
/** The same of full.wasm and of atlas.bin. */
declare const BUILD_FULL_INTEGRITY: string;
declare const BUILD_ATLAS_INTEGRITY: string;
