// A program that receives webhooks: a real HTTP server on a port of its own that remembers what came.

import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { eventually } from "./salesforce.ts";

/** A line of the feed, and the body of a webhook. */
export type Line = Readonly<Record<string, unknown>> & {
  readonly sequence: number;
  readonly id: string;
  readonly event: string;
};

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly line: Line;
}

export interface Keys {
  readonly cert: string;
  readonly key: string;
}

/** Answers one request; the first argument counts requests from 0. */
export type Answering = (count: number, response: ServerResponse) => void;

const accepting: Answering = (_, response) => response.writeHead(204).end();

export class Receiver implements AsyncDisposable {
  readonly received: Received[] = [];
  answering: Answering = accepting;
  readonly #server: Server;
  readonly #scheme: string;

  constructor(keys?: Keys) {
    const listener = (request: IncomingMessage, response: ServerResponse): void => this.#take(request, response);
    this.#server = keys === undefined ? createServer(listener) : createTlsServer({ ...keys }, listener);
    this.#scheme = keys === undefined ? "http" : "https";
  }

  async listen(port = 0): Promise<this> {
    this.#server.listen(port, "127.0.0.1");
    await once(this.#server, "listening");
    return this;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `${this.#scheme}://127.0.0.1:${this.port}/hook`;
  }

  /** Sequences of the messages so far, in the order in which they came. */
  get sequences(): readonly number[] {
    return this.received.map(({ line }) => line.sequence);
  }

  /** Waits for so many requests in all. */
  async count(wanted: number): Promise<readonly Received[]> {
    return await eventually(
      `${wanted} requests`,
      async () => this.received,
      (all) => all.length >= wanted,
    );
  }

  #take(request: IncomingMessage, response: ServerResponse): void {
    let text = "";
    request.setEncoding("utf8").on("data", (part: string) => (text += part));
    request.on("end", () => {
      const { method = "", url: path = "", headers } = request;
      this.received.push({ method, path, headers, text, line: JSON.parse(text) as Line });
      this.answering(this.received.length - 1, response);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#server, "close");
    this.#server.close();
    this.#server.closeAllConnections();
    await closed;
  }
}

export async function startReceiver(keys?: Keys, port?: number): Promise<Receiver> {
  return await new Receiver(keys).listen(port);
}

/** Checks a request as Standard Webhooks says, without anything of ours. */
export function assertSigned(request: Received, secret: string): void {
  const id = request.headers["webhook-id"];
  const timestamp = request.headers["webhook-timestamp"];
  const key = Buffer.from(secret.replace("whsec_", ""), "base64");
  const digest = createHmac("sha256", key).update(`${id}.${timestamp}.${request.text}`).digest("base64");
  assert.equal(request.headers["webhook-signature"], `v1,${digest}`);
  assert.ok(Math.abs(Number(timestamp) - Date.now() / 1000) < 300, "a receiver refuses what is old");
}
