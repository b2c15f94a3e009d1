// How tabs tell each other that a sign-up is settled: a BroadcastChannel, "vestibule".
import { membersOf } from "./untrusted.ts";

export interface Channel {
  tell(key: string): void;
  /** Hears and says nothing: a browser forgets a frozen page that is spoken to. */
  pause(): void;
  resume(): void;
}

interface Message {
  readonly draft: string;
  readonly key: string;
}

/** `hear` gets the key of what another tab settled for the same draft. Without channels tabs find out by asking. */
export function openChannel(draft: string, hear: (key: string) => void): Channel {
  let channel: BroadcastChannel | undefined;
  const resume = (): void => {
    if (channel !== undefined || globalThis.BroadcastChannel === undefined) return;
    channel = new BroadcastChannel("vestibule");
    // In Node it would keep the process.
    (channel as { unref?(): void }).unref?.();
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      const message = membersOf(data);
      if (message["draft"] === draft && typeof message["key"] === "string") hear(message["key"]);
    };
  };
  resume();
  return {
    tell: (key) => channel?.postMessage({ draft, key } satisfies Message),
    pause: () => {
      channel?.close();
      channel = undefined;
    },
    resume,
  };
}
