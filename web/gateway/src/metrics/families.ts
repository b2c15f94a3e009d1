// The families of the metrics: their types and what they say. README.md repeats this table, and a test compares.

export interface Family {
  readonly name: string;
  readonly type: "counter" | "histogram" | "gauge";
  readonly help: string;
}

export const families: readonly Family[] = [
  { name: "vestibule_requests", type: "counter", help: "Requests answered, by route and class of status." },
  { name: "vestibule_request_seconds", type: "histogram", help: "Time from a request to its answer, by route." },
  { name: "vestibule_upstream_calls", type: "counter", help: "Calls of the API, by method and what came of them." },
  { name: "vestibule_upstream_seconds", type: "histogram", help: "Time of a call of the API, by method." },
  { name: "vestibule_rests", type: "counter", help: "How often a sign-up came to rest, by its state then." },
  { name: "vestibule_rate_limited", type: "counter", help: "Requests over a limit, by whose limit it was." },
  { name: "vestibule_challenges", type: "counter", help: "Challenges of senders over a limit, by what came of them." },
  { name: "vestibule_overloaded", type: "counter", help: "Requests refused because too many were in work." },
  { name: "vestibule_webhooks", type: "counter", help: "Webhooks, by event and what was done about them." },
  { name: "vestibule_policy_reports", type: "counter", help: "Reports of browsers that a page violated its policy." },
  { name: "vestibule_alarms", type: "counter", help: "Alarms in the log: something wants a person." },
  { name: "vestibule_failures", type: "counter", help: "Mistakes of this program." },
  { name: "vestibule_intents", type: "gauge", help: "Sign-ups that are not settled, and parked ones, by state." },
  { name: "vestibule_surplus", type: "gauge", help: "Sign-ups with records that nobody is bound to." },
  { name: "vestibule_breaker", type: "gauge", help: "1 for the state in which the gateway's breaker is." },
  { name: "vestibule_slot", type: "gauge", help: "1 for the state in which the correlation slot is." },
];
