// A slow telephone: a fourth of the processor, and a network that is far away and thin.
import type { Page } from "playwright-core";

const processorDividedBy = 4;
const kilobitsPerSecond = 400;
const latencyMs = 150;

export const slowness: string = `processor / ${processorDividedBy}, ${kilobitsPerSecond} kbit/s, ${latencyMs} ms`;

/** From now on, until the page is closed. */
export async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const bytesPerSecond = (kilobitsPerSecond * 1000) / 8;
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: processorDividedBy });
}
