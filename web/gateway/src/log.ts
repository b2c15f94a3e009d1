// The operator's log: a JSON line an event on standard error. Its fields are all here, and none can hold personal data.
import type { Code } from "vestibule/gateway";
import { observe } from "./metrics/observe.ts";

export interface LogLine {
  readonly event: "request" | "upstream" | "intent" | "breaker" | "alarm" | "configuration" | "failure";
  /** A template such as "/api/signups/{key}", never the address itself. */
  readonly route?: string;
  readonly method?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly bytesIn?: number;
  readonly bytesOut?: number;
  /** The first eight digits of the key's digest. */
  readonly key?: string;
  readonly code?: Code;
  readonly state?: string;
  readonly sends?: number;
  /** A fixed sentence of this program. */
  readonly why?: string;
}

export function log(line: LogLine): void {
  observe(line);
  console.error(JSON.stringify({ time: new Date().toISOString(), ...line }));
}
