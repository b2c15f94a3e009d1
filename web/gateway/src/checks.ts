// What a request must be before its body is read: the right host, a listed origin, a known format, one key.
import type { Config, Site } from "./config.ts";
import { refuse } from "./problems.ts";

const maxAddress = 2048;
const mostParameters = 32;
const mostHeaders = 64;
const maxHeader = 8 * 1024;
const maxHeaders = 16 * 1024;

/** RFC 9110 15.5.20: a host that is not configured is not served, whatever is asked. */
export function siteOf(config: Config, url: URL): Site {
  return config.sites.find(({ origin }) => new URL(origin).host === url.host) ?? refuse(421, "request.host");
}

/** Percent signs stand for whole characters in UTF-8, and for no NUL. */
function isReadable(text: string): boolean {
  try {
    return !decodeURIComponent(text).includes("\0");
  } catch {
    return false;
  }
}

/** `isApi`: no address of the API takes a query, since personal data have no way into one. Of a page's nothing is read. */
export function checkAddress(url: URL, isApi: boolean): void {
  if (url.href.length > maxAddress) refuse(414, "request.address");
  if (!isReadable(url.pathname + url.search) || (isApi && url.search !== "")) refuse(400, "request.address");
  const names = [...url.searchParams.keys()];
  if (names.length > mostParameters || new Set(names).size < names.length) refuse(400, "request.address");
}

/** Their names, values and four bytes around each count. workerd lets through far more than any browser sends. */
export function checkHeaders(headers: Headers): void {
  let total = 0;
  let count = 0;
  for (const [name, value] of headers) {
    const size = name.length + value.length + 4;
    total += size;
    count += 1;
    if (size > maxHeader || total > maxHeaders || count > mostHeaders) refuse(431, "request.too_large");
  }
}

/** The origin of a listed page elsewhere that sent this; null for the site's own pages and for everybody else. */
export function partnerOf(site: Site, { headers }: Request): string | null {
  const origin = headers.get("origin");
  return origin !== null && site.origins.includes(origin) ? origin : null;
}

/**
 * Only a page of this site, or of a listed origin, may send. Browsers send Origin with every post, and with a read from
 * elsewhere; Sec-Fetch-Site is checked where it is sent.
 */
export function checkOrigin(site: Site, request: Request, isRead: boolean): void {
  if (partnerOf(site, request) !== null) return;
  const origin = request.headers.get("origin");
  const fetchSite = request.headers.get("sec-fetch-site");
  const isOwn = origin === null ? isRead : origin === site.origin;
  if (!isOwn || (fetchSite !== null && fetchSite !== "same-origin")) refuse(403, "request.origin");
}

export type Format = "json" | "form";

/** JSON in UTF-8, or the fields of a form; anything else is refused with its body unread. */
export function formatOf({ headers }: Request): Format {
  if (headers.get("content-encoding") !== null) refuse(415, "request.content_type");
  const type = (headers.get("content-type") ?? "").toLowerCase().replaceAll(/\s|"/g, "");
  if (/^application\/json(;charset=utf-8)?$/.test(type)) return "json";
  if (/^application\/x-www-form-urlencoded(;charset=utf-8)?$/.test(type)) return "form";
  return refuse(415, "request.content_type");
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const nil = "00000000-0000-0000-0000-000000000000";

/** A UUID in lower case; undefined when it is none. */
export function readKey(text: string): string | undefined {
  const key = text.toLowerCase();
  return uuid.test(key) && key !== nil ? key : undefined;
}

/** Idempotency-Key, bare or in quotes. Two headers arrive as a list, which is no key. */
export function headerKey({ headers }: Request): string {
  const text = headers.get("idempotency-key") ?? refuse(400, "request.key_missing");
  return readKey(/^"(.*)"$/.exec(text)?.[1] ?? text) ?? refuse(400, "request.key_syntax");
}
