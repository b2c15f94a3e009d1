// Builds the page by the bundler of this name into dist, with nothing configured but what goes in and where it goes.
import { writeFileSync } from "node:fs";

const [, , name = "", page] = process.argv;
const writePage = (script) => writeFileSync("dist/index.html", `<!doctype html><title></title>${script}`);
const moduleScript = '<script type="module" src="./page.js"></script>';

const builds = {
  async webpack() {
    const { default: webpack } = await import("webpack");
    const context = process.cwd();
    const compiler = webpack({ context, mode: "production", entry: { page: "./page.js" } });
    const stats = await new Promise((done, failed) => {
      compiler.run((error, result) => (error ? failed(error) : done(result)));
    });
    if (stats.hasErrors()) throw new Error(stats.toString());
    writePage('<script defer src="./page.js"></script>');
  },
  async rollup() {
    const { rollup } = await import("rollup");
    const { nodeResolve } = await import("@rollup/plugin-node-resolve");
    const bundle = await rollup({ input: "page.js", plugins: [nodeResolve({ browser: true })] });
    await bundle.write({ dir: "dist" });
    writePage(moduleScript);
  },
  async rolldown() {
    const { rolldown } = await import("rolldown");
    const bundle = await rolldown({ input: "page.js" });
    await bundle.write({ dir: "dist" });
    writePage(moduleScript);
  },
  async esbuild() {
    const { build } = await import("esbuild");
    await build({ entryPoints: ["page.js"], bundle: true, splitting: true, format: "esm", outdir: "dist" });
    writePage(moduleScript);
  },
  async parcel(page = "index.html") {
    const { Parcel } = await import("@parcel/core");
    const targets = { page: { distDir: "dist", publicUrl: "./" } };
    const options = { entries: page, defaultConfig: "@parcel/config-default", mode: "production", targets };
    await new Parcel(options).run();
  },
};

await builds[name](page);
