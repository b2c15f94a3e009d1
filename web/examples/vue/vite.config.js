import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

// Vue asks which elements are the browser's own business.
const isCustomElement = (tag) => tag.startsWith("vestibule-");

export default defineConfig({ plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] });
