// The body of a request, within its limit of size and its limit of time.
import { refuse } from "./problems.ts";

export const maxBody: number = 32 * 1024;

export interface BodyLimits {
  /** Bytes. */
  readonly size: number;
  readonly milliseconds: number;
}

async function collect(body: ReadableStream<Uint8Array>, { size, milliseconds }: BodyLimits) {
  const bytes = new Uint8Array(size);
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
      if (done) return bytes.slice(0, length);
      if (length + value.length > size) refuse(413, "request.too_large");
      bytes.set(value, length);
      length += value.length;
    }
  } finally {
    clearTimeout(timer);
    reader.cancel().catch(() => {});
  }
}

/** Refused at the first byte over the limit, and when the last one has not come in time. */
export async function readBody(request: Request, limits: BodyLimits): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > limits.size) refuse(413, "request.too_large");
  return request.body === null ? new Uint8Array(0) : collect(request.body, limits);
}
