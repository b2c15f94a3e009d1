// The headers every page is served with. Nothing from elsewhere, nothing inline, nothing evaluated but WebAssembly.

export interface HeaderOptions {
  /** Only a site that is reached by https may promise to be: on plain loopback WebKit would then load nothing. */
  readonly https: boolean;
}

function contentSecurityPolicy({ https }: HeaderOptions): string {
  return [
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
    ...(https ? ["upgrade-insecure-requests"] : []),
    "report-to csp",
  ].join("; ");
}

/** By name, in lower case. */
export function pageHeaders(options: HeaderOptions): Readonly<Record<string, string>> {
  return {
    "content-security-policy": contentSecurityPolicy(options),
    "reporting-endpoints": 'csp="/csp-report"',
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-embedder-policy": "require-corp",
    "cross-origin-resource-policy": "same-origin",
    "x-content-type-options": "nosniff",
    // Not no-referrer: it would turn the Origin of a plain form post into "null".
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    ...(options.https ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
  };
}
