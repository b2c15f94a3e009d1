// The body of a request, within its limit of size and its limit of time.
import { joined } from "./chunks.ts";
import type { Context } from "./context.ts";
import { checkCapacity, withinCapacity } from "./limits/in-work.ts";
import { refuse } from "./problems.ts";

const maxBody: number = 32 * 1024;

export interface BodyLimits {
  /** Bytes. */
  readonly size: number;
  readonly milliseconds: number;
}

/** What is read in time. A damaged transfer ends the read with an error, and so does a sender that has gone. */
async function inTime<Read>(read: Promise<Read>, late: Promise<"late">): Promise<Read> {
  const result = await Promise.race([read, late]).catch(() => refuse(400, "json.syntax"));
  return result === "late" ? refuse(408, "request.timeout") : result;
}

async function collect(body: ReadableStream<Uint8Array>, size: number, late: Promise<"late">) {
  const chunks: Uint8Array[] = [];
  const reader = body.getReader();
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await inTime(reader.read(), late);
      if (done) return joined(chunks, length);
      if (length + value.length > size) refuse(413, "request.too_large");
      chunks.push(value);
      length += value.length;
    }
  } finally {
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
  const { size, milliseconds } = limits;
  const length = request.headers.get("content-length");
  if (Number(length ?? 0) > size) refuse(413, "request.too_large");
  if (request.body === null) return new Uint8Array(0);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<"late">((done) => {
    timer = setTimeout(() => done("late"), milliseconds);
  });
  try {
    // A body is as long as it says, by its framing, so that workerd can read it in one go.
    if (length !== null) return new Uint8Array(await inTime(request.arrayBuffer(), late));
    return await collect(request.body, size, late);
  } finally {
    clearTimeout(timer);
  }
}
