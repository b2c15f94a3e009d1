// The Chromium of this machine, with nothing of its own going on in the background.
import { type Browser, type BrowserContext, chromium } from "playwright-core";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export interface ChromiumOptions {
  /** Pages that are left are kept and come back as they were, as people's browsers do it; not every wait notices that. */
  readonly keepsPages?: boolean;
}

export function launchChromium({ keepsPages = false }: ChromiumOptions = {}): Promise<Browser> {
  const ignoreDefaultArgs = keepsPages ? ["--disable-back-forward-cache"] : [];
  return chromium.launch({ executablePath, ignoreDefaultArgs, args });
}

/** One whose pages find again what was stored in `profile`, a folder. */
export function launchChromiumIn(profile: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profile, { executablePath, args });
}
