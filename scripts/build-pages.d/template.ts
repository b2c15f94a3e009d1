// Fills the {{marks}} of a page's index.html.
import { directionOf, escapeHtml, type PageWords } from "vestibule/form";
import type { Assets } from "./bundle.ts";
import { folderOf, ownName } from "./languages.ts";

export interface Filling {
  readonly tag: string;
  readonly words: PageWords;
  readonly assets: Assets;
  /** The page's folder: "signup". */
  readonly page: string;
  /** Marks of their own, HTML already. */
  readonly parts: Readonly<Record<string, string>>;
}

/** From the page up to where everything is. */
function upFrom(tag: string): string {
  return `..${"/..".repeat(folderOf(tag).split("/").length - 1)}/`;
}

/**
 * {{lang}}, {{dir}}, {{ownName}}, {{page.x}} (words of the page, escaped), {{asset:x}} (an address relative to the page),
 * {{preloads}} (what the page's script fetches as soon as it is there, after the style; what takes the place of the module where
 * the page is served with a profile is a template that the gateway opens), and the parts given. A mark that means nothing is an error,
 * so that no page is ever served with one.
 */
export function fillTemplate(template: string, { tag, words, assets, page, parts }: Filling): string {
  const addressOf = (path: string): string => escapeHtml(upFrom(tag) + path);
  const scripts = [
    ...(assets.imports.get(`${page}/page.ts`) ?? []),
    ...(assets.words.get(tag) ?? []),
    ...assets.core.scripts,
  ];
  const preload = (kind: string, path: string): string => {
    return `<link rel="${kind}" href="${addressOf(path)}" fetchpriority="low">`;
  };
  const preloadScript = (path: string): string => preload("modulepreload", path);
  const preloadModule = (path: string): string => preload('preload" as="fetch" crossorigin="anonymous', path);
  const fill = (mark: string): string | undefined => {
    if (mark === "lang") return escapeHtml(tag);
    if (mark === "dir") return directionOf(tag);
    if (mark === "ownName") return escapeHtml(ownName(tag));
    if (mark === "preloads") {
      const { core, full } = assets;
      const instead = [
        ...full.scripts.filter((path) => !scripts.includes(path)).map(preloadScript),
        preloadModule(full.module),
      ];
      const module = `${preloadModule(core.module)}\n<template data-vestibule="preloads">${instead.join("\n")}</template>`;
      return [...scripts.map(preloadScript), module].join("\n");
    }
    if (mark.startsWith("page.")) {
      const text = words.page[mark.slice("page.".length)];
      return text === undefined ? undefined : escapeHtml(text);
    }
    const asset = mark.startsWith("asset:") ? assets.files.get(mark.slice("asset:".length)) : parts[mark];
    return asset !== undefined && mark.startsWith("asset:") ? addressOf(asset) : asset;
  };
  return template.replaceAll(/\{\{([^{}]*)\}\}/g, (_, mark: string) => {
    const text = fill(mark);
    if (text === undefined) throw new Error(`the template asks for {{${mark}}}, which is nothing`);
    return text;
  });
}
