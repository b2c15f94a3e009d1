// The body of a request, within its limit of size and its limit of time.
import type { Context } from "./context.ts";
import { checkCapacity, withinCapacity } from "./limits/in-work.ts";
import { refuse } from "./problems.ts";

const maxBody: number = 32 * 1024;

export interface BodyLimits {
  /** Bytes. */
  readonly size: number;
  readonly milliseconds: number;
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

async function collect(body: ReadableStream<Uint8Array>, { size, milliseconds }: BodyLimits) {
  const chunks: Uint8Array[] = [];
  const reader = body.getReader();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"late">((done) => {
    timer = setTimeout(() => done("late"), milliseconds);
  });
  let length = 0;
  try {
    for (;;) {
      // A damaged transfer ends the read with an error, and so does a sender that has gone.
      const read = await Promise.race([reader.read(), late]).catch(() => refuse(400, "json.syntax"));
      if (read === "late") return refuse(408, "request.timeout");
      const { done, value } = read;
      if (done) return joined(chunks, length);
      if (length + value.length > size) refuse(413, "request.too_large");
      chunks.push(value);
      length += value.length;
    }
  } finally {
    clearTimeout(timer);
    reader.cancel().catch(() => {});
  }
}

/** Reads the body of a sign-up or a change, then works on it: never on more at a time than is configured. */
export async function workOnBody<Result>(
  request: Request,
  { config, noted }: Pick<Context, "config" | "noted">,
  work: (body: Uint8Array<ArrayBuffer>) => Promise<Result>,
): Promise<Result> {
  const { inWork, bodyMs } = config.limits;
  checkCapacity("public", inWork);
  const body = await readBody(request, { size: maxBody, milliseconds: bodyMs });
  noted.bytesIn = body.length;
  return withinCapacity("public", inWork, () => work(body));
}

/** Refused at the first byte over the limit, and when the last one has not come in time. */
export async function readBody(request: Request, limits: BodyLimits): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > limits.size) refuse(413, "request.too_large");
  return request.body === null ? new Uint8Array(0) : collect(request.body, limits);
}
