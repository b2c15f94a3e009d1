// Reporter for node --test: of what passes only what it measured, complete about what fails or was skipped, counts at the end.
// A skip without a reason and a file without tests are failures: neither proves anything.
import { basename } from "node:path";
import type { TestEvent } from "node:test/reporters";
import { inspect } from "node:util";

type Ended = Extract<TestEvent, { type: "test:pass" | "test:fail" }>;

/** What to print about a failure; a suite that failed only through its tests has been told already. */
function describeFailure(event: Extract<TestEvent, { type: "test:fail" }>): string {
  const { name, file, line, details } = event.data;
  if ("failureType" in details.error && details.error.failureType === "subtestsFailed") return "";
  return `\nFAILED ${name}\n  ${file ?? ""}:${line ?? ""}\n${inspect(details.error.cause ?? details.error)}\n`;
}

function isSuite({ data }: Ended): boolean {
  return data.details.type === "suite";
}

/** What a test has to say of itself. Node's own totals come from no file. */
function describeDiagnostic({ data }: Extract<TestEvent, { type: "test:diagnostic" }>): string {
  return data.file === undefined ? "" : `${basename(data.file)}: ${data.message}\n`;
}

/** Where the time goes: the files that took the longest, if any took half a minute. */
function describeSlow(seconds: ReadonlyMap<string, number>): string {
  const slow = [...seconds].filter(([, each]) => each >= 30).sort(([, a], [, b]) => b - a);
  const lines = slow.slice(0, 8).map(([file, each]) => `slow: ${basename(file)} ${Math.round(each)} s\n`);
  return lines.join("");
}

export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  let passed = 0;
  let failed = 0;
  const skipped: string[] = [];
  const seconds = new Map<string, number>();
  for await (const event of source) {
    if ((event.type === "test:pass" || event.type === "test:fail") && event.data.nesting === 0) {
      const { file = "", details } = event.data;
      seconds.set(file, (seconds.get(file) ?? 0) + details.duration_ms / 1000);
    }
    if (event.type === "test:stderr" || event.type === "test:stdout") yield event.data.message;
    if (event.type === "test:diagnostic") yield describeDiagnostic(event);
    if (event.type === "test:fail") {
      failed += isSuite(event) ? 0 : 1;
      yield describeFailure(event);
    }
    if (event.type !== "test:pass" || isSuite(event)) continue;
    const { name, file, skip, todo } = event.data;
    const reason = skip ?? todo;
    if (typeof reason === "string") {
      skipped.push(`skipped: ${name}: ${reason}`);
    } else if (reason === true || name === file) {
      failed += 1;
      yield `\nFAILED ${name}\n  ${file ?? ""}\n${name === file ? "a file without tests" : "skipped without a reason"}\n`;
    } else {
      passed += 1;
    }
  }
  yield describeSlow(seconds);
  for (const line of skipped) yield `${line}\n`;
  yield `${passed} passed, ${failed} failed, ${skipped.length} skipped\n`;
  if (failed > 0) process.exitCode = 1;
}
