// The headers of every answer, errors included. Pages load nothing from elsewhere, nothing inline, and evaluate nothing
// but WebAssembly; answers of the API are no documents at all.
import type { Site } from "./config.ts";

const pagePolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "worker-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
] as const;

const apiPolicy = "default-src 'none'; frame-ancestors 'none'";

function policyOf(isPage: boolean, https: boolean): string {
  if (!isPage) return apiPolicy;
  return [...pagePolicy, ...(https ? ["upgrade-insecure-requests"] : []), "report-to csp"].join("; ");
}

/** By name, in lower case. `isPage`: a browser shows it or a page loads it. */
export function securityHeaders(site: Site | undefined, isPage: boolean): Readonly<Record<string, string>> {
  // Only a site that is reached by https may promise to be: on plain loopback WebKit would then load nothing.
  const https = site?.origin.startsWith("https:") ?? false;
  return {
    "content-security-policy": policyOf(isPage, https),
    ...(isPage ? { "reporting-endpoints": 'csp="/csp-report"' } : {}),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    // Not no-referrer: it would turn the Origin of a plain form post into "null".
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    ...(https ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
  };
}
