// Bytes as no well-behaved client would send them.

import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { key, type Sandbox } from "./sandbox.ts";

export class RawConnection implements Disposable {
  readonly socket: Socket;
  /** Everything received, once the other side has closed. */
  readonly closed: Promise<string>;
  #text = "";
  #wake: () => void = () => {};

  constructor(socket: Socket) {
    this.socket = socket;
    socket.setEncoding("latin1");
    socket.on("data", (data: string) => {
      this.#text += data;
      this.#wake();
    });
    // A reset is one way to close; what came before it counts.
    socket.on("error", () => {});
    this.closed = new Promise((done) => socket.once("close", () => done(this.#text)));
    void this.closed.then(() => this.#wake());
  }

  send(bytes: string | Uint8Array): void {
    this.socket.write(bytes);
  }

  /** Waits until the text received fits, and takes it away. */
  async expect(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.#text);
      if (found !== null) {
        this.#text = this.#text.slice(found.index + found[0].length);
        return found[0];
      }
      if (this.socket.destroyed) throw new Error(`closed before ${pattern}: ${this.#text}`);
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
  }

  [Symbol.dispose](): void {
    this.socket.destroy();
  }
}

export async function open(sandbox: Sandbox): Promise<RawConnection> {
  const socket = connect(sandbox.port, "127.0.0.1");
  const connection = new RawConnection(socket);
  await once(socket, "connect");
  return connection;
}

/** A head that would be fine by itself, with more lines in the middle. */
export function head(requestLine: string, ...lines: readonly string[]): string {
  return [requestLine, "Host: sandbox", `nue-api-key: ${key}`, ...lines, "", ""].join("\r\n");
}

export const postLine = "POST /customers HTTP/1.1";
export const json = "Content-Type: application/json";

/** Sends bytes on a new connection and gives all that comes back until the server closes. */
export async function exchange(sandbox: Sandbox, bytes: string | Uint8Array): Promise<string> {
  using connection = await open(sandbox);
  connection.send(bytes);
  return await connection.closed;
}

/** The status of the first answer in a text, 0 when there is none. */
export function statusOf(text: string): number {
  return Number(/^HTTP\/1\.1 (\d{3}) /.exec(text)?.[1] ?? 0);
}

/** Sends bytes that must be answered with a refusal of this status and a closed connection. */
export async function assertClosed(sandbox: Sandbox, status: number, bytes: string): Promise<void> {
  const answer = await exchange(sandbox, bytes);
  assert.equal(statusOf(answer), status, JSON.stringify(bytes.slice(0, 200)));
  assert.match(answer, /\r\nConnection: close\r\n/);
  assert.match(answer, /\r\n\r\n\{"status":"FAILED",/);
}
