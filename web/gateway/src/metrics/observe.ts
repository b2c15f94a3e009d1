// What the log tells is counted too: one place says what happened, and both have it.
import type { LogLine } from "../log.ts";
import { count, time } from "./registry.ts";

function classOf(status: number | undefined): string {
  if (status === undefined) return "none";
  return status === 429 ? "429" : `${Math.floor(status / 100)}xx`;
}

export function observe({ event, route = "-", method = "-", status, ms = 0, state }: LogLine): void {
  switch (event) {
    case "request":
      count("vestibule_requests", { route, class: classOf(status) });
      time("vestibule_request_seconds", { route }, ms);
      break;
    case "upstream":
      count("vestibule_upstream_calls", { method, outcome: classOf(status) });
      time("vestibule_upstream_seconds", { method }, ms);
      break;
    case "intent":
      count("vestibule_rests", { state: state ?? "-" });
      break;
    case "alarm":
      count("vestibule_alarms");
      break;
    case "failure":
      count("vestibule_failures");
      break;
    default:
  }
}
