// The package's entries by the paths they have in other hosts; package.ts says what is in them.
/// <reference path="../../../wasm/package/src/build.d.ts" />
declare module "*/index.browser.js" {
  const exported: Record<string, unknown>;
  export = exported;
}
declare module "*/index.workerd.js" {
  const exported: Record<string, unknown>;
  export = exported;
}

declare module "*/atlas.js" {
  export const atlasBytes: () => Uint8Array<ArrayBuffer>;
}
