// The gateway under more than it can do: creates at a pace it holds, ten times that pace, and beside a thousand clients that
// send their bodies a byte at a time. What counts is that creates go on, that the rest is told when to come back, and that
// memory stays flat.
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { Agent, request } from "node:http";
import { connect, type Socket } from "node:net";
import type { Gateway } from "../../web/gateway/workerd/run.ts";
import type { Bench, Column, Row, Section, Settings } from "./bench.ts";
import { signUpBody, startSite } from "./gateway-site.ts";

const connections = 8;
const slowClients = 1000;
const overload = 10;
/** Requests that the client itself keeps open at most; the gateway refuses long before. */
const mostOpen = 2000;
const tickMs = 10;

interface Answer {
  readonly status: number;
  readonly retryAfter: boolean;
  readonly milliseconds: number;
}

/** status 0: no answer. */
async function create({ origin, port }: Gateway, agent: Agent): Promise<Answer> {
  const idempotencyKey = crypto.randomUUID();
  const body = await signUpBody("Bench", idempotencyKey);
  const headers = { origin, "content-type": "application/json", "idempotency-key": idempotencyKey };
  const begin = performance.now();
  return new Promise((done) => {
    const end = (status: number, retryAfter: boolean): void =>
      done({ status, retryAfter, milliseconds: performance.now() - begin });
    const path = "/api/signups";
    const outgoing = request({ host: "127.0.0.1", port, agent, method: "POST", path, headers }, (answer) => {
      answer.resume().once("close", () => end(answer.statusCode ?? 0, answer.headers["retry-after"] !== undefined));
    });
    outgoing.once("error", () => end(0, false));
    outgoing.end(body);
  });
}

/** Each connection asks as soon as it has its answer. */
async function steady(gateway: Gateway, milliseconds: number): Promise<readonly Answer[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const end = performance.now() + milliseconds;
  const answers: Answer[] = [];
  const worker = async (): Promise<void> => {
    while (performance.now() < end) answers.push(await create(gateway, agent));
  };
  await Promise.all(Array.from({ length: connections }, worker));
  agent.destroy();
  return answers;
}

/** So many a second, whether answers come or not. */
async function flood(gateway: Gateway, perSecond: number, milliseconds: number): Promise<readonly Answer[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: mostOpen });
  const begin = performance.now();
  const answers: Promise<Answer>[] = [];
  let open = 0;
  while (performance.now() - begin < milliseconds) {
    const due = ((performance.now() - begin) * perSecond) / 1000;
    for (; answers.length < due && open < mostOpen; ++open) {
      answers.push(create(gateway, agent).finally(() => --open));
    }
    await new Promise((done) => setTimeout(done, tickMs));
  }
  const all = await Promise.all(answers);
  agent.destroy();
  return all;
}

/** Clients whose bodies never come to an end; each is replaced once the gateway has given it up. */
function crawl({ origin, port }: Gateway): { stop(): void } {
  const sockets = new Set<Socket>();
  let stopped = false;
  const open = (): void => {
    const socket = connect(port, "127.0.0.1");
    sockets.add(socket);
    const lines = [
      "POST /api/signups HTTP/1.1",
      `Host: 127.0.0.1:${port}`,
      `Origin: ${origin}`,
      "Content-Type: application/json",
      `Idempotency-Key: ${crypto.randomUUID()}`,
      "Content-Length: 400",
    ];
    socket.write(`${lines.join("\r\n")}\r\n\r\n{`);
    const drip = setInterval(() => socket.write(" "), 1000);
    // An answer is an end: it was given up.
    socket.once("data", () => socket.destroy());
    socket.once("error", () => socket.destroy());
    socket.once("close", () => {
      clearInterval(drip);
      sockets.delete(socket);
      if (!stopped) setTimeout(open, 100);
    });
  };
  for (let count = 0; count < slowClients; ++count) open();
  return {
    stop: () => {
      stopped = true;
      for (const socket of sockets) socket.destroy();
    },
  };
}

/** Of the process if it runs in the folder. */
function residentOf(pid: string, folder: string): number | null {
  try {
    if (readlinkSync(`/proc/${pid}/cwd`) !== folder) return null;
    const found = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return found === null ? null : Number(found[1]) * 1024;
  } catch {
    // It has just ended, or is somebody else's.
    return null;
  }
}

/** Resident memory of the program that runs in the folder; null where the system does not tell. */
function memoryOf(folder: string): number | null {
  if (!existsSync("/proc/self/status")) return null;
  const pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return pids.map((pid) => residentOf(pid, folder)).find((size) => size !== null) ?? null;
}

/** Sign-ups that the gateway has carried out, by its own log, whoever waits for them. */
class Carried {
  count = 0;
  readonly onLog = (line: string): void => {
    if (line.includes('"event":"intent"') && line.includes('"state":"created"')) this.count += 1;
  };
}

const columns: readonly Column[] = [
  { title: "carried out", unit: "perSecond" },
  { title: "answered 201", unit: "perSecond" },
  { title: "median", unit: "ns" },
  { title: "p99", unit: "ns" },
  { title: "put off", unit: "perSecond" },
  { title: "other", unit: "perSecond" },
  { title: "memory", unit: "bytes" },
];

interface Measured {
  readonly answers: readonly Answer[];
  readonly carried: number;
  readonly milliseconds: number;
  readonly memory: number | null;
}

function rowOf(name: string, { answers, carried, milliseconds, memory }: Measured): Row {
  const perSecond = (count: number): number => (count * 1000) / milliseconds;
  const created = answers.filter(({ status }) => status === 201);
  const putOff = answers.filter(({ status, retryAfter }) => [409, 429, 503].includes(status) && retryAfter);
  const times = created.map((answer) => answer.milliseconds).sort((a, b) => a - b);
  const timeAt = (part: number): number | null => {
    const time = times[Math.min(times.length - 1, Math.floor(times.length * part))];
    return time === undefined ? null : time * 1e6;
  };
  const others = answers.length - created.length - putOff.length;
  const done = [perSecond(carried), perSecond(created.length), timeAt(0.5), timeAt(0.99)];
  return { name, values: [...done, perSecond(putOff.length), perSecond(others), memory] };
}

interface Ground {
  readonly gateway: Gateway;
  readonly folder: string;
  readonly carried: Carried;
}

async function measure({ gateway, folder, carried }: Ground, milliseconds: number): Promise<readonly Row[]> {
  const timed = async (name: string, work: () => Promise<readonly Answer[]>): Promise<Row> => {
    const before = carried.count;
    const begin = performance.now();
    const answers = await work();
    const measured = { answers, carried: carried.count - before, milliseconds: performance.now() - begin };
    return rowOf(name, { ...measured, memory: memoryOf(folder) });
  };
  await steady(gateway, milliseconds);
  const calm = await timed(`${connections} connections`, () => steady(gateway, milliseconds));
  const pace = calm.values[1] ?? 0;
  const flooded = await timed(`${overload} times that pace`, () => flood(gateway, pace * overload, milliseconds));
  const still = await timed(`${overload} times, after as long`, () => flood(gateway, pace * overload, milliseconds));
  const after = await timed(`${connections} connections, after it`, () => steady(gateway, milliseconds));
  const slow = crawl(gateway);
  try {
    await steady(gateway, milliseconds);
    const beside = await timed(`beside ${slowClients} slow clients`, () => steady(gateway, milliseconds));
    return [calm, flooded, still, after, beside];
  } finally {
    slow.stop();
  }
}

async function run({ root, rounds, milliseconds }: Settings): Promise<readonly Section[]> {
  const carried = new Carried();
  await using site = await startSite(root, carried.onLog);
  const { gateway, folder } = site;
  const rows = await measure({ gateway, folder, carried }, Math.max(2000, rounds * milliseconds));
  const notes = [
    "carried out: by the gateway's log, those that were put off before among them; what is answered 201 was waited for.",
    "put off: 409, 429 or 503 with Retry-After; other: anything else, and no answer. Memory is that of the gateway.",
    "The clients share this machine with the gateway, so ten times its pace is what they ask for, not always what arrives.",
  ];
  return [{ title: "gateway under load", columns, rows, notes }];
}

export const bench: Bench = { name: "gateway-load", run };
