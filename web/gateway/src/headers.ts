// The headers of every answer, errors included: those of the pages, and for the API a policy that makes no document.

import type { Site } from "./config.ts";
import { pageHeaders } from "./page-headers.ts";

const apiPolicy = "default-src 'none'; frame-ancestors 'none'";

/** By name, in lower case. `isPage`: a browser shows it or a page loads it. */
export function securityHeaders(site: Site | undefined, isPage: boolean): Readonly<Record<string, string>> {
  const headers = pageHeaders({ https: site?.origin.startsWith("https:") ?? false });
  if (isPage) return headers;
  const { "reporting-endpoints": _, ...others } = headers;
  return { ...others, "content-security-policy": apiPolicy };
}
