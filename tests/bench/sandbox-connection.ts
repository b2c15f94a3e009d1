// A bare HTTP client: one request after the other on one socket, so that the server and not the client is measured.
import { connect, type Socket } from "node:net";

export interface Answer {
  readonly status: number;
  readonly body: string;
}

export class SandboxConnection implements Disposable {
  readonly #port: number;
  #socket: Socket | undefined;
  #received = "";
  #settle: { done(answer: Answer): void; fail(error: Error): void } | undefined;

  constructor(port: number) {
    this.#port = port;
  }

  /** Opens the connection when there is none, or when the server closed it after its last answer. */
  ask(request: string): Promise<Answer> {
    const socket = this.#socket ?? this.#open();
    return new Promise((done, fail) => {
      this.#settle = { done, fail };
      socket.write(request);
    });
  }

  [Symbol.dispose](): void {
    this.#socket?.destroy();
  }

  #open(): Socket {
    const socket = connect(this.#port, "127.0.0.1");
    socket.setEncoding("latin1").setNoDelay(true);
    this.#socket = socket;
    this.#received = "";
    socket.on("data", (text: string) => this.#receive(text));
    // A connection that was given up closes later, when the next one is already asked.
    const fail = (error: Error): void => {
      if (this.#socket === socket) this.#settle?.fail(error);
    };
    socket.on("error", fail);
    socket.on("close", () => fail(new Error("the sandbox closed the connection")));
    return socket;
  }

  #receive(text: string): void {
    this.#received += text;
    const end = this.#received.indexOf("\r\n\r\n");
    if (end < 0) return;
    const head = this.#received.slice(0, end);
    const length = Number(/\r\nContent-Length: (\d+)/.exec(head)?.[1] ?? 0);
    if (this.#received.length < end + 4 + length) return;
    const answer = { status: Number(head.slice(9, 12)), body: this.#received.slice(end + 4, end + 4 + length) };
    this.#received = "";
    if (head.includes("\r\nConnection: close")) {
      this.#socket?.destroy();
      this.#socket = undefined;
    }
    this.#settle?.done(answer);
  }
}
