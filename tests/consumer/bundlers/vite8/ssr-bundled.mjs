// Bundles the script for a server with every package inside of it.
import { build } from "vite";

await build({ ssr: { noExternal: true }, build: { ssr: "print.mjs", outDir: "dist-bundled" } });
