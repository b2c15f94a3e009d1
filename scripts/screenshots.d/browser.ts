// The Chromium of this machine, with nothing of its own going on in the background.
import { type Browser, chromium } from "playwright-core";

const executablePath = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

export interface ChromiumOptions {
  /** Pages that are left are kept and come back as they were, as people's browsers do it; not every wait notices that. */
  readonly keepsPages?: boolean;
}

export function launchChromium({ keepsPages = false }: ChromiumOptions = {}): Promise<Browser> {
  return chromium.launch({
    executablePath,
    ignoreDefaultArgs: keepsPages ? ["--disable-back-forward-cache"] : [],
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}
